#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/unknown_members.hpp>

#include <iostream>
#include <iterator>

using namespace dynabackup;

int main() {
    std::string const json{std::istreambuf_iterator<char>(std::cin), {}};
    unknown_members others;
    auto page = parse<aws::ListBackupsOutput>(json, others);
    if (!page) {
        std::cerr << page.error() << '\n';
        return 1;
    }
    if (page->backup_summaries)
        for (auto& backup : *page->backup_summaries) backup.table_id.reset();
    std::cout << to_json(*page, others, format::aws_cli) << '\n';
    return 0;
}
