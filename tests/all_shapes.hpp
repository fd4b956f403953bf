#pragma once
/// \file
/// Every shape of the known systems as a type, for tests that compare the tables with C++.

#include <dynabackup/aws/aws.hpp>
#include <dynabackup/clumio/clumio.hpp>
#include <dynabackup/exports/items.hpp>
#include <dynabackup/exports/manifests.hpp>

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <type_traits>

namespace all_shapes {

namespace aws = dynabackup::aws;
namespace clumio = dynabackup::clumio;
namespace exports = dynabackup::exports;

using of_aws = boost::mp11::mp_list<
    aws::BackupDescription, aws::BackupDetails, aws::BackupInUseException, aws::BackupNotFoundException,
    aws::BackupSummary, aws::ContinuousBackupsUnavailableException, aws::CreateBackupInput,
    aws::CreateBackupOutput, aws::DeleteBackupInput, aws::DeleteBackupOutput, aws::DescribeBackupInput,
    aws::DescribeBackupOutput, aws::ErrorBody, aws::GlobalSecondaryIndexInfo, aws::InternalServerError,
    aws::KeySchemaElement, aws::LimitExceededException, aws::ListBackupsInput, aws::ListBackupsOutput,
    aws::LocalSecondaryIndexInfo, aws::OnDemandThroughput, aws::Projection, aws::ProvisionedThroughput,
    aws::SSEDescription, aws::SearchSchemaElement, aws::SourceTableDetails, aws::SourceTableFeatureDetails,
    aws::StreamSpecification, aws::TableInUseException, aws::TableNotFoundException,
    aws::TimeToLiveDescription, aws::VectorAttributeDefinition, aws::VectorIndexInfo>;

using of_clumio = boost::mp11::mp_list<
    clumio::DynamoDBTableBackup, clumio::DynamoDBTableBackupLinks, clumio::DynamoDBTableBackupList,
    clumio::DynamoDBTableBackupListEmbedded, clumio::DynamoDBTableBackupListLinks, clumio::Error,
    clumio::GlobalSecondaryIndex, clumio::HateoasLink, clumio::KeySchemaElement, clumio::LocalSecondaryIndex,
    clumio::OnDemandThroughputOverride, clumio::Projection, clumio::ProvisionedThroughput,
    clumio::ProvisionedThroughputOverride, clumio::ReplicaDescription, clumio::ReplicaGlobalSecondaryIndex,
    clumio::SSESpecification, clumio::SingleError, clumio::StreamSpecification, clumio::Tag>;

using of_exports =
    boost::mp11::mp_list<exports::ChangeMetadata, exports::ExportedChange, exports::ExportedItem,
                         exports::ManifestFile, exports::ManifestSummary>;

using of_all = boost::mp11::mp_append<of_aws, of_clumio, of_exports>;

/// Calls `f(std::type_identity<T>)` for each shape T of a list.
template <class List, class F>
void for_each(F f) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, List>>(f);
}

/// Calls `f(member_table const&, pointer to member)` for each member of T, in the order of its description.
template <class T, class F>
void for_each_member(F f) {
    auto const* m = dynabackup::shape_table_of<T>.members.data();
    boost::mp11::mp_for_each<dynabackup::described_members<T>>([&](auto d) { f(*m++, d.pointer); });
}

} // namespace all_shapes
