#pragma once
/// \file
/// The state that the functions of the reader share, and the reports of values that cannot be read.

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

/// What a value may be in addition to its type.
struct allowance {
    bool null;          ///< its member is optional
    bool epoch_seconds; ///< a time may be a number
};

struct reader;

/// Reads backup records one by one while documents are checked: each is validated before the next one is read. It is an
/// interface so that programs that only parse compile neither rules nor recovery.
class record_handler {
public:
    /// Reads one record, and validates it.
    virtual read_status read_one(shape_table const& shape, void* record, path_node const& where,
                                 allowance may) = 0;
    /// Reads a list of records. Keeps the last one. \pre The cursor is at the element `from.index`, or after it.
    virtual read_status read_list(value_table const& list, void* records, path_node const& where,
                                  allowance element, list_checkpoint from) = 0;
    /// The value of the document's record is not an object.
    virtual void refuse() = 0;
    /// Whether a record is being read: objects in it are not records of their own.
    virtual bool in_record() const = 0;

protected:
    ~record_handler() = default;
};

/// The order of the members in the last record of a shape.
struct member_order {
    static constexpr unsigned most_patience = 64;
    /// The number of records that are read without unrolled code after one in an order that the code does not know.
    static constexpr unsigned records_without_unrolled = 16;

    shape_table const* shape = nullptr; ///< null: no record had an order of its own
    /// The number of unexpected members after which orders are no longer learned; each record adds one.
    unsigned patience = most_patience;
    bool spelled = false;                      ///< some keys are not spelled as the API spells them
    expected_member members[most_members + 2]; ///< the keys of the last two match no text

    /// Returns the place of a member. \pre The member is one of the shape's.
    expected_member* find(member_table const& m) {
        auto* place = members;
        while (place->table != &m) ++place;
        return place;
    }

    /// Forgets the learned order.
    void forget() {
        shape = nullptr;
        spelled = false;
    }
};

/// The state of reading in a window of the text.
struct reader {
    explicit reader(finding_buffer& buffer)
        : findings(buffer), options(buffer.options), latest(options.edition >= edition::newest) {}
    /// Begins a text at its first token: see json::cursor.
    reader(finding_buffer& buffer, std::string_view text, token first, token last, bool checked)
        : findings(buffer), options(buffer.options), latest(options.edition >= edition::newest),
          cursor(text, first, last, checked) {}

    finding_buffer& findings;
    dynabackup::check_options const& options;
    bool const latest;                 ///< the edition has every member and enumerator of the model
    json::cursor cursor;               ///< the text, and the next token where functions do not pass it on
    std::size_t depth = 0;             ///< the number of containers around the cursor
    std::string scratch;               ///< for strings with escapes
    unreadable_fields unreadable;      ///< of the current record or document
    record_handler* records = nullptr; ///< null: records are read like other objects
    token after_records = nullptr;     ///< the token after the document's list of records
    checkpoint resume;                 ///< where reading stopped in a list of records
    member_order learned;              ///< of records
    bool found_spellings = false;      ///< a name in the current document is not spelled as the API spells it
    bool found_times = false;          ///< a time in the current document is not spelled as the API spells it
    unsigned interpreted = 0;          ///< the number of records to read before unrolled code is tried again
};

/// What the value of a member may be besides its type.
inline allowance allowance_of(reader const& r, member_table const& m) {
    return {m.presence != presence::required || r.options.edition < m.facts->obliged, m.epoch_seconds};
}

/// Calls `read` with the reader's cursor at a token, and returns the cursor's place: for text that is not plain.
template <class Read>
read_result with_cursor(reader& r, token at, Read read) {
    r.cursor.at = at;
    read_status const status = read();
    return {r.cursor.at, status};
}

/// Reports that the text is not JSON, with the error of the cursor.
inline read_status not_json(reader& r, path_node const& where) {
    r.findings.report_syntax(where, r.cursor);
    return stop(stop_reason::not_json);
}

/// Skips a value that the model does not have.
inline read_status skip(reader& r, path_node const& where, read_status result) {
    auto const* const first = r.cursor.at;
    char const* too_deep = nullptr;
    std::size_t const levels = r.options.max_depth > r.depth ? r.options.max_depth - r.depth : 0;
    if (!r.cursor.skip_value(levels, too_deep)) return not_json(r, where);
    if (too_deep) {
        auto const* deep = first;
        while (r.cursor.text().data() + *deep != too_deep) ++deep;
        r.findings.report(reading::depth, where, deep,
                          concat("Nested deeper than ", r.options.max_depth,
                                 " levels; raise the limit if this is intended."));
    }
    return result;
}

/// Describes the value at the cursor, for a message.
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

/// Describes the member or element at a place, for a message.
inline std::string name_of_value(path_node const& where) {
    if (!where.parent) return "The document";
    if (where.last.is_index()) return concat("Element ", where.last.index());
    return std::string(where.last.name());
}

/// Reports a value that does not have the type of its member.
inline read_status wrong_type(reader& r, path_node const& where, std::string_view expected, allowance may) {
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
        skip(r, where, value_unreadable); // first, so that a text that is not JSON is reported as such
    if (!result.stopped())
        r.findings.report(reading::wrong_type, where, first,
                          concat(name_of_value(where), " is ", found, null ? ", but required" : "",
                                 "; expected ", expected, '.'));
    return result;
}

/// Reports a value of the right type that cannot be read.
inline read_status refuse(reader& r, rule const& which, path_node const& where, std::string message) {
    auto const* const first = r.cursor.at;
    auto const result = skip(r, where, value_unreadable);
    if (!result.stopped()) r.findings.report(which, where, first, std::move(message));
    return result;
}

} // namespace dynabackup::detail
