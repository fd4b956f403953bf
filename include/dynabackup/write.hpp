#pragma once
/// \file
/// Writes a model as the JSON that its service sends, or that the AWS command line prints.

#include <dynabackup/compiled_elsewhere.hpp>
#include <dynabackup/model/shape.hpp>
#include <dynabackup/write/format.hpp>

#include <cstddef>
#include <string>
#include <type_traits>

namespace dynabackup {

namespace detail {

/// What append_json does, where it is compiled: impl/write.hpp.
template <described_struct T>
struct writer;
/// The same, compiled by src.hpp.
void append_json_as(std::size_t shape, std::string& out, void const* model, format as);

} // namespace detail

/// What the system of T sends.
template <described_struct T>
inline constexpr format own_format = dialect(std::type_identity<T>{}).epoch_seconds ? format::aws_wire
                                                                                    : format::clumio;

/// Appends a model as JSON, without a line break behind it:
/// - `aws_wire`: the bytes that DynamoDB sends. Members in alphabetical order, no white space, times as Java prints a
///   double: `1.70805524557E9`.
/// - `aws_cli`: what `aws dynamodb … --output json` (version 2) prints. Members in the documented order, four spaces
///   a level, times as `2024-02-16T03:45:45.570000+00:00`, to the microsecond. Text is not escaped to ASCII.
/// - `clumio`: members in alphabetical order, no white space, times as `2024-02-16T03:45:45.570Z`.
///
/// The format is the layout and the spelling of times; names, and what may be null, are those of the shape's own
/// system, whatever the format. A shape whose times are always text has text in `aws_wire`, too. So a text can be
/// read as the shape from which it was written, and is then equal to it: to the microsecond in `aws_cli`.
///
/// Absent members are left out, and null stands where a `nullable` is null. A required member is written whatever it
/// holds, but for an enumeration without a value: that is what reading leaves where the member was absent. Enumerators
/// that the model does not know are written as they were read. In a string that is not UTF-8, each byte that belongs
/// to no well-formed sequence becomes U+FFFD.
///
/// Cost: one pass; nothing is allocated but what `out` needs.
template <described_struct T>
void append_json(std::string& out, T const& model, format as = own_format<T>) {
    if constexpr (detail::compiled_elsewhere<T>) {
        detail::append_json_as(detail::shape_index<T>, out, &model, as);
    } else {
        static_assert(detail::complete<detail::writer<T>>,
                      "src.hpp does not compile this shape: include <dynabackup/impl/write.hpp>");
        detail::writer<T>::append(out, model, as);
    }
}

/// The same as a new text.
template <described_struct T>
std::string to_json(T const& model, format as = own_format<T>) {
    std::string out;
    append_json(out, model, as);
    return out;
}

} // namespace dynabackup

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#include <dynabackup/impl/write.hpp>
#endif
