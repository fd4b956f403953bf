#include <dynabackup/dynabackup.hpp>

bool conforms(std::string_view page) {
    return dynabackup::check<dynabackup::aws::ListBackupsOutput>(page).ok();
}
