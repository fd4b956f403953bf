#pragma once
/// \file
/// What the functions of the reader share, and values that cannot be read.

#include <dynabackup/detail/json/cursor.hpp>
#include <dynabackup/detail/read/checkpoint.hpp>
#include <dynabackup/detail/read/finding_buffer.hpp>
#include <dynabackup/detail/read/status.hpp>
#include <dynabackup/detail/read/unreadable_fields.hpp>
#include <dynabackup/detail/util/concat.hpp>
#include <dynabackup/model/shape_table.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dynabackup::detail {

/// What a value may be besides what its type says.
struct allowance {
    bool null;          ///< its member is optional
    bool epoch_seconds; ///< a time may be a number
};

struct reader;

/// Reads backup records one by one where documents are checked: each is validated before the next one is read. Who only
/// parses compiles neither rules nor recovery.
class record_handler {
public:
    /// Reads one record, and validates it.
    virtual read_status read_one(shape_table const& shape, void* record, path_node const& where,
                                 allowance may) = 0;
    /// Reads a list of records, of which the last one is kept. The cursor is at the element `from.index`, or after it.
    virtual read_status read_list(value_table const& list, void* records, path_node const& where,
                                  allowance element, list_checkpoint from) = 0;
    /// Something else than an object is where the document has its record.
    virtual void refuse() = 0;
    /// Whether a record is being read: what lies in it is no record of its own.
    virtual bool in_record() const = 0;

protected:
    ~record_handler() = default;
};

/// The order in which the members of the last record of a shape came.
struct member_order {
    static constexpr unsigned most_patience = 64;
    /// So many records are read without unrolled code, once one came in an order that this does not know.
    static constexpr unsigned records_without_unrolled = 16;

    shape_table const* shape = nullptr; ///< null: none came in an order of its own
    /// So many members may come as a surprise before no order is learned; each record adds one.
    unsigned patience = most_patience;
    bool spelled = false;                      ///< some keys are spelled otherwise than the API spells them
    expected_member members[most_members + 2]; ///< the last two have keys that no text has

    /// The place of a member. \pre it is one of the shape's
    expected_member* find(member_table const& m) {
        auto* place = members;
        while (place->table != &m) ++place;
        return place;
    }

    /// None came in an order of its own.
    void forget() {
        shape = nullptr;
        spelled = false;
    }
};

/// Where reading is in a window of the text.
struct reader {
    explicit reader(finding_buffer& buffer)
        : findings(buffer), options(buffer.options), latest(options.edition >= edition::newest) {}
    /// Of a text, at its first token; see json::cursor.
    reader(finding_buffer& buffer, std::string_view text, token first, token last, bool checked)
        : findings(buffer), options(buffer.options), latest(options.edition >= edition::newest),
          cursor(text, first, last, checked) {}

    finding_buffer& findings;
    dynabackup::check_options const& options;
    bool const latest;            ///< the edition has every member and enumerator of the model
    json::cursor cursor;          ///< the text; and the token that is read next, where that is not passed on
    std::size_t depth = 0;        ///< of the containers around it
    std::string scratch;          ///< for strings with escapes
    unreadable_fields unreadable; ///< of the record or document at hand
    record_handler* records = nullptr; ///< null: records are read as any object
    token after_records = nullptr;     ///< the token after the document's list of records
    checkpoint resume;                 ///< where reading stopped in a list of records
    member_order learned;              ///< of records
    bool found_spellings = false; ///< a name of the document at hand was spelled otherwise than the API's
    bool found_times = false;     ///< so was a time
    unsigned interpreted = 0;     ///< so many records are read before unrolled code is tried again
};

/// Goes on at that token with the reader's cursor, and returns with its place: for what is not plain.
template <class Read>
read_result with_cursor(reader& r, token at, Read read) {
    r.cursor.at = at;
    read_status const status = read();
    return {r.cursor.at, status};
}

/// The text is not JSON, as the cursor says.
inline read_status not_json(reader& r, path_node const& where) {
    r.findings.report_syntax(where, r.cursor);
    return stop(stop_reason::not_json);
}

/// Passes over a value that the model does not have.
DYNABACKUP_INLINE read_status skip(reader& r, path_node const& where, read_status result) {
    auto const* const first = r.cursor.at;
    char const* too_deep = nullptr;
    std::size_t const levels = r.options.max_depth > r.depth ? r.options.max_depth - r.depth : 0;
    if (!r.cursor.skip_value(levels, too_deep)) return not_json(r, where);
    if (too_deep) {
        auto const* deep = first;
        while (r.cursor.text().data() + *deep != too_deep) ++deep;
        r.findings.report(
            reading::depth, where, deep,
            concat("Nested deeper than ", r.options.max_depth, " levels; raise the limit if this is meant."));
    }
    return result;
}

/// The value at the cursor, for a message.
inline std::string found_value(reader const& r) {
    constexpr std::size_t most = 60;
    auto const text = r.cursor.token();
    auto shown = concat(text.substr(0, most), text.size() > most ? "..." : "");
    switch (text.front()) {
    case '{': return "an object";
    case '[': return "a list";
    case '"': return concat("the string ", shown);
    default: return shown;
    }
}

/// The member or element at a place, for a message.
inline std::string name_of_value(path_node const& where) {
    if (!where.parent) return "The document";
    if (where.last.is_index()) return concat("Element ", where.last.index());
    return std::string(where.last.name());
}

/// A value of another type than its member's.
DYNABACKUP_INLINE read_status wrong_type(reader& r, path_node const& where, std::string_view expected,
                                         allowance may) {
    auto const* const first = r.cursor.at;
    if (first == r.cursor.last) {
        r.cursor.fail_here({});
        return not_json(r, where);
    }
    bool const null = r.cursor.token() == "null";
    auto const found = found_value(r);
    if (null && may.null) {
        r.findings.report(reading::null_member, where, first,
                          concat(name_of_value(where), " is null; leave the member out."));
        return skip(r, where, value_absent);
    }
    auto const result =
        skip(r, where, value_unreadable); // first, so that a text that is not JSON is called so
    if (!result.stopped())
        r.findings.report(reading::wrong_type, where, first,
                          concat(name_of_value(where), " is ", found, null ? ", and required; " : "; ",
                                 expected, " belongs here."));
    return result;
}

/// A value of the right type that cannot be read.
DYNABACKUP_INLINE read_status refuse(reader& r, rule const& which, path_node const& where,
                                     std::string message) {
    auto const* const first = r.cursor.at;
    auto const result = skip(r, where, value_unreadable);
    if (!result.stopped()) r.findings.report(which, where, first, std::move(message));
    return result;
}

} // namespace dynabackup::detail
