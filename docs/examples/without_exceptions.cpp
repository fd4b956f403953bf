#include <dynabackup/aws/list_backups.hpp>
#include <dynabackup/parse.hpp>

#include <cstdio>

namespace aws = dynabackup::aws;

// With -fno-exceptions, Boost calls this instead of throwing: here, if value() were called on a failed result.
void boost::throw_exception(std::exception const& e, boost::source_location const&) {
    std::fprintf(stderr, "%s\n", e.what());
    std::abort();
}

int main() {
    for (auto const* text : {R"({"BackupSummaries": []})", R"({"BackupSummaries": [}]})"}) {
        auto const page = dynabackup::parse<aws::ListBackupsOutput>(text);
        if (page) std::printf("%zu backups\n", page->backup_summaries ? page->backup_summaries->size() : 0);
        else std::printf("%s\n", page.error().message().c_str());
    }
    return 0;
}
