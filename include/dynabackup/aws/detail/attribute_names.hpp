#pragma once
/// \file
/// Finds the attributes of one map by name while the map is built. No text can make the time quadratic.

#include <dynabackup/aws/attribute_value.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace dynabackup::aws::detail {

/// The names of one map, to find names that are repeated. Few names are compared one by one. Many names are kept in a
/// tree, so that no text makes the search slow.
class attribute_names {
public:
    /// Returns the attribute with that name among the first n; null if there is none.
    Attribute* find(AttributeMap& map, std::size_t n, std::string_view name) {
        if (n <= few) {
            for (std::size_t i = 0; i < n; ++i)
                if (auto& a = map.begin()[i]; a.name == name) return &a;
            return nullptr;
        }
        while (indexed_ < n) by_name_.emplace(map.begin()[indexed_].name, indexed_), ++indexed_;
        auto const found = by_name_.find(name);
        return found == by_name_.end() ? nullptr : map.begin() + found->second;
    }

private:
    static constexpr std::size_t few = 24;
    std::map<std::string, std::size_t, std::less<>> by_name_;
    std::size_t indexed_ = 0;
};

} // namespace dynabackup::aws::detail
