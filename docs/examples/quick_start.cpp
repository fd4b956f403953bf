#include <dynabackup/dynabackup.hpp>

#include <iostream>
#include <iterator>

int main() {
    namespace aws = dynabackup::aws;
    std::string const json{std::istreambuf_iterator<char>(std::cin), {}};

    auto const report = dynabackup::check<aws::ListBackupsOutput>(json);
    for (dynabackup::finding const& f : report)
        std::cout << f.line << ':' << f.column << ' ' << f.path << ": " << f.message << " [" << f.rule->id
                  << "]\n";

    if (auto const page = dynabackup::parse<aws::ListBackupsOutput>(json))
        for (aws::BackupSummary const& backup : page->backup_summaries.value())
            if (backup.backup_status == aws::BackupStatus::AVAILABLE)
                std::cout << backup.backup_arn.value() << '\n';
    return report.ok() ? 0 : 1;
}
