#include <dynabackup/src.hpp>
