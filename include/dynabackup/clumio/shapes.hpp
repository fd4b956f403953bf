#pragma once
/// \file
/// Clumio's shapes, by name only: who includes this compiles none of them.

#include <boost/mp11/list.hpp>

namespace dynabackup::clumio {

/// Every structure, by name.
using shapes = boost::mp11::mp_list<
    struct DynamoDBTableBackup, struct DynamoDBTableBackupLinks, struct DynamoDBTableBackupList,
    struct DynamoDBTableBackupListEmbedded, struct DynamoDBTableBackupListLinks, struct Error,
    struct GlobalSecondaryIndex, struct HateoasLink, struct KeySchemaElement, struct LocalSecondaryIndex,
    struct OnDemandThroughputOverride, struct Projection, struct ProvisionedThroughput,
    struct ProvisionedThroughputOverride, struct ReplicaDescription, struct ReplicaGlobalSecondaryIndex,
    struct SSESpecification, struct SingleError, struct StreamSpecification, struct Tag>;

} // namespace dynabackup::clumio
