#include <dynabackup/dynabackup.hpp>

#include <iostream>
#include <iterator>

namespace aws = dynabackup::aws;

int main() {
    std::string const json{std::istreambuf_iterator<char>(std::cin), {}};

    if (auto const page = dynabackup::parse<aws::ListBackupsOutput>(json); page && page->backup_summaries)
        for (aws::BackupSummary const& backup : *page->backup_summaries)
            if (backup.backup_status == aws::BackupStatus::AVAILABLE)
                std::cout << backup.backup_name.value_or("a backup without a name") << '\n';

    for (dynabackup::finding const& f : dynabackup::check<aws::ListBackupsOutput>(json))
        std::cout << f.line << ':' << f.column << ' ' << f.path << ": " << f.message << '\n';
}
