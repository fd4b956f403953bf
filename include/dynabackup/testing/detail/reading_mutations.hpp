#pragma once
/// \file
/// Breaks the rules of reading in the text of any document.

#include <dynabackup/options.hpp>
#include <dynabackup/rules/paging.hpp>
#include <dynabackup/rules/reading.hpp>
#include <dynabackup/testing/detail/mutation.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dynabackup::testing::detail {

using namespace std::string_view_literals;
namespace simple = aws::simple;

// ---- selection of members ----

inline bool any_member(json_place const&) { return true; }
/// A member of an object inside the document. The document may be recognised by its own members.
inline bool is_inner(json_place const& place) { return place.depth >= 2; }
inline bool is_required_inner(json_place const& place) { return place.required && place.depth >= 2; }
inline bool is_scalar(json_place const& place) {
    return place.kind != value_kind::object && place.kind != value_kind::list;
}
inline bool is_enumerator(json_place const& place) { return place.kind == value_kind::enumeration; }
inline bool is_integer(json_place const& place) { return place.kind == value_kind::integer; }
inline bool is_time(json_place const& place) { return place.kind == value_kind::time; }
inline bool is_search_schema(json_place const& place) { return place.simple == &simple::SearchSchema; }
/// The content of an AWS response, beside which ResponseMetadata is tolerated.
inline bool is_content(json_place const& place) {
    return place.depth == 1 && place.dialect.system == "aws" && !is_scalar(place);
}
/// The name of a record in a page.
inline bool is_listed_name(json_place const& place) {
    return place.simple == &simple::BackupName && place.depth == 3;
}
/// A member inside an AWS document: its name begins with a capital letter.
inline bool has_capital(json_place const& place) { return place.dialect.system == "aws" && is_inner(place); }
/// The records of a page.
inline bool is_page(json_place const& place) { return place.path == "/BackupSummaries"; }
/// A time of a request: no rule compares it with another.
inline bool is_time_of_request(json_place const& place) {
    return is_time(place) && place.dialect.system == "aws" && place.depth == 1;
}
/// An object whose shape requires no member.
inline bool has_nothing_required(json_place const& place) {
    return place.path.ends_with("/TimeToLiveDescription") || place.path.ends_with("/SSEDescription");
}
/// The content of a document that is recognised inside other JSON.
inline bool is_of_response(json_place const& place) {
    return place.depth == 1 && place.kind != value_kind::time && place.simple != &simple::BackupsInputLimit;
}
/// A member of AWS that no rule needs.
inline bool is_dispensable(json_place const& place) {
    constexpr std::array free{
        &simple::ItemCount,         &simple::BackupSizeBytes,     &simple::TableArn,
        &simple::BackupsInputLimit, &simple::TimeRangeLowerBound, &simple::TimeRangeUpperBound};
    return !place.required && !place.dialect.null_is_absent && std::ranges::count(free, place.simple) > 0;
}
/// A text that no other rule reads.
inline bool has_own_length(json_place const& place) {
    return place.simple == &simple::IndexName || place.simple == &simple::TimeToLiveAttributeName ||
           place.simple == &simple::VectorAttributeName;
}
inline bool has_own_pattern(json_place const& place) {
    return place.simple == &simple::IndexName || place.simple == &simple::TableId;
}

// ---- changes of members ----

inline void damage(std::string& text, json_place const& place, scene& s) {
    constexpr std::array in_name{"\x01"sv, "\\q"sv, "\\ud800"sv, "\xFF"sv, "\\u12G4"sv, "\t"sv};
    constexpr std::array values{"tru"sv, "01"sv, "'text'"sv, "1."sv, "NaN"sv, ""sv, "0x10"sv};
    auto const [name, begin, end] = find_member(text, place.path);
    switch (s.random().below(4)) {
    case 0: text.insert(name + 1, s.random().pick(in_name)); break;
    case 1: text.replace(begin, end - begin, s.random().pick(values)); break;
    case 2: text.insert(end, ","); break;
    default: text.resize(begin); break;
    }
}

inline void nest_deeply(std::string& text, json_place const& place, scene& s) {
    constexpr std::size_t limit = check_options{}.max_depth; // the document is also a level
    auto const levels = limit + s.random().below(100);
    insert_member(text, place.path,
                  "\"ResponseMetadata\":" + std::string(levels, '[') + std::string(levels, ']'));
}

