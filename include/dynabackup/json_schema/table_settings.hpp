#pragma once
/// \file
/// The rules of streams, expiry of items and encryption in JSON Schema.

#include <dynabackup/json_schema/choice.hpp>
#include <dynabackup/json_schema/conditions.hpp>
#include <dynabackup/rules/clumio.hpp>
#include <dynabackup/rules/table_settings.hpp>

namespace dynabackup::schema {

template <class T>
concept streaming = requires(T const& t) {
    t.stream_enabled;
    t.stream_view_type;
};
template <class T>
concept expiring_items = requires(T const& t) {
    t.time_to_live_status;
    t.attribute_name;
};
template <class T>
concept encrypted = requires(T const& t) {
    t.sse_type;
    t.kms_master_key_arn;
};
template <class T>
concept encrypted_by_key_type = requires(T const& t) {
    t.kms_key_type;
    t.kms_master_key_id;
};
template <class T>
concept replicated = requires(T const& t) {
    t.replicas;
    t.global_table_version;
};

template <class T>
object table_settings_say(rule const& r, choice const& c) {
    if constexpr (streaming<T>) {
        constexpr std::string_view enabled = at<&T::stream_enabled>, view = at<&T::stream_view_type>;
        if (&r == &table_settings::view_type_missing) return implies(is(enabled, true), has(view));
        if (&r == &table_settings::view_type_unexpected) return implies(is(enabled, false), no(has(view)));
    } else if constexpr (expiring_items<T>) {
        using states = enumeration<decltype(T::time_to_live_status)>;
        if (&r == &table_settings::ttl_attribute_missing)
            return implies(has(at<&T::time_to_live_status>,
                               {{"enum", list{name_of(states::ENABLED), name_of(states::ENABLING)}}}),
                           has(at<&T::attribute_name>));
    } else if constexpr (encrypted<T>) {
        using states = enumeration<decltype(T::status)>;
        using types = enumeration<decltype(T::sse_type)>;
        auto const none_of = [](list const& names) { return no({{"enum", names}}); };
        if (&r == &table_settings::kms_key_missing)
            return implies(is(at<&T::sse_type>, name_of(types::KMS)), has(at<&T::kms_master_key_arn>));
        if (&r == &table_settings::undocumented_status)
            return with(at<&T::status>, none_of(enumerators(c.day(), {states::ENABLED, states::UPDATING})));
        if (&r == &table_settings::undocumented_type)
            return with(at<&T::sse_type>, none_of(enumerators(c.day(), {types::KMS})));
        if (&r == &table_settings::key_inaccessible)
            return no(has(at<&T::inaccessible_encryption_date_time>));
    } else if constexpr (encrypted_by_key_type<T>) {
        using types = enumeration<decltype(T::kms_key_type)>;
        constexpr std::string_view type = at<&T::kms_key_type>, key = at<&T::kms_master_key_id>;
        if (&r == &clumio::sse_key) // an empty text names no key
            return implies(is(type, name_of(types::CUSTOMER_MANAGED)),
                           has(key, {{"type", "string"}, {"minLength", 1}}))
                .add("else", implies(is(type, name_of(types::DEFAULT)), with(key, {{"maxLength", 0}})));
    } else if constexpr (replicated<T>) {
        if (&r == &clumio::global_table_version)
            return implies(has(at<&T::replicas>, {{"type", "array"}, {"minItems", 1}}),
                           has(at<&T::global_table_version>, {{"type", "string"}}));
    }
    return {};
}

} // namespace dynabackup::schema
