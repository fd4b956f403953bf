#pragma once
/// \file
/// Adds up an item of values of any type.

#include <dynabackup/aws/attribute_value.hpp>

#include "items/scenarios.hpp"

namespace items {

inline void add_value(tally& sum, dynabackup::aws::AttributeValue const& value) {
    using dynabackup::aws::AttributeType;
    if (value.type() == AttributeType::number) sum.number(*value.as<std::int64_t>());
    else if (auto const* const text = value.text()) sum.text(*text);
    else if (value.type() == AttributeType::boolean) sum.flag(*value.as<bool>());
    else if (auto const* const set = value.set())
        for (auto const& one : *set) sum.text(one);
    else if (auto const* const list = value.list())
        for (auto const& one : *list) add_value(sum, one);
    else if (auto const* const map = value.map())
        for (auto const& one : *map) add_value(sum, one.value);
}

inline void add_item(tally& sum, dynabackup::aws::AttributeMap const& item) {
    ++sum.records;
    for (auto const& attribute : item) add_value(sum, attribute.value);
}

} // namespace items
