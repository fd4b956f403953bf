#pragma once
/// \file
/// The parts that a table has, but a backup lacks: its key, how it is protected, how its backups went.

#include <dynabackup/clumio/dialect.hpp>
#include <dynabackup/clumio/enums.hpp>
#include <dynabackup/clumio/links.hpp>
#include <dynabackup/json_object.hpp>

#include <boost/describe/class.hpp>

namespace dynabackup::clumio {

/// An attribute of a table's key.
struct KeyAttribute {
    std::optional<std::string> name{};              ///< of the attribute
    std::optional<open_enum<AttributeType>> type{}; ///< of its values
};
BOOST_DESCRIBE_STRUCT(KeyAttribute, (), (name, type))

template <std::same_as<KeyAttribute> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::name>(), describe<&T::type>()};
}

/// The primary key of a table.
struct DynamoDBKeys {
    std::optional<KeyAttribute> partition_key{}; ///< its HASH
    std::optional<KeyAttribute> sort_key{};      ///< its RANGE, if it has one
};
BOOST_DESCRIBE_STRUCT(DynamoDBKeys, (), (partition_key, sort_key))

template <std::same_as<DynamoDBKeys> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::partition_key>(), describe<&T::sort_key>()};
}

/// A tag of a table in AWS, to which Clumio gives ids.
struct AwsTagModel {
    std::optional<std::string> id{};     ///< of the tag, by Clumio
    std::optional<std::string> key{};    ///< its name
    std::optional<std::string> key_id{}; ///< of the name, by Clumio
    std::optional<std::string> value{};  ///< what it says
};
BOOST_DESCRIBE_STRUCT(AwsTagModel, (), (id, key, key_id, value))

template <std::same_as<AwsTagModel> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::id>(), describe<&T::key>(), describe<&T::key_id>(), describe<&T::value>()};
}

/// How the backups by one operation of a policy went.
struct OperationInfo {
    std::optional<open_enum<BackupStatus>> backup_status{};        ///< over the days of the request
    std::optional<timestamp> last_failed_policy_start_timestamp{}; ///< the start of the last failed one
    std::optional<timestamp>
        last_successful_policy_start_timestamp{}; ///< the start of the last successful one
    std::optional<std::string> operation{};       ///< of the policy
};
BOOST_DESCRIBE_STRUCT(OperationInfo, (),
                      (backup_status, last_failed_policy_start_timestamp,
                       last_successful_policy_start_timestamp, operation))

template <std::same_as<OperationInfo> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::backup_status>(),
        describe<&T::last_failed_policy_start_timestamp>(),
        describe<&T::last_successful_policy_start_timestamp>(),
        describe<&T::operation>(),
    };
}

/// How the backups of a table went.
struct BackupStatusInfo {
    std::optional<open_enum<BackupStatus>> backup_status{};        ///< over the days of the request
    std::optional<timestamp> last_failed_policy_start_timestamp{}; ///< the start of the last failed one
    std::optional<timestamp>
        last_successful_policy_start_timestamp{};                    ///< the start of the last successful one
    std::optional<std::vector<OperationInfo>> operation_info_list{}; ///< by operation
};
BOOST_DESCRIBE_STRUCT(BackupStatusInfo, (),
                      (backup_status, last_failed_policy_start_timestamp,
                       last_successful_policy_start_timestamp, operation_info_list))

template <std::same_as<BackupStatusInfo> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::backup_status>(),
        describe<&T::last_failed_policy_start_timestamp>(),
        describe<&T::last_successful_policy_start_timestamp>(),
        describe<&T::operation_info_list>(),
    };
}

/// The policy by which a table is backed up.
struct ProtectionInfoWithRule {
    std::optional<std::string> inheriting_entity_id{};   ///< the owner of the policy, if not the table
    std::optional<std::string> inheriting_entity_type{}; ///< the kind of that owner, such as `aws_tag`
    std::optional<std::string> policy_id{};              ///< by Clumio
};
BOOST_DESCRIBE_STRUCT(ProtectionInfoWithRule, (), (inheriting_entity_id, inheriting_entity_type, policy_id))

template <std::same_as<ProtectionInfoWithRule> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::inheriting_entity_id>(), describe<&T::inheriting_entity_type>(),
                      describe<&T::policy_id>()};
}

/// The parts that a request embeds.
struct DynamoDBTableEmbedded {
    std::optional<json_object> read_policy_definition{}; ///< the policy; its contents are not modelled
};
BOOST_DESCRIBE_STRUCT(DynamoDBTableEmbedded, (), (read_policy_definition))

template <std::same_as<DynamoDBTableEmbedded> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{describe<&T::read_policy_definition>().named("read-policy-definition")};
}

/// The operations on a table.
struct DynamoDBTableLinks {
    std::optional<HateoasLink> self{};                             ///< read it
    std::optional<HateoasLink> create_backup_aws_dynamodb_table{}; ///< back it up
    std::optional<HateoasLink> list_backup_aws_dynamodb_tables{};  ///< list its backups
    std::optional<HateoasLink> read_policy_definition{};           ///< read its policy
    std::optional<HateoasLink> restore_aws_dynamodb_table{};       ///< restore it
};
BOOST_DESCRIBE_STRUCT(DynamoDBTableLinks, (),
                      (self, create_backup_aws_dynamodb_table, list_backup_aws_dynamodb_tables,
                       read_policy_definition, restore_aws_dynamodb_table))

template <std::same_as<DynamoDBTableLinks> T>
constexpr auto members(std::type_identity<T>) {
    return std::array{
        describe<&T::self>().named("_self"),
        describe<&T::create_backup_aws_dynamodb_table>().named("create-backup-aws-dynamodb-table"),
        describe<&T::list_backup_aws_dynamodb_tables>().named("list-backup-aws-dynamodb-tables"),
        describe<&T::read_policy_definition>().named("read-policy-definition"),
        describe<&T::restore_aws_dynamodb_table>().named("restore-aws-dynamodb-table"),
    };
}

} // namespace dynabackup::clumio
