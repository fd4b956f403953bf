#pragma once
/// \file
/// Writes a model as the JSON that its service sends, or as that which the AWS command line prints.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/model/tables.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace dynabackup {

/// The program whose JSON is written.
enum class format : unsigned char {
    aws_wire, ///< what DynamoDB sends
    aws_cli,  ///< what `aws dynamodb … --output json` prints
    clumio,   ///< what Clumio sends
};

class unreadable_fields; // model/unreadable_fields.hpp

namespace detail {

struct kept_members;

/// Appends an object of a shape. `depth`: the number of objects and lists around it. `unreadable`: members that are
/// left out because their values are not known; null: none. `kept`: members that are written in addition to those of
/// the shape; null: none.
DYNABACKUP_INLINE void append_object(std::string& out, shape_table const& shape, void const* object,
                                     format as, std::size_t depth = 0,
                                     unreadable_fields const* unreadable = nullptr,
                                     kept_members const* kept = nullptr);

} // namespace detail

/// The format of the service that sends T.
template <shape T>
inline constexpr format own_format = dialect(std::type_identity<T>{}).epoch_seconds ? format::aws_wire
                                                                                    : format::clumio;

/// Appends a model as JSON, without a line break after it:
/// - `aws_wire`: the bytes that DynamoDB sends. Members in alphabetical order, no white space, times as Java prints a
///   double: `1.70805524557E9`.
/// - `aws_cli`: what `aws dynamodb … --output json` (version 2) prints. Members in the documented order, four spaces
///   per level, times as `2024-02-16T03:45:45.570000+00:00`, to the microsecond. Text is not escaped to ASCII.
/// - `clumio`: members in alphabetical order, no white space, times as `2024-02-16T03:45:45.570Z`.
///
/// The manifests and data files of table exports have their members in the documented order in every format. Their
/// times have at least three decimals, as DynamoDB writes them.
///
/// The format decides the layout and the spelling of times. In every format, the names of members, and which members
/// may be null, are those of the shape's own system, and a shape whose times are always text has times as text. The
/// output can therefore be read as the same shape, and gives an equal model (in `aws_cli`, equal to the microsecond).
///
/// Absent members are left out. `null` is written for a `nullable` that is null. A required member is written whatever
/// its value, except an enumeration with the empty text, which means that the member was absent when it was read.
/// Unknown values of an enumeration are written as they were read. In a string that is not UTF-8, each byte outside a
/// well-formed sequence becomes U+FFFD.
///
/// Complexity: linear in the size of the output. Allocates only the memory of `out`. Throws only std::bad_alloc.
template <shape T>
void append_json(std::string& out, T const& model, format as = own_format<T>) {
    detail::append_object(out, shape_table_of<T>, &model, as);
}

/// Appends an object of a shape that is known at run time. `depth`: the number of objects and lists around it, by which
/// `aws_cli` indents it. Leaves out the members in `unreadable`, if that is not null.
inline void append_json(std::string& out, shape_table const& shape, void const* object, format as,
                        std::size_t depth = 0, unreadable_fields const* unreadable = nullptr) {
    detail::append_object(out, shape, object, as, depth, unreadable);
}

/// Appends a text as a JSON string, with quotes. Each byte outside a well-formed sequence of UTF-8 becomes U+FFFD.
DYNABACKUP_INLINE void append_json_string(std::string& out, std::string_view text);

/// Returns the text that append_json appends.
template <shape T>
std::string to_json(T const& model, format as = own_format<T>) {
    std::string out;
    append_json(out, model, as);
    return out;
}

} // namespace dynabackup

#if DYNABACKUP_DEFINE

#include <dynabackup/detail/json/text.hpp>
#include <dynabackup/detail/write/printer.hpp>

namespace dynabackup {

DYNABACKUP_INLINE void append_json_string(std::string& out, std::string_view text) {
    json::append_json_string(out, text);
}

} // namespace dynabackup

#endif
