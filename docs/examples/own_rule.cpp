#include <dynabackup/dynabackup.hpp>

#include <iostream>
#include <iterator>

using namespace dynabackup;

constexpr rule nightly{"acme.nightly", severity::warning, edition::v2017_11_29,
                       "Our backups are named <table>-nightly.", "https://wiki.acme.example/backups"};

int main() {
    check_options chosen;
    chosen.rules = {
        make_user_rule<aws::BackupSummary>(nightly, [](aws::BackupSummary const& backup, auto const& in) {
            auto const* const table = known<&aws::BackupSummary::table_name>(backup, in);
            auto const* const name = known<&aws::BackupSummary::backup_name>(backup, in);
            if (table && name && *name != *table + "-nightly")
                in.fail({wire_name<&aws::BackupSummary::backup_name>}, "Name it ", *table, "-nightly.");
        })};

    std::string const json{std::istreambuf_iterator<char>(std::cin), {}};
    auto const report = check<aws::ListBackupsOutput>(json, chosen);
    for (finding const& f : report)
        std::cout << f.line << ':' << f.column << ' ' << f.path << ": " << f.message << " [" << f.rule->id
                  << "]\n";
    return report.ok() ? 0 : 1;
}
