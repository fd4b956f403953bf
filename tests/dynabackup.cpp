// The library, compiled once for the tests of what users can do; the other files only declare it.
#include <dynabackup/src.hpp>
#include <dynabackup/testing/conformance.hpp>
#include <dynabackup/testing/generate.hpp>
#include <dynabackup/testing/generate_invalid.hpp>
#include <dynabackup/testing/printing.hpp>
