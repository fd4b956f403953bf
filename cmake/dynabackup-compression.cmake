# Finds what dynabackup/dump/gzip.hpp, zstd.hpp and decompressed.hpp need, in one place for this build and for the
# component "compression" of the installed package. Include it after dynabackup-dependencies.cmake.
# On return, dynabackup_compression_missing holds one line for each dependency that was not found. If it is empty, the
# target dynabackup::compression exists.

set(dynabackup_compression_missing "")
add_library(dynabackup::compression INTERFACE IMPORTED)
target_link_libraries(dynabackup::compression INTERFACE dynabackup::dynabackup)

# ISA-L, or zlib if ISA-L is not found. Neither ISA-L nor Debian's libzstd has a CMake package.
find_path(DYNABACKUP_ISAL_INCLUDE_DIR isa-l/igzip_lib.h)
find_library(DYNABACKUP_ISAL_LIBRARY isal)
mark_as_advanced(DYNABACKUP_ISAL_INCLUDE_DIR DYNABACKUP_ISAL_LIBRARY)
if(DYNABACKUP_ISAL_INCLUDE_DIR AND DYNABACKUP_ISAL_LIBRARY)
    target_link_libraries(dynabackup::compression INTERFACE "${DYNABACKUP_ISAL_LIBRARY}")
    target_include_directories(dynabackup::compression INTERFACE "${DYNABACKUP_ISAL_INCLUDE_DIR}")
else()
    find_package(ZLIB QUIET)
    if(ZLIB_FOUND)
        target_link_libraries(dynabackup::compression INTERFACE ZLIB::ZLIB)
        target_compile_definitions(dynabackup::compression INTERFACE DYNABACKUP_GZIP_BY_ZLIB)
    else()
        dynabackup_package_names(dynabackup_names zlib)
        dynabackup_package_names(dynabackup_faster ISA-L)
        string(APPEND dynabackup_compression_missing
            "Neither ISA-L nor zlib was found; one is enough, and ISA-L is faster. "
            "It is in: ${dynabackup_faster}. zlib is in: ${dynabackup_names}.\n")
    endif()
endif()

find_path(zstd_include_dir zstd.h)
find_library(zstd_library zstd)
mark_as_advanced(zstd_include_dir zstd_library)
if(zstd_include_dir AND zstd_library)
    target_link_libraries(dynabackup::compression INTERFACE "${zstd_library}")
    target_include_directories(dynabackup::compression INTERFACE "${zstd_include_dir}")
else()
    dynabackup_package_names(dynabackup_names zstd)
    string(APPEND dynabackup_compression_missing "zstd was not found. It is in: ${dynabackup_names}.\n")
endif()
