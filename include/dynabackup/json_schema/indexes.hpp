#pragma once
/// \file
/// The rules of lists of indexes in JSON Schema.

#include <dynabackup/json_schema/key_schema.hpp>
#include <dynabackup/json_schema/throughput.hpp>
#include <dynabackup/rules/indexes.hpp>

namespace dynabackup::schema {

template <class T>
concept indexed = requires(T const& t) {
    t.local_secondary_indexes;
    t.global_secondary_indexes;
};

template <class T>
object indexes_say(rule const& r, choice const& c) {
    if constexpr (indexed<T>) {
        if (&r == &indexes::local_count)
            return with(at<&T::local_secondary_indexes>, {{"maxItems", indexes::most_local}});
        if (&r == &indexes::global_count)
            return with(at<&T::global_secondary_indexes>, {{"maxItems", indexes::most_global(c.day())}});
    } else if constexpr (describes_table<T>) {
        using features = value_of<decltype(T::source_table_feature_details)>;
        using table = value_of<decltype(T::source_table_details)>;
        object const some{{"type", "array"}, {"minItems", 1}};
        if (&r == &indexes::table_range_key)
            return implies(
                has(at<&T::source_table_feature_details>, has(at<&features::local_secondary_indexes>, some)),
                with(at<&T::source_table_details>,
                     keys_of<table>::judged_member({{"contains", keys_of<table>::range()}})));
    }
    return {};
}

} // namespace dynabackup::schema
