// A program that imports the library. It reads, compares, checks and writes.
#include <string>

import dynabackup;

int main() {
    using request = dynabackup::aws::CreateBackupInput;
    std::string const text = R"({"BackupName":"weekly","TableName":"Music"})";
    auto const read = dynabackup::parse<request>(text);
    auto const broken = dynabackup::check<request>(R"({"BackupName":"w","TableName":"Music"})");
    // A rule is an object whose name the module exports.
    std::string const arn = "arn:aws:s3:::bucket/" + std::string(30, 'a');
    auto const found = dynabackup::check_documents(R"({"BackupDetails":{"BackupArn":")" + arn + R"("}})");
    bool is_arn = false;
    for (auto const& f : found) is_arn |= f.rule == &dynabackup::arn::backup_format;
    dynabackup::clumio::DynamoDBTableRestoreTarget target;
    return read && read->backup_name == "weekly" && dynabackup::to_json(*read) == text && *read == *read &&
                   broken.size() == 1 && is_arn && dynabackup::parse_into(target, "{}").has_value()
               ? 0
               : 1;
}
