#include "version_text.hpp"

#include <dynabackup/edition.hpp>
#include <dynabackup/version.hpp>

#include <CLI/Version.hpp>
#include <boost/version.hpp>
#include <fmt/format.h>
#include <simdjson.h>
#include <zlib.h>
#include <zstd.h>

namespace dynabackup::tool {

std::string version_text() {
    // date has no version that a program could ask for. zlib and zstd are those that are loaded.
    return fmt::format("dynabackup {}.{}.{}\n"
                       "The API up to {}\n"
                       "simdjson {}.{}.{}, Boost {}.{}.{}, date, fmt {}.{}.{}, CLI11 {}, zlib {}, zstd {}",
                       version.major, version.minor, version.patch, to_text(edition::newest),
                       int{simdjson::SIMDJSON_VERSION_MAJOR}, int{simdjson::SIMDJSON_VERSION_MINOR},
                       int{simdjson::SIMDJSON_VERSION_REVISION}, BOOST_VERSION / 100000,
                       BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100, FMT_VERSION / 10000,
                       FMT_VERSION / 100 % 100, FMT_VERSION % 100, CLI11_VERSION, ::zlibVersion(),
                       ::ZSTD_versionString());
}

} // namespace dynabackup::tool
