# Finds the dependencies of the library, in one place for this build and for the installed package.
# On return, dynabackup_missing holds one line for each dependency that was not found. It is empty if all were found.

set(dynabackup_missing "")

# dynabackup_package_names(<variable> <dependency>): the systems from which it can be installed, and its names there.
function(dynabackup_package_names variable dependency)
    file(STRINGS "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/dynabackup-package-names.txt" line REGEX "^${dependency}: ")
    string(REPLACE "${dependency}: " "" line "${line}")
    set(${variable} "${line}" PARENT_SCOPE)
endfunction()

# dynabackup_lacks(<dependency> <problem>)
macro(dynabackup_lacks dependency problem)
    dynabackup_package_names(dynabackup_names "${dependency}")
    string(APPEND dynabackup_missing "${problem}. It is in: ${dynabackup_names}.\n")
endmacro()

# simdjson's version file rejects every other minor version, so the versions are compared here.
find_package(simdjson CONFIG QUIET)
if(NOT simdjson_FOUND)
    dynabackup_lacks(simdjson "simdjson (3.0 or later) was not found")
elseif(simdjson_VERSION VERSION_LESS 3.0)
    dynabackup_lacks(simdjson "simdjson ${simdjson_VERSION} is too old, 3.0 is needed")
endif()

# Describe came with 1.77. "headers" is the only component file in Debian's packages.
find_package(Boost 1.77 CONFIG QUIET COMPONENTS headers)
if(NOT Boost_FOUND AND Boost_CONSIDERED_VERSIONS)
    dynabackup_lacks(Boost "Boost ${Boost_CONSIDERED_VERSIONS} is too old, 1.77 is needed")
elseif(NOT Boost_FOUND)
    dynabackup_lacks(Boost "Boost (1.77 or later) was not found")
endif()

# Many packages of date have only the header, without a CMake config.
find_package(date CONFIG QUIET)
if(NOT TARGET date::date)
    find_path(DYNABACKUP_DATE_INCLUDE_DIR date/date.h)
    mark_as_advanced(DYNABACKUP_DATE_INCLUDE_DIR)
    if(DYNABACKUP_DATE_INCLUDE_DIR)
        add_library(date::date INTERFACE IMPORTED)
        target_include_directories(date::date INTERFACE "${DYNABACKUP_DATE_INCLUDE_DIR}")
    else()
        dynabackup_lacks(date "Howard Hinnant's date was not found")
    endif()
endif()

find_package(Threads QUIET)
if(NOT Threads_FOUND)
    string(APPEND dynabackup_missing "No thread library was found\n")
endif()
