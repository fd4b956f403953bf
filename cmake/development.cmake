# Settings that our own executables share. Nothing here affects users of the library.

set(dynabackup_warnings "")
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    list(APPEND dynabackup_warnings
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor)
    if(DYNABACKUP_WERROR)
        list(APPEND dynabackup_warnings -Werror)
    endif()
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # False alarms in std::string's operator+ at -O2: https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105651
    list(APPEND dynabackup_warnings -Wno-restrict)
endif()

add_library(dynabackup_development INTERFACE)
target_compile_options(dynabackup_development INTERFACE ${dynabackup_warnings})
target_link_libraries(dynabackup_development INTERFACE dynabackup::dynabackup)

# dynabackup_require(<package> <Debian package> [argument of find_package...])
macro(dynabackup_require package debian)
    find_package(${package} QUIET ${ARGN})
    if(NOT ${package}_FOUND)
        dynabackup_not_found(${package} "${debian}")
    endif()
endmacro()

# dynabackup_not_found(<package> <Debian package>): ends the configuration. For packages that users of the tool need, the
# message also has the names on other systems.
function(dynabackup_not_found package debian)
    string(REPLACE "ZLIB" "zlib" dependency "${package}")
    dynabackup_package_names(names "${dependency}")
    if(NOT names)
        set(names "Debian ${debian}")
    endif()
    message(FATAL_ERROR "${package} was not found. It is in: ${names}.")
endfunction()

# dynabackup_sources(<variable>): reads the paths in this directory's sources.txt, one per line. Meson also reads them.
function(dynabackup_sources variable)
    set(list "${CMAKE_CURRENT_SOURCE_DIR}/sources.txt")
    if(NOT EXISTS "${list}")
        message(FATAL_ERROR "${list} is missing: it lists the sources of this directory, one per line")
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${list}")
    file(STRINGS "${list}" sources)
    if(NOT sources)
        message(FATAL_ERROR "${list} lists no sources")
    endif()
    foreach(source IN LISTS sources)
        if(NOT EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${source}")
            message(FATAL_ERROR "${list} lists ${source}, which does not exist")
        endif()
    endforeach()
    set(${variable} ${sources} PARENT_SCOPE)
endfunction()
