#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/check_documents.hpp>
#include <dynabackup/report.hpp>
#include <dynabackup/rule_catalog.hpp>
#include <dynabackup/testing/generate.hpp>
#include <dynabackup/testing/generate_invalid.hpp>
#include <dynabackup/write.hpp>

#include <iostream>

using namespace dynabackup;

constexpr std::size_t largest_record = 1 << 16;

/// Represents the code under test: your client, emulator or importer.
static bool accepts(std::string_view text) {
    check_options chosen;
    chosen.max_record_bytes = largest_record;
    report found;
    check_documents(text, chosen, found);
    return found.empty();
}

int main() {
    int refused = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed)
        if (auto const page = to_json(testing::generate<aws::ListBackupsOutput>(seed)); !accepts(page)) {
            std::cout << "seed " << seed << " is refused: " << page << '\n';
            ++refused;
        }
    for (rule const* r : rule_catalog())
        if (auto const made = testing::generate_invalid(r->id, 1, {.max_record_bytes = largest_record}))
            if (accepts(made->text)) std::cout << r->id << " is overlooked\n";
    return refused == 0 ? 0 : 1;
}
