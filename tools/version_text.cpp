#include "version_text.hpp"

#include <dynabackup/dump/gzip.hpp> // says which library it uses
#include <dynabackup/edition.hpp>
#include <dynabackup/version.hpp>

#include <CLI/Version.hpp>
#include <boost/version.hpp>
#include <fmt/format.h>
#include <simdjson.h>
#include <zstd.h>

#ifdef DYNABACKUP_GZIP_BY_ZLIB
#include <zlib.h>
#else
#include <isa-l.h>
#endif

namespace dynabackup::tool {

namespace {

std::string gzip_library() {
#ifdef DYNABACKUP_GZIP_BY_ZLIB
    return fmt::format("zlib {}", ::zlibVersion());
#else
    return fmt::format("ISA-L {}.{}.{}", ISAL_MAJOR_VERSION, ISAL_MINOR_VERSION, ISAL_PATCH_VERSION);
#endif
}

} // namespace

std::string version_text() {
    // A program cannot query the version of date. Those of zlib and zstd are of the libraries that are loaded.
    return fmt::format("dynabackup {}.{}.{}\n"
                       "The API up to {}\n"
                       "simdjson {}.{}.{}, Boost {}.{}.{}, date, fmt {}.{}.{}, CLI11 {}, {}, zstd {}",
                       version.major, version.minor, version.patch, to_text(edition::newest),
                       int{simdjson::SIMDJSON_VERSION_MAJOR}, int{simdjson::SIMDJSON_VERSION_MINOR},
                       int{simdjson::SIMDJSON_VERSION_REVISION}, BOOST_VERSION / 100000,
                       BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100, FMT_VERSION / 10000,
                       FMT_VERSION / 100 % 100, FMT_VERSION % 100, CLI11_VERSION, gzip_library(),
                       ::ZSTD_versionString());
}

} // namespace dynabackup::tool