inline void change_type(std::string& text, json_place const& place, scene& s) {
    constexpr std::array no_text{"7"sv, "true"sv, "[]"sv, "{}"sv, "-0.5"sv};
    constexpr std::array no_number{"true"sv, "[]"sv, "{}"sv, "false"sv}; // a time may be text
    constexpr std::array no_container{"7"sv, "\"text\""sv, "true"sv};
    constexpr std::array no_truth{"1"sv, "\"true\""sv, "[]"sv, "{}"sv};
    auto const other = [&]() -> std::string_view {
        using enum value_kind;
        switch (place.kind) {
        case string:
        case enumeration: return s.random().pick(no_text);
        case boolean: return s.random().pick(no_truth);
        case object:
        case list: return s.random().pick(no_container);
        default: return s.random().pick(no_number);
        }
    };
    replace_value(text, place.path, other());
}

inline void make_null(std::string& text, json_place const& place, scene&) {
    replace_value(text, place.path, "null");
}

inline void remove(std::string& text, json_place const& place, scene&) { remove_member(text, place.path); }

inline void repeat(std::string& text, json_place const& place, scene&) {
    auto const [name, begin, end] = find_member(text, place.path);
    insert_member(text, place.path, text.substr(name, end - name));
}

inline void add_unknown(std::string& text, json_place const& place, scene& s) {
    constexpr std::array names{"Owner"sv, "Notes"sv, "x-trace"sv, "BackupOwner"sv, "checksum"sv};
    constexpr std::array values{"7"sv, "\"text\""sv, "null"sv, "[1,{\"a\":[]}]"sv, "{\"b\":true}"sv};
    std::string member = "\"" + std::string(s.random().pick(names)) + "\":";
    insert_member(text, place.path, member += s.random().pick(values));
}

/// Writes the first letter of a name in lower case.
inline void misspell(std::string& text, json_place const& place, scene&) {
    char& first = text[find_member(text, place.path).name + 1];
    first = static_cast<char>(first | 0x20);
}

/// Replaces an object of a shape without required members by an object with unknown members only.
inline void say_nothing_known(std::string& text, json_place const& place, scene& s) {
    replace_value(text, place.path, "{\"Enabled\":" + std::to_string(s.random().below(100)) + '}');
}

/// Spells a time with an offset that lacks its colon.
inline void misspell_time(std::string& text, json_place const& place, scene& s) {
    auto const time = timestamp{std::chrono::seconds{s.random().between(1'500'000'000, 1'700'000'000)}};
    auto spelled = '"' + to_text(time);
    spelled.replace(spelled.find('Z'), 1, "+0000\"");
    replace_value(text, place.path, spelled);
}

/// Puts two pages with one cursor before the last page of a listing.
inline void repeat_cursor(std::string& text, json_place const&, scene& s) {
    auto const page = R"({"BackupSummaries":[],"LastEvaluatedBackupArn":")" + s.backup().arn + "\"}\n";
    text = page + page + text;
}

/// Replaces the document by other JSON.
inline void replace_all(std::string& text, json_place const&, scene& s) {
    constexpr std::array names{"Response"sv, "Data"sv, "body"sv, "Result"sv};
    text = "{\"" + std::string(s.random().pick(names)) + "\":{\"StatusCode\":";
    (text += std::to_string(s.random().below(1000))) += "}}";
}

/// Wraps the document in an unknown object.
inline void hide(std::string& text, json_place const&, scene& s) {
    constexpr std::array names{"Response"sv, "Data"sv, "Backups"sv, "body"sv, "Result"sv};
    text.insert(0, "{\"" + std::string(s.random().pick(names)) + "\":") += '}';
}

inline void make_too_large(std::string& text, json_place const& place, scene& s) {
    replace_value(text, place.path,
                  '"' + std::string(s.options().max_record_bytes + s.random().below(100), 'x') + '"');
}

inline void make_unknown(std::string& text, json_place const& place, scene& s) {
    constexpr std::array values{"\"ACTIVE\""sv, "\"UNKNOWN\""sv, "\"none\""sv, "\"hash\""sv, "\"MANUAL\""sv};
    replace_value(text, place.path, s.random().pick(values));
}

