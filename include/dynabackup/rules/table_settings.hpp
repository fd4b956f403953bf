#pragma once
/// \file
/// The settings of a table: its stream, the expiry of its items, its encryption.

#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/timestamp.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <string>

namespace dynabackup::table_settings {

/// How long DynamoDB keeps a table whose key is inaccessible before it archives the table.
inline constexpr std::chrono::days archived_after{7};

inline constexpr rule view_type_missing{"stream.view-type-missing",
                                        severity::warning,
                                        edition::v2017_11_29,
                                        "A stream that is enabled has a StreamViewType.",
                                        cite::stream_specification,
                                        {R"({"StreamEnabled":true})",
                                         R"({"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"})",
                                         "StreamSpecification"}};
inline constexpr rule view_type_unexpected{"stream.view-type-unexpected",
                                           severity::warning,
                                           edition::v2017_11_29,
                                           "A stream that is disabled has no StreamViewType.",
                                           cite::stream_specification,
                                           {R"({"StreamEnabled":false,"StreamViewType":"NEW_IMAGE"})",
                                            R"({"StreamEnabled":false})", "StreamSpecification"}};
inline constexpr rule ttl_attribute_missing{"ttl.attribute-missing",
                                            severity::warning,
                                            edition::v2017_11_29,
                                            "Time to live that is ENABLED or ENABLING names its attribute.",
                                            cite::time_to_live_description,
                                            {R"({"TimeToLiveStatus":"ENABLED"})",
                                             R"({"TimeToLiveStatus":"ENABLED","AttributeName":"expires"})",
                                             "TimeToLiveDescription"}};
inline constexpr rule kms_key_missing{
    "sse.kms-key-missing",
    severity::warning,
    edition::v2018_06_14,
    "A table that is encrypted by KMS has a KMSMasterKeyArn.",
    cite::sse_description,
    {R"({"Status":"ENABLED","SSEType":"KMS"})",
     R"({"Status":"ENABLED","SSEType":"KMS","KMSMasterKeyArn":"arn:aws:kms:eu-west-1:123456789012:key/0f8fad5b-d9cb-469f-a165-70867728950e"})",
     "SSEDescription"}};
inline constexpr rule undocumented_status{
    "sse.undocumented-status", severity::warning,
    edition::v2019_06_06,      "The documentation supports only the encryption states ENABLED and UPDATING.",
    cite::sse_description,     {R"({"Status":"DISABLED"})", R"({"Status":"ENABLED"})", "SSEDescription"}};
inline constexpr rule undocumented_type{
    "sse.undocumented-type",
    severity::warning,
    edition::v2019_06_06,
    "The documentation supports only the encryption type KMS.",
    cite::sse_description,
    {R"({"SSEType":"AES256"})",
     R"({"SSEType":"KMS","KMSMasterKeyArn":"arn:aws:kms:eu-west-1:123456789012:key/0f8fad5b-d9cb-469f-a165-70867728950e"})",
     "SSEDescription"}};
inline constexpr rule key_inaccessible{
    "sse.key-inaccessible",
    severity::warning,
    edition::v2019_11_26,
    "A table whose key has been inaccessible for more than seven days is archived.",
    cite::sse_description,
    {R"({"Status":"ENABLED","InaccessibleEncryptionDateTime":1893456000})", R"({"Status":"ENABLED"})",
     "SSEDescription"}};

/// Reports an enabled stream whose StreamViewType is missing, and a disabled one with a StreamViewType.
template <class T>
void check_stream(T const& s, rule_context& in) {
    auto const* const enabled = known<&T::stream_enabled>(s, in);
    if (!enabled) return;
    if (*enabled && !get(s.stream_view_type) && in.knows(s.stream_view_type))
        in.fail({wire_name<&T::stream_view_type>}, "The stream is enabled, but its view type is missing.");
    if (!*enabled && known<&T::stream_view_type>(s, in))
        in.fail(view_type_unexpected, {wire_name<&T::stream_view_type>},
                "The stream is disabled; a disabled stream has no view type.");
}

/// The rules of a shape T with `stream_enabled` and `stream_view_type`.
template <class T>
constexpr auto stream_rules() {
    return std::array{enforce<check_stream<T>, view_type_missing, view_type_unexpected>()};
}

/// Reports a missing AttributeName if time to live is ENABLED or ENABLING.
template <class T>
void check_expiry(T const& t, rule_context& in) {
    using status = enumeration<decltype(T::time_to_live_status)>;
    auto const found = enumerator(known<&T::time_to_live_status>(t, in));
    if ((found == status::ENABLED || found == status::ENABLING) && !get(t.attribute_name) &&
        in.knows(t.attribute_name))
        in.fail({wire_name<&T::attribute_name>}, "Time to live is ", name_of(*found),
                "; the name of the attribute that holds the time is missing.");
}

/// The rule of a shape T with `time_to_live_status` and `attribute_name`.
template <class T>
constexpr auto expiry_rule() {
    return std::array{enforce<check_expiry<T>, ttl_attribute_missing>()};
}

/// Says how much time is left, at a time, before a table whose key is inaccessible is archived.
DYNABACKUP_INLINE std::string time_left(timestamp inaccessible, timestamp now);

/// Reports a missing KMSMasterKeyArn if the SSEType is KMS.
template <class T>
void check_key(T const& s, rule_context& in) {
    using types = enumeration<decltype(T::sse_type)>;
    if (enumerator(known<&T::sse_type>(s, in)) == types::KMS && !get(s.kms_master_key_arn) &&
        in.knows(s.kms_master_key_arn))
        in.fail({wire_name<&T::kms_master_key_arn>}, "The table is encrypted by KMS; its key is missing.");
}

/// Reports a Status of the encryption that is neither ENABLED nor UPDATING.
template <class T>
void check_encryption_status(T const& s, rule_context& in) {
    using states = enumeration<decltype(T::status)>;
    auto const found = enumerator(known<&T::status>(s, in));
    if (found && *found != states::ENABLED && *found != states::UPDATING)
        in.fail({wire_name<&T::status>}, "The documentation supports ENABLED and UPDATING, not ",
                name_of(*found), '.');
}

/// Reports an SSEType other than KMS.
template <class T>
void check_encryption_type(T const& s, rule_context& in) {
    using types = enumeration<decltype(T::sse_type)>;
    auto const found = enumerator(known<&T::sse_type>(s, in));
    if (found && *found != types::KMS)
        in.fail({wire_name<&T::sse_type>}, "The documentation supports KMS, not ", name_of(*found), '.');
}

/// Reports an InaccessibleEncryptionDateTime: the key of the table is inaccessible.
template <class T>
void check_key_access(T const& s, rule_context& in) {
    auto const* const since = known<&T::inaccessible_encryption_date_time>(s, in);
    if (!since) return;
    auto const& now = in.options().now;
    in.fail({wire_name<&T::inaccessible_encryption_date_time>},
            "The table's key has been inaccessible since ", to_text(*since), "; after more than ",
            archived_after.count(), " days the table is archived",
            now ? "; at " + to_text(*now) + ' ' + time_left(*since, *now) : std::string("."));
}

/// The rules of a shape T with `status`, `sse_type`, `kms_master_key_arn` and
/// `inaccessible_encryption_date_time`.
template <class T>
constexpr auto encryption_rules() {
    return std::array{enforce<check_key<T>, kms_key_missing>(),
                      enforce<check_encryption_status<T>, undocumented_status>(),
                      enforce<check_encryption_type<T>, undocumented_type>(),
                      enforce<check_key_access<T>, key_inaccessible>()};
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all{&view_type_missing, &view_type_unexpected, &ttl_attribute_missing,
                                &kms_key_missing,   &undocumented_status,  &undocumented_type,
                                &key_inaccessible};

} // namespace dynabackup::table_settings

#if DYNABACKUP_DEFINE

#include <dynabackup/detail/util/checked_arithmetic.hpp>
#include <dynabackup/detail/util/concat.hpp>

namespace dynabackup::table_settings {

DYNABACKUP_INLINE std::string time_left(timestamp inaccessible, timestamp now) {
    using std::chrono::hours;
    std::int64_t gone = 0; // nanoseconds
    if (detail::subtract_overflows(now.time_since_epoch().count(), inaccessible.time_since_epoch().count(),
                                   gone))
        gone = now < inaccessible ? 0 : std::chrono::nanoseconds::max().count();
    auto const left = archived_after - std::chrono::nanoseconds(gone < 0 ? 0 : gone);
    if (left < left.zero()) return concat("the ", archived_after.count(), " days are over.");
    auto const whole = std::chrono::duration_cast<hours>(left).count();
    return concat(whole / 24, " days and ", whole % 24, " hours are left.");
}

} // namespace dynabackup::table_settings

#endif
