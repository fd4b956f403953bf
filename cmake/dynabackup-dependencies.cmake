# The dependencies of the library, found in one place for this build and for the installed package.
# On return, dynabackup_missing holds one line for each that was not found; it is empty if all were.

set(dynabackup_missing "")

# simdjson's version file rejects every other minor version, so the comparison is ours.
find_package(simdjson CONFIG QUIET)
if(NOT simdjson_FOUND)
    string(APPEND dynabackup_missing "simdjson (3.0 or later) was not found; Debian: libsimdjson-dev\n")
elseif(simdjson_VERSION VERSION_LESS 3.0)
    string(APPEND dynabackup_missing "simdjson ${simdjson_VERSION} is too old, 3.0 is needed; Debian: libsimdjson-dev\n")
endif()

# Describe came with 1.77. Debian's packages have no component files but "headers".
find_package(Boost 1.77 CONFIG QUIET COMPONENTS headers)
if(NOT Boost_FOUND)
    string(APPEND dynabackup_missing "Boost (1.77 or later) was not found; Debian 12: libboost1.81-dev\n")
endif()

# Many packages of date have the header only, without a CMake config.
find_package(date CONFIG QUIET)
if(NOT TARGET date::date)
    find_path(DYNABACKUP_DATE_INCLUDE_DIR date/date.h)
    mark_as_advanced(DYNABACKUP_DATE_INCLUDE_DIR)
    if(DYNABACKUP_DATE_INCLUDE_DIR)
        add_library(date::date INTERFACE IMPORTED)
        target_include_directories(date::date INTERFACE "${DYNABACKUP_DATE_INCLUDE_DIR}")
    else()
        string(APPEND dynabackup_missing "Howard Hinnant's date was not found; Debian: libhowardhinnant-date-dev\n")
    endif()
endif()

find_package(Threads QUIET)
if(NOT Threads_FOUND)
    string(APPEND dynabackup_missing "No thread library was found\n")
endif()
