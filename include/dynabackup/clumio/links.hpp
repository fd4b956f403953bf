#pragma once
/// \file
/// The links of a resource, as HAL (hypertext application language) has them.

#include <dynabackup/clumio/dialect.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::clumio {

/// A link to an operation on a resource.
struct HateoasLink {
    std::optional<std::string> href{}; ///< a URI, or a template of one
    std::optional<bool> templated{};   ///< whether it is a template
    std::optional<std::string> type{}; ///< the HTTP method
};
BOOST_DESCRIBE_STRUCT(HateoasLink, (), (href, templated, type))

template <std::same_as<HateoasLink> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::href>(), describe<&T::templated>(), describe<&T::type>()};
}

/// The operations on a backup.
struct DynamoDBTableBackupLinks {
    std::optional<HateoasLink> self{};                         ///< read it
    std::optional<HateoasLink> restore_aws_dynamodb_records{}; ///< restore some of its items
    std::optional<HateoasLink> restore_aws_dynamodb_table{};   ///< restore all of it into a new table
};
BOOST_DESCRIBE_STRUCT(DynamoDBTableBackupLinks, (),
                      (self, restore_aws_dynamodb_records, restore_aws_dynamodb_table))

template <std::same_as<DynamoDBTableBackupLinks> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::self>().named("_self"),
        describe<&T::restore_aws_dynamodb_records>().named("restore-aws-dynamodb-records"),
        describe<&T::restore_aws_dynamodb_table>().named("restore-aws-dynamodb-table"),
    };
}

} // namespace dynabackup::clumio
