#pragma once
/// \file
/// What many tests call is compiled once, in instances.cpp: reading and validating a shape takes a compiler seconds.

#include <dynabackup/any_document.hpp>
#include <dynabackup/check.hpp>
#include <dynabackup/parse.hpp>

namespace dynabackup {

extern template boost::system::result<void, read_error>
parse_into<aws::ListBackupsOutput>(aws::ListBackupsOutput&, std::string_view, options const&);
extern template boost::system::result<void, read_error>
parse_into<aws::DescribeBackupOutput>(aws::DescribeBackupOutput&, std::string_view, options const&);
extern template boost::system::result<void, read_error>
parse_into<clumio::DynamoDBTableBackup>(clumio::DynamoDBTableBackup&, std::string_view, options const&);
extern template boost::system::result<void, read_error>
parse_into<clumio::DynamoDBTableBackupList>(clumio::DynamoDBTableBackupList&, std::string_view,
                                            options const&);
extern template report check<aws::ListBackupsOutput>(std::string_view, options const&);
extern template report validate<aws::ListBackupsOutput>(aws::ListBackupsOutput const&, options const&);
extern template report check<aws::DescribeBackupOutput>(std::string_view, options const&);
extern template report validate<aws::DescribeBackupOutput>(aws::DescribeBackupOutput const&, options const&);
extern template report check<aws::CreateBackupOutput>(std::string_view, options const&);
extern template report validate<aws::CreateBackupOutput>(aws::CreateBackupOutput const&, options const&);
extern template report check<aws::DeleteBackupOutput>(std::string_view, options const&);
extern template report validate<aws::DeleteBackupOutput>(aws::DeleteBackupOutput const&, options const&);
extern template report check<aws::BackupSummary>(std::string_view, options const&);
extern template report validate<aws::BackupSummary>(aws::BackupSummary const&, options const&);
extern template report check<aws::BackupDetails>(std::string_view, options const&);
extern template report validate<aws::BackupDetails>(aws::BackupDetails const&, options const&);
extern template report check<aws::BackupDescription>(std::string_view, options const&);
extern template report validate<aws::BackupDescription>(aws::BackupDescription const&, options const&);
extern template report check<aws::ListBackupsInput>(std::string_view, options const&);
extern template report validate<aws::ListBackupsInput>(aws::ListBackupsInput const&, options const&);
extern template report check<aws::CreateBackupInput>(std::string_view, options const&);
extern template report validate<aws::CreateBackupInput>(aws::CreateBackupInput const&, options const&);
extern template report check<aws::DescribeBackupInput>(std::string_view, options const&);
extern template report validate<aws::DescribeBackupInput>(aws::DescribeBackupInput const&, options const&);
extern template report check<aws::SourceTableDetails>(std::string_view, options const&);
extern template report validate<aws::SourceTableDetails>(aws::SourceTableDetails const&, options const&);
extern template report check<aws::SourceTableFeatureDetails>(std::string_view, options const&);
extern template report validate<aws::SourceTableFeatureDetails>(aws::SourceTableFeatureDetails const&,
                                                                options const&);
extern template report check<aws::GlobalSecondaryIndexInfo>(std::string_view, options const&);
extern template report validate<aws::GlobalSecondaryIndexInfo>(aws::GlobalSecondaryIndexInfo const&,
                                                               options const&);
extern template report check<aws::LocalSecondaryIndexInfo>(std::string_view, options const&);
extern template report validate<aws::LocalSecondaryIndexInfo>(aws::LocalSecondaryIndexInfo const&,
                                                              options const&);
extern template report check<aws::Projection>(std::string_view, options const&);
extern template report validate<aws::Projection>(aws::Projection const&, options const&);
extern template report check<clumio::DynamoDBTableBackup>(std::string_view, options const&);
extern template report validate<clumio::DynamoDBTableBackup>(clumio::DynamoDBTableBackup const&,
                                                             options const&);
extern template report check<clumio::DynamoDBTableBackupList>(std::string_view, options const&);
extern template report validate<clumio::DynamoDBTableBackupList>(clumio::DynamoDBTableBackupList const&,
                                                                 options const&);
extern template summary check<any_known_document>(std::string_view, options const&, finding_sink&);
extern template summary check<any_known_document>(std::string_view, options const&, finding_sink&,
                                                  input_state&);

} // namespace dynabackup
