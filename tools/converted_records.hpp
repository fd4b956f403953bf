#pragma once
/// \file
/// What a stretch of a dump becomes in the format that is asked for: written by the thread that reads the stretch.

#include <dynabackup/dump.hpp>

#include "csv.hpp"
#include "original_record.hpp"
#include "pages.hpp"

#include <boost/mp11/algorithm.hpp>
#include <fmt/format.h>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dynabackup::tool {

/// `original`: each record on a line, in its own bytes; for `split`.
enum class target : unsigned char { wire, cli, ndjson, csv, original };

/// What a piece of the output is.
enum class piece_kind : unsigned char {
    line,        ///< a record on a line of its own
    aws_backup,  ///< an element of a list of DynamoDB's
    aws_alone,   ///< the same, though it was not in a list
    clumio_item, ///< an element of a list of Clumio's
    aws_end,     ///< what stands behind the list of a page; then the same for several pages in one
    clumio_end,
    document,  ///< all of it
    recordless ///< a document that has no record, where only records are written
};

/// Takes records and documents, and has them as text; see record_batch.
class converted_records final : public dynabackup::detail::record_visitor {
public:
    explicit converted_records(target to)
        : to_(to), as_(to == target::cli ? format::aws_cli : format::aws_wire) {}

    record_visitor* visitor() { return this; }
    std::size_t size() const { return pieces_.size(); }
    void clear() { truncate(0); }
    void truncate(std::size_t size) {
        pieces_.resize(size);
        text_.resize(size == 0 ? 0 : pieces_.back().end);
    }
    void move(dynabackup::detail::record_position const&, std::size_t) {}
    void finish() {}

    /// Calls `f(kind, text)` for each piece.
    template <class F>
    void for_each(F f) const {
        std::size_t begin = 0;
        for (auto const& [kind, end] : pieces_) {
            f(kind, std::string_view(text_).substr(begin, end - begin));
            begin = end;
        }
    }

    /// What comes now is read with that context; `goes_on`: in the document that was being read.
    void begin(context& c, bool goes_on) {
        c_ = &c;
        if (goes_on) return;
        alone_.reset();
        unread_.clear();
    }

    /// The document has been read whole.
    template <described_struct T>
    void end(T& model) {
        using dynabackup::detail::leads_to_records;
        if constexpr (page_shape<T>) {
            if (!records_only()) end_page(model);
        } else if constexpr (!leads_to_records<T> && !record_shape<T>) {
            using record = typename dynabackup::detail::record_of<T>::type;
            if (!alone_ && !std::is_void_v<record> && !c_->unread.empty()) return; // it is a finding
            if (records_only()) {
                if (!alone_) add(piece_kind::recordless);
                return;
            }
            if (alone_) truncate(*alone_);
            print(model, 0, alone_ ? unread_ : c_->unread);
            add(piece_kind::document);
        }
    }

private:
    struct piece {
        piece_kind kind;
        std::size_t end; ///< of its text
    };

    void visit(char const* shape, void* record, dynabackup::detail::record_position const& at) override {
        boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, record_shapes>>(
            [&](auto known) {
                using T = typename decltype(known)::type;
                if (shape == &dynabackup::detail::shape_identity<T>)
                    take(*static_cast<T const*>(record), at.offset);
            });
    }
    bool restore(char const*, void*) override { return true; } // it was not touched

    using record_shapes = boost::mp11::mp_rename<any_record, boost::mp11::mp_list>;

    template <class T>
    void take(T const& record, std::size_t offset) {
        bool const listed = c_->shape == shape_name<aws::ListBackupsOutput>() ||
                            c_->shape == shape_name<clumio::DynamoDBTableBackupList>();
        if (!listed && !alone_) {
            alone_ = pieces_.size();
            unread_ = c_->unread;
        }
        if (to_ == target::original) {
            append_original(text_, original(offset), record, c_->unread);
            return add(piece_kind::line);
        }
        if (to_ == target::csv) {
            append_csv(text_, record, c_->unread);
            return add(piece_kind::line);
        }
        if (to_ == target::ndjson) {
            print(record, 0, c_->unread);
            text_ += '\n';
            return add(piece_kind::line);
        }
        if constexpr (std::same_as<T, aws::BackupSummary>) {
            print(record, 2,
                  c_->unread); // alone it is an element, too: the service has no other place for it
            return add(listed ? piece_kind::aws_backup : piece_kind::aws_alone);
        }
        print(record, listed ? 3 : 0, c_->unread);
        add(listed ? piece_kind::clumio_item : piece_kind::document);
    }

    bool records_only() const { return to_ != target::wire && to_ != target::cli; }

    /// The text of the record that begins there in the input, and has just been read.
    std::string_view original(std::size_t offset) const {
        std::size_t const begin = offset - c_->input_offset(0), end = c_->cursor.at[-1] + std::size_t{1};
        return c_->cursor.text().substr(begin, end - begin);
    }

    template <class T>
    void print(T const& model, std::size_t depth, unread_members const& unread) {
        dynabackup::detail::append_json(text_, model, as_, depth, unread.empty() ? nullptr : &unread);
    }

    template <class T>
    void end_page(T& page) {
        constexpr auto kind =
            std::same_as<T, aws::ListBackupsOutput> ? piece_kind::aws_end : piece_kind::clumio_end;
        auto const token = token_of<T>();
        text_ += with_token(text_around(page, as_, &c_->unread).behind, token);
        add(kind);
        around_list(page);
        text_ += with_token(text_around(page, as_).behind, token);
        add(kind);
    }

    /// What the command line adds where it cuts a list short; the service does not know it.
    template <class T>
    std::string token_of() {
        if constexpr (dynabackup::detail::has_page_token<T>) {
            constexpr std::string_view name = page_token(std::type_identity<T>{});
            auto const text = to_ == target::cli ? text_behind_list(*c_, name) : std::string_view();
            if (!text.empty()) return fmt::format(",\n    \"{}\": {}", name, text);
        }
        return {};
    }
    static std::string with_token(std::string behind, std::string_view token) {
        return behind.insert(behind.size() - (token.empty() ? 0 : 2),
                             token); // before a line break and a brace
    }

    void add(piece_kind kind) { pieces_.push_back({kind, text_.size()}); }

    target to_;
    format as_;
    std::string text_;
    std::vector<piece> pieces_;
    context* c_ = nullptr;
    std::optional<std::size_t> alone_; ///< the first piece of the document at hand, which is no list
    unread_members unread_;            ///< of its record
};

} // namespace dynabackup::tool
