#pragma once
/// \file
/// Keeps the members of a document that its model does not have, so that they can be written back.

#include <dynabackup/detail/config.hpp>
#include <dynabackup/detail/write/kept_members.hpp>
#include <dynabackup/parse.hpp>
#include <dynabackup/write.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dynabackup {

/// The members of a document that the model does not have, grouped by the objects that they belong to.
class unknown_members {
public:
    /// One member: `name`, without escapes, and `value`, its JSON as it was read.
    using member = detail::kept_member;

    /// Adds a member to the object at that place, a JSON Pointer (RFC 6901).
    DYNABACKUP_INLINE void add(std::string const& object, member added);

    /// Returns the members of an object, sorted by name; null if it has none.
    DYNABACKUP_INLINE std::vector<member> const* in(std::string const& object) const;

    std::size_t size() const { return all_.size; } ///< members, over all objects
    bool empty() const { return all_.size == 0; }  ///< whether there are no members

    /// All members, for the writer.
    detail::kept_members const& all() const { return all_; }

private:
    detail::kept_members all_;
};

namespace detail {

/// Finds the unknown members of a text. \pre It was read as that shape.
DYNABACKUP_INLINE void find_unknown_members(std::string_view text, shape_table const& shape,
                                            parse_options const& chosen, unknown_members& found);

} // namespace detail

/// Reads a text as parse<T> does, and keeps the members that T does not have, or does not have yet in the edition of
/// the options: those that a check reports as `json.unknown-member`, and those that it tolerates. Complexity: 1.5 times
/// the time of parse, and memory for each of these members.
template <shape T>
[[nodiscard]] result<T> parse(std::string_view text, unknown_members& kept,
                              parse_options const& chosen = {}) {
    kept = {};
    auto model = parse<T>(text, chosen);
    if (model) detail::find_unknown_members(text, shape_table_of<T>, chosen, kept);
    return model;
}

/// Appends a model as append_json does, with the unknown members of the text that it was read from. In `aws_cli` they
/// follow the other members; in the other formats they are sorted in among these by name. Unknown members of an object
/// that is no longer at its place in the model are left out.
template <shape T>
void append_json(std::string& out, T const& model, unknown_members const& kept, format as = own_format<T>) {
    detail::append_object(out, shape_table_of<T>, &model, as, 0, nullptr, &kept.all());
}

/// Returns the text that append_json appends.
template <shape T>
std::string to_json(T const& model, unknown_members const& kept, format as = own_format<T>) {
    std::string out;
    append_json(out, model, kept, as);
    return out;
}

} // namespace dynabackup

#if DYNABACKUP_DEFINE
#include <dynabackup/detail/write/unknown_finder.hpp>
#endif
