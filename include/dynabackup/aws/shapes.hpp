#pragma once
/// \file
/// The shapes of DynamoDB's backup operations, by name only: who includes this compiles none of them.

#include <boost/mp11/list.hpp>

namespace dynabackup::aws {

/// Every structure, by name.
using shapes = boost::mp11::mp_list<
    struct BackupDescription, struct BackupDetails, struct BackupInUseException,
    struct BackupNotFoundException, struct BackupSummary, struct ContinuousBackupsUnavailableException,
    struct CreateBackupInput, struct CreateBackupOutput, struct DeleteBackupInput, struct DeleteBackupOutput,
    struct DescribeBackupInput, struct DescribeBackupOutput, struct ErrorBody,
    struct GlobalSecondaryIndexInfo, struct InternalServerError, struct KeySchemaElement,
    struct LimitExceededException, struct ListBackupsInput, struct ListBackupsOutput,
    struct LocalSecondaryIndexInfo, struct OnDemandThroughput, struct Projection,
    struct ProvisionedThroughput, struct SSEDescription, struct SearchSchemaElement,
    struct SourceTableDetails, struct SourceTableFeatureDetails, struct StreamSpecification,
    struct TableInUseException, struct TableNotFoundException, struct TimeToLiveDescription,
    struct VectorAttributeDefinition, struct VectorIndexInfo>;

} // namespace dynabackup::aws
