#pragma once
/// \file
/// What a document has besides the members of its model, kept to be written again.

#include <dynabackup/compiled_elsewhere.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/write.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup {

/// The members of a document that the model does not know, by the objects in which they stand.
class unknown_members {
public:
    /// One of them.
    struct member {
        std::string name;  ///< without escapes
        std::string value; ///< its JSON, as it stood there
    };

    /// Adds a member to the object at that place, a JSON Pointer (RFC 6901).
    void add(std::string const& object, member added);

    /// Those of an object, sorted by name; null: none.
    std::vector<member> const* in(std::string const& object) const;

    std::size_t size() const { return size_; } ///< members, over all objects
    bool empty() const { return size_ == 0; }  ///< whether there are none

private:
    std::map<std::string, std::vector<member>> objects_;
    std::size_t size_ = 0;
};

namespace detail {

/// What is done with unknown members, where it is compiled: impl/keep.hpp.
template <described_struct T>
struct keeper;
/// The same, compiled by src.hpp.
void find_unknown_as(std::size_t shape, std::string_view text, edition day, unknown_members& found);
void append_json_as(std::size_t shape, std::string& out, void const* model, unknown_members const& kept,
                    format as);

} // namespace detail

/// Reads a text as parse<T> does, and keeps what T does not have, or not yet in the edition of the options: the members
/// of which a check says `json.unknown-member`, and those that it tolerates. Cost: half as much again as parse, and
/// memory for each of these members.
template <described_struct T>
result<T> parse(std::string_view text, unknown_members& kept, options const& chosen = {}) {
    kept = {};
    auto model = parse<T>(text, chosen);
    if (!model) return model;
    if constexpr (detail::compiled_elsewhere<T>) {
        detail::find_unknown_as(detail::shape_index<T>, text, chosen.edition, kept);
    } else {
        static_assert(detail::complete<detail::keeper<T>>,
                      "src.hpp does not compile this shape: include <dynabackup/impl/keep.hpp>");
        detail::keeper<T>::find_unknown(text, chosen.edition, kept);
    }
    return model;
}

/// Appends a model with the unknown members of the text that it was read from, as append_json does: in `aws_cli` behind
/// the others, else in the order of their names. Those of an object that the model does not have, or no longer has at
/// that place, are left out.
template <described_struct T>
void append_json(std::string& out, T const& model, unknown_members const& kept, format as = own_format<T>) {
    if constexpr (detail::compiled_elsewhere<T>) {
        detail::append_json_as(detail::shape_index<T>, out, &model, kept, as);
    } else {
        static_assert(detail::complete<detail::keeper<T>>,
                      "src.hpp does not compile this shape: include <dynabackup/impl/keep.hpp>");
        detail::keeper<T>::append(out, model, kept, as);
    }
}

/// The same as a new text.
template <described_struct T>
std::string to_json(T const& model, unknown_members const& kept, format as = own_format<T>) {
    std::string out;
    append_json(out, model, kept, as);
    return out;
}

} // namespace dynabackup

#ifndef DYNABACKUP_SEPARATE_COMPILATION
#include <dynabackup/impl/keep.hpp>
#include <dynabackup/impl/unknown_members.hpp>
#endif