inline void make_fractional(std::string& text, json_place const& place, scene& s) {
    constexpr std::array values{"2.5"sv, "1e-3"sv, "0.25"sv, "12345.6"sv, "-7.5"sv};
    replace_value(text, place.path, s.random().pick(values));
}

/// Exceeds 64 bits, or exceeds a documented limit by one. Capacities have rules of their own.
inline void leave_range(std::string& text, json_place const& place, scene& s) {
    constexpr std::array values{"9223372036854775808"sv, "-9223372036854775809"sv, "1e30"sv, "-2e19"sv};
    std::string value(s.random().pick(values));
    bool const limited = place.simple && place.simple != &simple::PositiveLongObject;
    if (limited && s.random().one_in(2)) {
        auto const& allowed = place.simple->at(s.edition());
        if (allowed.has_min()) value = std::to_string(allowed.min - 1);
        if (allowed.has_max() && s.random().one_in(2)) value = std::to_string(allowed.max + 1);
    }
    replace_value(text, place.path, value);
}

inline void leave_length(std::string& text, json_place const& place, scene& s) {
    auto const& allowed = place.simple->at(s.edition());
    auto const size = s.random().one_in(2) ? allowed.min - 1 : allowed.max + s.random().log_between(1, 100);
    replace_value(text, place.path, '"' + std::string(static_cast<std::size_t>(size), 'x') + '"');
}

inline void leave_pattern(std::string& text, json_place const& place, scene& s) {
    constexpr std::array values{"\"by status\""sv, "\"größe\""sv, "\"a/b/c\""sv, "\"0F8FAD5B-ALSO:wrong\""sv};
    replace_value(text, place.path, s.random().pick(values));
}

inline void make_empty(std::string& text, json_place const& place, scene&) {
    replace_value(text, place.path, "[]");
}

inline void spoil_time(std::string& text, json_place const& place, scene& s) {
    constexpr std::array values{"\"2024-05-02T12:00:00\""sv, "\"yesterday\""sv, "\"2024-13-01T00:00:00Z\""sv,
                                "\"2024-05-02\""sv, "\"1.7E9\""sv};
    replace_value(text, place.path, s.random().pick(values));
}

inline void leave_time(std::string& text, json_place const& place, scene& s) {
    constexpr std::array values{"\"2300-01-01T00:00:00Z\""sv, "\"1600-02-29T12:00:00+01:00\""sv};
    constexpr std::array numbers{"1e10"sv, "-9.5E9"sv};
    bool const number = place.dialect.system == "aws" && s.random().one_in(2);
    replace_value(text, place.path, number ? s.random().pick(numbers) : s.random().pick(values));
}

inline constexpr std::array reading_mutations{
    text_mutation{&reading::syntax, any_member, damage},
    text_mutation{&reading::depth, is_content, nest_deeply},
    text_mutation{&reading::wrong_type, is_inner, change_type},
    text_mutation{&reading::null_member, is_dispensable, make_null},
    text_mutation{&reading::missing_member, is_required_inner, remove},
    text_mutation{&reading::duplicate_member, is_scalar, repeat},
    text_mutation{&reading::unknown_member, any_member, add_unknown},
    text_mutation{&reading::misspelled_member, has_capital, misspell},
    text_mutation{&paging::cursor_repeated, is_page, repeat_cursor},
    text_mutation{&reading::unrecognized, any_member, replace_all},
    text_mutation{&reading::embedded, is_of_response, hide},
    text_mutation{&reading::other_spelling, has_capital, misspell},
    text_mutation{&reading::other_times, is_time_of_request, misspell_time},
    text_mutation{&reading::nothing_known, has_nothing_required, say_nothing_known},
    text_mutation{&reading::record_too_large, is_listed_name, make_too_large},
    text_mutation{&reading::unknown_value, is_enumerator, make_unknown},
    text_mutation{&reading::not_integer, is_integer, make_fractional},
    text_mutation{&reading::out_of_range, is_integer, leave_range},
    text_mutation{&reading::string_length, has_own_length, leave_length},
    text_mutation{&reading::string_pattern, has_own_pattern, leave_pattern},
    text_mutation{&reading::list_size, is_search_schema, make_empty},
    text_mutation{&reading::time_format, is_time, spoil_time},
    text_mutation{&reading::time_out_of_range, is_time, leave_time},
};

} // namespace dynabackup::testing::detail
