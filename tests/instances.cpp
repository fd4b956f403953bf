#include "instances.hpp"

namespace dynabackup {

template boost::system::result<void, read_error>
parse_into<aws::ListBackupsOutput>(aws::ListBackupsOutput&, std::string_view, options const&);
template boost::system::result<void, read_error>
parse_into<aws::DescribeBackupOutput>(aws::DescribeBackupOutput&, std::string_view, options const&);
template boost::system::result<void, read_error>
parse_into<clumio::DynamoDBTableBackup>(clumio::DynamoDBTableBackup&, std::string_view, options const&);
template boost::system::result<void, read_error>
parse_into<clumio::DynamoDBTableBackupList>(clumio::DynamoDBTableBackupList&, std::string_view,
                                            options const&);
template report check<aws::ListBackupsOutput>(std::string_view, options const&);
template report validate<aws::ListBackupsOutput>(aws::ListBackupsOutput const&, options const&);
template report check<aws::DescribeBackupOutput>(std::string_view, options const&);
template report validate<aws::DescribeBackupOutput>(aws::DescribeBackupOutput const&, options const&);
template report check<aws::CreateBackupOutput>(std::string_view, options const&);
template report validate<aws::CreateBackupOutput>(aws::CreateBackupOutput const&, options const&);
template report check<aws::DeleteBackupOutput>(std::string_view, options const&);
template report validate<aws::DeleteBackupOutput>(aws::DeleteBackupOutput const&, options const&);
template report check<aws::BackupSummary>(std::string_view, options const&);
template report validate<aws::BackupSummary>(aws::BackupSummary const&, options const&);
template report check<aws::BackupDetails>(std::string_view, options const&);
template report validate<aws::BackupDetails>(aws::BackupDetails const&, options const&);
template report check<aws::BackupDescription>(std::string_view, options const&);
template report validate<aws::BackupDescription>(aws::BackupDescription const&, options const&);
template report check<aws::ListBackupsInput>(std::string_view, options const&);
template report validate<aws::ListBackupsInput>(aws::ListBackupsInput const&, options const&);
template report check<aws::CreateBackupInput>(std::string_view, options const&);
template report validate<aws::CreateBackupInput>(aws::CreateBackupInput const&, options const&);
template report check<aws::DescribeBackupInput>(std::string_view, options const&);
template report validate<aws::DescribeBackupInput>(aws::DescribeBackupInput const&, options const&);
template report check<aws::SourceTableDetails>(std::string_view, options const&);
template report validate<aws::SourceTableDetails>(aws::SourceTableDetails const&, options const&);
template report check<aws::SourceTableFeatureDetails>(std::string_view, options const&);
template report validate<aws::SourceTableFeatureDetails>(aws::SourceTableFeatureDetails const&,
                                                         options const&);
template report check<aws::GlobalSecondaryIndexInfo>(std::string_view, options const&);
template report validate<aws::GlobalSecondaryIndexInfo>(aws::GlobalSecondaryIndexInfo const&, options const&);
template report check<aws::LocalSecondaryIndexInfo>(std::string_view, options const&);
template report validate<aws::LocalSecondaryIndexInfo>(aws::LocalSecondaryIndexInfo const&, options const&);
template report check<aws::Projection>(std::string_view, options const&);
template report validate<aws::Projection>(aws::Projection const&, options const&);
template report check<clumio::DynamoDBTableBackup>(std::string_view, options const&);
template report validate<clumio::DynamoDBTableBackup>(clumio::DynamoDBTableBackup const&, options const&);
template report check<clumio::DynamoDBTableBackupList>(std::string_view, options const&);
template report validate<clumio::DynamoDBTableBackupList>(clumio::DynamoDBTableBackupList const&,
                                                          options const&);
template summary check<any_known_document>(std::string_view, options const&, finding_sink&);
template summary check<any_known_document>(std::string_view, options const&, finding_sink&, input_state&);

} // namespace dynabackup
