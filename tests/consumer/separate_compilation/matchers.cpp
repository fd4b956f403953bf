// Uses the functions behind the matchers of all test frameworks.
#include <dynabackup/aws/create_backup.hpp>
#include <dynabackup/testing/conformance.hpp>
#include <dynabackup/testing/printing.hpp>

using namespace dynabackup;
using namespace dynabackup::testing;

bool matches() {
    using request = aws::CreateBackupInput;
    return conforms_to<request>().judge(R"({"BackupName":"weekly","TableName":"Music"})").holds &&
           violates<request>("string.length").judge(R"({"BackupName":"w","TableName":"Music"})").holds &&
           round_trips<request>().judge(request{"Music", "weekly"}).holds;
}
