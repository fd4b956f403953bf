#include <dynabackup/catalogue.hpp>
#include <dynabackup/dynabackup.hpp>
#include <dynabackup/testing/generate.hpp>
#include <dynabackup/testing/generate_invalid.hpp>

#include <iostream>

using namespace dynabackup;

/// What is tested: your client, emulator or importer instead.
static bool accepts(std::string_view page) { return check<aws::ListBackupsOutput>(page).empty(); }

int main() {
    int failures = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed)
        if (auto const page = to_json(testing::generate<aws::ListBackupsOutput>(seed)); !accepts(page)) {
            std::cout << "refused seed " << seed << ": " << page << '\n';
            ++failures;
        }
    for (rule const* r : catalogue) {
        auto const made = testing::generate_invalid(r->id, 1);
        if (!made || made->shape != "ListBackupsOutput" || needs_request(*r)) continue;
        std::cout << r->id << (accepts(made->text) ? " is overlooked\n" : " is seen\n");
    }
    return failures == 0 ? 0 : 1;
}
