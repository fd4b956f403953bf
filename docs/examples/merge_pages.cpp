#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/dump.hpp>
#include <dynabackup/write.hpp>

#include <iostream>

using namespace dynabackup;

int main(int argc, char** argv) {
    std::vector<dump_input> pages;
    for (int i = 1; i < argc; ++i) pages.push_back(from_file(argv[i]));

    dump_report found;
    aws::ListBackupsOutput all;
    auto& backups = all.backup_summaries.emplace();
    for (auto const& [backup, place] : records<aws::BackupSummary>(std::move(pages), {}, &found))
        backups.push_back(std::move(backup));

    for (auto const& [page, what] : found.findings)
        std::cerr << page << ':' << what.line << ':' << what.column << ": " << what.message << '\n';
    for (auto const& [page, reason] : found.problems) std::cerr << page << ": " << reason << '\n';
    std::cout << to_json(all, format::aws_cli) << '\n';
    return found.ok() ? 0 : 1;
}
