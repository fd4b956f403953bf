#pragma once
/// \file
/// Recognises the documents of the backup operations by their members, in any mix.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/check.hpp>

#include <boost/mp11/algorithm.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace dynabackup::aws {

namespace detail {

/// The members that tell documents apart, one bit each, and the table of what they mean. A template for the
/// same reason as any_document.
template <class Shapes>
struct recognition {
    enum : std::uint32_t {
        summaries = 1 << 0,
        description = 1 << 1,
        details = 1 << 2,
        source = 1 << 3,
        arn = 1 << 4,
        backup = 1 << 5,
        table = 1 << 6,
        table_name = 1 << 7,
        backup_name = 1 << 8,
        listing = 1 << 9,
        error = 1 << 10,
    };

    static constexpr std::uint32_t bits_of(std::string_view name) {
        if (name == at<&ListBackupsOutput::backup_summaries>) return summaries;
        if (name == at<&DescribeBackupOutput::backup_description>) return description;
        if (name == at<&CreateBackupOutput::backup_details>) return details;
        if (name == at<&BackupDescription::source_table_details>) return source;
        if (name == at<&BackupDescription::source_table_feature_details>) return source;
        if (name == at<&BackupDetails::backup_arn>) return arn;
        if (name == at<&BackupDetails::backup_name>) return backup | backup_name;
        if (name == at<&BackupDetails::backup_status>) return backup;
        if (name == at<&BackupDetails::backup_creation_date_time>) return backup;
        if (name == at<&BackupSummary::table_name>) return table | table_name;
        if (name.starts_with("Table")) return table;
        if (name == at<&ErrorBody::type>) return error;
        if (name == at<&ListBackupsInput::limit> || name == at<&ListBackupsInput::time_range_lower_bound> ||
            name == at<&ListBackupsInput::time_range_upper_bound> ||
            name == at<&ListBackupsInput::exclusive_start_backup_arn> ||
            name == at<&ListBackupsInput::backup_type>)
            return listing;
        return 0;
    }

    /// Calls `read` with the shape that these members make; the first that fits.
    template <class Read>
    static bool with_shape(std::uint32_t seen, Read read) {
        auto has = [seen](std::uint32_t bits) { return (seen & bits) == bits; };
        if (has(summaries)) return read(std::type_identity<ListBackupsOutput>{});
        if (has(description)) return read(std::type_identity<DescribeBackupOutput>{});
        if (has(details | source)) return read(std::type_identity<BackupDescription>{});
        if (has(details)) return read(std::type_identity<CreateBackupOutput>{});
        if (has(arn | backup | table)) return read(std::type_identity<BackupSummary>{});
        if (has(arn | backup)) return read(std::type_identity<BackupDetails>{});
        if (has(arn)) return read(std::type_identity<DescribeBackupInput>{});
        if (has(table_name | backup_name)) return read(std::type_identity<CreateBackupInput>{});
        if (has(listing)) return read(std::type_identity<ListBackupsInput>{});
        if (has(error)) return read(std::type_identity<ErrorBody>{});
        return false;
    }
};

/// The names of the members with which a document or a record may begin.
template <class>
inline constexpr auto landmark_names = [] {
    std::array<std::string_view, 64> names{};
    std::size_t n = 0;
    auto add = [&](auto shape) {
        for (auto name : wire_names<typename decltype(shape)::type>)
            if (std::find(names.begin(), names.begin() + n, name) == names.begin() + n) names[n++] = name;
    };
    add(std::type_identity<BackupSummary>{});
    add(std::type_identity<BackupDescription>{});
    add(std::type_identity<BackupDetails>{});
    add(std::type_identity<ListBackupsOutput>{});
    add(std::type_identity<DescribeBackupOutput>{});
    add(std::type_identity<CreateBackupOutput>{});
    add(std::type_identity<ListBackupsInput>{});
    add(std::type_identity<ErrorBody>{});
    return std::pair(names, n);
}();

} // namespace detail

/// The members with which a document or a record may begin: where reading goes on behind damage.
template <class T>
constexpr std::span<std::string_view const> landmarks(std::type_identity<T>) {
    return {detail::landmark_names<std::void_t<T>>.first.data(),
            detail::landmark_names<std::void_t<T>>.second};
}

/// Reads each document as what its members make it. A template, so that only those who use it compile it.
template <class Shapes>
class any_document {
public:
    dynabackup::detail::got read(context& c) {
        using dynabackup::detail::got;
        auto result = got::unread;
        bool const known = recognition::with_shape(scan(c), [&](auto shape) {
            using T = typename decltype(shape)::type;
            resume_ = [](any_document& self, context& on) {
                return dynabackup::detail::resume_document(on, std::get<T>(self.models_));
            };
            result = dynabackup::detail::read_document(c, std::get<T>(models_));
            return true;
        });
        if (known) return result;
        c.shape = {};
        path_node const root{};
        return dynabackup::detail::refuse(
            c, reading::unrecognized, root,
            "None of the documents of the backup operations; --shape or check<T> says what it is.");
    }

    /// Goes on with the document that was read last.
    dynabackup::detail::got resume(context& c) { return resume_(*this, c); }

    using place = dynabackup::detail::got (*)(any_document&, context&);
    /// Which document was read last.
    place here() const { return resume_; }
    void go_to(place there) { resume_ = there; }

    bool begins_with(std::string_view) const { return true; }

private:
    using recognition = detail::recognition<Shapes>;

    /// The members of the object at the cursor, as far as they can be told apart.
    std::uint32_t scan(context& c) {
        auto const text = c.cursor.text();
        auto const* token = c.cursor.at;
        auto const* const last = c.cursor.last;
        std::uint32_t seen = 0;
        if (text[*token++] != '{') return seen;
        while (last - token > 2 && text[*token] == '"' && text[token[1]] == ':') {
            seen |= recognition::bits_of(json::member_name(text, token, scratch_));
            if (seen & recognition::summaries) return seen; // whatever else is there
            token = c.cursor.behind(token + 2);
            if (token == last || text[*token] != ',') return seen;
            ++token;
        }
        return seen;
    }

    boost::mp11::mp_rename<Shapes, std::tuple> models_;
    place resume_ = nullptr;
    std::string scratch_;
};

} // namespace dynabackup::aws

namespace dynabackup {

/// Checks a text with any number of documents in any layout, each recognised by its members; findings go to the
/// sink in the order of the text.
template <class Documents = aws::any_document<aws::shapes>>
summary check(std::string_view text, options const& chosen, finding_sink& sink) {
    Documents documents;
    return detail::check_documents(text, chosen, sink, documents,
                                   landmarks(std::type_identity<aws::BackupSummary>{}), detail::layout::any);
}

/// The same for one text of an input of several, in their order; behind the last one `input.end` says what is known
/// only then.
template <class Documents = aws::any_document<aws::shapes>>
summary check(std::string_view text, options const& chosen, finding_sink& sink, input_state& input) {
    Documents documents;
    return detail::check_documents(text, chosen, sink, documents,
                                   landmarks(std::type_identity<aws::BackupSummary>{}), detail::layout::any,
                                   input);
}

} // namespace dynabackup
