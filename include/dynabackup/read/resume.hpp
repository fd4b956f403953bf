#pragma once
/// \file
/// Goes on in a document that was left in its list of records, where a piece of text ended.

#include <dynabackup/read/object.hpp>

#include <cstddef>
#include <type_traits>
#include <vector>

namespace dynabackup::detail {

/// Goes on in an object that was left in a list of records, or in that list.
template <described_struct T>
got resume_value(context& c, T& out, path_node const& where) {
    return resume_object(c, out, where);
}
template <class V>
got resume_value(context& c, std::vector<V>& out, path_node const& where) {
    ++c.depth;
    allowed const element{false, dialect(std::type_identity<V>{}).epoch_seconds};
    auto const result = c.records->list(c, &out, where, element, c.suspended);
    --c.depth;
    return result;
}

/// The same for a member, if records can be below it.
template <class T, std::size_t I>
got resume_member(context& c, T& object, path_node const& parent) {
    auto& member = object.*described_member<T, I>::pointer;
    using M = std::remove_reference_t<decltype(member)>;
    if constexpr (!leads_to_records<M>) return got::broken; // no reading stops there
    else {
        path_node const where{&parent, wire_name<T, I>};
        auto& value = [&]() -> auto& {
            if constexpr (!is_optional<M>) return member;
            else return member ? *member : member.emplace(); // another model may have its beginning
        }
        ();
        return settle_member<T, I>(c, object, resume_value(c, value, where));
    }
}

} // namespace dynabackup::detail
