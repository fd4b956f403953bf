#include <dynabackup/src.hpp>
#include <dynabackup/testing/conformance.hpp>
#include <dynabackup/testing/printing.hpp>
