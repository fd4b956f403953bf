// Uses templates, which are compiled where they are included, in both modes.
#include <dynabackup/dump.hpp>
#include <dynabackup/dynabackup.hpp>
#include <dynabackup/json_schema.hpp>

using namespace dynabackup;

bool reads_dumps() {
    std::size_t records = 0;
    auto const counts = for_each_record<aws::BackupSummary>(
        {from_memory(R"({"BackupSummaries":[{"BackupName":"weekly"},{"BackupName":"w"}]})")},
        [&](aws::BackupSummary const&, auto const&) { ++records; });
    return records == 2 && counts.records == 2 && counts.count(severity::error) == 1 &&
           json_schema<aws::BackupSummary>().find("BackupName") != std::string::npos;
}
