#include <dynabackup/aws/backup_summary.hpp>
#include <dynabackup/check.hpp>

#include <iostream>

using namespace dynabackup;

int main() {
    std::string_view const backup = R"({"BackupName": "weekly", "BackupType": "AWS_BACKUP"})";
    for (edition const day : {edition::v2017_11_29, edition{2018'12'31}, edition::latest}) {
        std::cout << to_text(day) << ": ";
        auto const report = check<aws::BackupSummary>(backup, {.edition = day});
        if (report.empty()) std::cout << "conforms\n";
        for (finding const& f : report) std::cout << to_text(f.severity) << ": " << f.message << '\n';
    }
    return 0;
}
