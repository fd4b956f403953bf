// The library, which the other files of the tool only declare.
#include <dynabackup/src.hpp>
#include <dynabackup/testing/generate.hpp>
#include <dynabackup/testing/generate_invalid.hpp>
