#include <dynabackup/dynabackup.hpp>

std::size_t backups_in(std::string_view page) {
    auto const read = dynabackup::parse<dynabackup::aws::ListBackupsOutput>(page);
    return read && read->backup_summaries ? read->backup_summaries->size() : 0;
}
