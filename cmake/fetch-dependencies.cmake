# Builds the missing dependencies from their sources, for machines without packages, and only on request.
include(FetchContent)

# dynabackup_fetch(<name> <GitHub repository> <tag> [argument of FetchContent_Declare...])
macro(dynabackup_fetch name repository tag)
    FetchContent_Declare(${name}
        GIT_REPOSITORY https://github.com/${repository}.git GIT_TAG ${tag} GIT_SHALLOW ON SYSTEM ${ARGN})
    FetchContent_MakeAvailable(${name})
endmacro()

# A folder without a CMakeLists.txt: only the headers are needed, not the project's own targets.
set(headers_only SOURCE_SUBDIR include)

if(NOT TARGET simdjson::simdjson)
    dynabackup_fetch(simdjson simdjson/simdjson v4.6.7)
endif()
if(NOT TARGET Boost::headers)
    add_library(dynabackup_boost INTERFACE)
    foreach(part IN ITEMS assert config describe mp11 system throw_exception variant2)
        dynabackup_fetch(boost_${part} boostorg/${part} boost-1.87.0 ${headers_only})
        target_include_directories(dynabackup_boost SYSTEM INTERFACE "${boost_${part}_SOURCE_DIR}/include")
    endforeach()
    add_library(Boost::headers ALIAS dynabackup_boost)
endif()
if(NOT TARGET date::date)
    dynabackup_fetch(date HowardHinnant/date v3.0.5 ${headers_only})
    add_library(dynabackup_date INTERFACE)
    target_include_directories(dynabackup_date SYSTEM INTERFACE "${date_SOURCE_DIR}/include")
    add_library(date::date ALIAS dynabackup_date)
endif()

# An installed package would also need these dependencies to be installed.
set(DYNABACKUP_INSTALL OFF)
