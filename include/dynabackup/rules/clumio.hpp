#pragma once
/// \file
/// The rules that Clumio's documentation adds to those of DynamoDB itself.

#include <dynabackup/detail/util/names.hpp>
#include <dynabackup/model/rule_context.hpp>
#include <dynabackup/model/shape_rules.hpp>
#include <dynabackup/timestamp.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace dynabackup::cite {
inline constexpr std::string_view clumio_backup =
    "https://api.commvault.com/docs/SP38/api/cv/ClumioAPIs/read-backup-aws-dynamodb-table";
inline constexpr std::string_view clumio_backups =
    "https://api.commvault.com/docs/SP32/api/cv/ClumioAPIs/list-backup-aws-dynamodb-tables";
} // namespace dynabackup::cite

namespace dynabackup::clumio {

inline constexpr rule sse_key{
    "clumio.sse-key",
    severity::error,
    edition::v2017_11_29,
    "A customer-managed key is named; the default, AWS's own key, is not.",
    cite::clumio_backup,
    {R"({"account_native_id":"111122223333","sse_specification":{"kms_key_type":"CUSTOMER_MANAGED","kms_master_key_id":null}})",
     R"({"account_native_id":"111122223333","sse_specification":{"kms_key_type":"DEFAULT","kms_master_key_id":null}})"}};
inline constexpr rule expiration_before_start{
    "clumio.expiration-before-start",
    severity::error,
    edition::v2017_11_29,
    "A backup expires after it was started.",
    cite::clumio_backup,
    {R"({"expiration_timestamp":"2031-05-01T00:00:00Z","start_timestamp":"2031-06-01T00:00:00Z"})",
     R"({"expiration_timestamp":"2031-07-01T00:00:00Z","start_timestamp":"2031-06-01T00:00:00Z"})"}};
inline constexpr rule global_table_version{
    "clumio.global-table-version",
    severity::warning,
    edition::v2017_11_29,
    "A table with replicas is a global table, and a global table has a version.",
    cite::clumio_backup,
    {R"({"account_native_id":"111122223333","global_table_version":null,"replicas":[{"region_name":"eu-west-1"}]})",
     R"({"account_native_id":"111122223333","global_table_version":"2019.11.21","replicas":[{"region_name":"eu-west-1"}]})"}};
inline constexpr rule replica_region{
    "clumio.replica-region",
    severity::warning,
    edition::v2017_11_29,
    "A table has at most one replica in a Region.",
    cite::clumio_backup,
    {R"({"account_native_id":"111122223333","global_table_version":"2019.11.21","replicas":[{"region_name":"eu-west-1"},{"region_name":"eu-west-1"}]})",
     R"({"account_native_id":"111122223333","global_table_version":"2019.11.21","replicas":[{"region_name":"eu-west-1"},{"region_name":"us-east-1"}]})"}};
inline constexpr rule index_unknown{
    "clumio.index-unknown",
    severity::warning,
    edition::v2017_11_29,
    "The indexes of a replica are among the table's global secondary indexes.",
    cite::clumio_backup,
    {R"({"account_native_id":"111122223333","global_secondary_indexes":[{"index_name":"ByYear"}],"global_table_version":"2019.11.21","replicas":[{"global_secondary_indexes":[{"index_name":"ByDay"}]}]})",
     R"({"account_native_id":"111122223333","global_secondary_indexes":[{"index_name":"ByYear"}],"global_table_version":"2019.11.21","replicas":[{"global_secondary_indexes":[{"index_name":"ByYear"}]}]})"}};
inline constexpr rule page_count{"clumio.page-count",
                                 severity::warning,
                                 edition::v2017_11_29,
                                 "The count of a page is the number of its items.",
                                 cite::clumio_backups,
                                 {R"({"_embedded":{"items":[{"id":"7"}]},"current_count":2})",
                                  R"({"_embedded":{"items":[{"id":"7"}]},"current_count":1})"}};

/// Checks whether a key is named. An empty text does not name one.
template <class T>
void check_sse_key(T const& s, rule_context& in) {
    using type = enumeration<decltype(T::kms_key_type)>;
    auto const found = enumerator(known<&T::kms_key_type>(s, in));
    if (!found || !in.knows(s.kms_master_key_id)) return;
    auto const* const key = known<&T::kms_master_key_id>(s, in);
    bool const named = key && !key->empty();
    if (*found == type::CUSTOMER_MANAGED && !named)
        in.fail({wire_name<&T::kms_master_key_id>}, "The type is CUSTOMER_MANAGED; the key is missing.");
    if (*found == type::DEFAULT && named)
        in.fail({wire_name<&T::kms_master_key_id>},
                "The type is DEFAULT, which has no customer-managed key.");
}

/// The rule of a shape T with `kms_key_type` and `kms_master_key_id`.
template <class T>
constexpr auto sse_rules() {
    return std::array{enforce<check_sse_key<T>, sse_key>()};
}

/// Reports an `expiration_timestamp` that is not after the `start_timestamp`.
template <class T>
void check_expiration(T const& b, rule_context& in) {
    auto const* const start = known<&T::start_timestamp>(b, in);
    auto const* const end = known<&T::expiration_timestamp>(b, in);
    if (start && end && *end <= *start)
        in.fail({wire_name<&T::expiration_timestamp>}, "The backup expires ", to_text(*end),
                ", not after its start ", to_text(*start), '.');
}

/// Reports a table that has replicas, but no `global_table_version`.
template <class T>
void check_global_table_version(T const& b, rule_context& in) {
    auto const* const replicas = known<&T::replicas>(b, in);
    if (replicas && !replicas->empty() && !b.global_table_version && in.knows(b.global_table_version))
        in.fail({wire_name<&T::global_table_version>}, replicas->size(),
                " replicas, but no version of global tables is given.");
}

/// Reports a replica in the Region of an earlier replica.
template <class T>
void check_replica_regions(T const& b, rule_context& in) {
    auto const* const replicas = known<&T::replicas>(b, in);
    if (!replicas || replicas->size() < 2) return;
    using replica = typename std::remove_cvref_t<decltype(*replicas)>::value_type;
    dynabackup::detail::name_list regions;
    for (auto const& r : *replicas) {
        auto const* const name = in.knows(r) ? known<&replica::region_name>(r, in) : nullptr;
        regions.add(name ? std::optional<std::string_view>(*name) : std::nullopt);
    }
    for (std::size_t i = 1; i < regions.size(); ++i)
        if (auto const first = regions.earlier(i))
            in.fail({wire_name<&T::replicas>, i, wire_name<&replica::region_name>}, "Replica ", *first,
                    " is already in this Region; a Region has one replica.");
}

/// Reports an index of a replica that is not among the `global_secondary_indexes` of the table. Does nothing if that
/// list is absent; null means that the table has none.
template <class T>
void check_replica_indexes(T const& b, rule_context& in) {
    auto const* const replicas = known<&T::replicas>(b, in);
    if (!replicas || !in.knows(b.global_secondary_indexes) || b.global_secondary_indexes.is_absent()) return;
    // Null means that the table has none; absence means that it is not known.
    dynabackup::detail::name_list of_table;
    if (auto const* const indexes = known<&T::global_secondary_indexes>(b, in)) {
        using index = typename std::remove_cvref_t<decltype(*indexes)>::value_type;
        for (auto const& i : *indexes) {
            auto const* const name = known<&index::index_name>(i, in);
            if (!name) return; // it could be any of them
            of_table.add(*name);
        }
    }
    using replica = typename std::remove_cvref_t<decltype(*replicas)>::value_type;
    for (std::size_t i = 0; i < replicas->size(); ++i) {
        auto const* const indexes = known<&replica::global_secondary_indexes>((*replicas)[i], in);
        if (!indexes) continue;
        using index = typename std::remove_cvref_t<decltype(*indexes)>::value_type;
        for (std::size_t j = 0; j < indexes->size(); ++j) {
            auto const* const name = known<&index::index_name>((*indexes)[j], in);
            if (name && !of_table.contains(*name))
                in.fail({wire_name<&T::replicas>, i, wire_name<&replica::global_secondary_indexes>, j,
                         wire_name<&index::index_name>},
                        "The table has no global secondary index of this name.");
        }
    }
}

/// The rules of a table T with `replicas`.
template <class T>
constexpr auto replica_rules() {
    return std::array{enforce<check_global_table_version<T>, global_table_version>(),
                      enforce<check_replica_regions<T>, replica_region>(),
                      enforce<check_replica_indexes<T>, index_unknown>()};
}

/// The rules of a backup T.
template <class T>
constexpr auto backup_rules() {
    return join(std::array{enforce<check_expiration<T>, expiration_before_start>()}, replica_rules<T>());
}

/// Reports a `current_count` that is not the number of items of the page.
template <class T>
void check_page_count(T const& page, rule_context& in) {
    using content = typename decltype(T::embedded)::value_type;
    auto const* const embedded = known<&T::embedded>(page, in);
    auto const* const items = embedded ? known<&content::items>(*embedded, in) : nullptr;
    auto const* const count = known<&T::current_count>(page, in);
    auto const actual = items && count ? in.size_of(*items) : std::nullopt;
    if (actual && std::cmp_not_equal(*count, *actual))
        in.fail({wire_name<&T::current_count>}, "The page has ", *actual,
                *actual == 1 ? " item." : " items.");
}

/// The rule of a page T with `current_count` and the items of `embedded`.
template <class T>
constexpr auto page_rules() {
    return std::array{enforce<check_page_count<T>, page_count>()};
}

/// All rules of this file, for the catalogue.
inline constexpr std::array all_rules{&sse_key,        &expiration_before_start, &global_table_version,
                                      &replica_region, &index_unknown,           &page_count};

} // namespace dynabackup::clumio
