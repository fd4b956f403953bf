include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# The library is the same on every architecture, so its package files go to share/.
set(package_dir "${CMAKE_INSTALL_DATADIR}/cmake/dynabackup")

install(TARGETS dynabackup EXPORT dynabackup-targets FILE_SET HEADERS FILE_SET with_compression FILE_SET with_test_framework
    FILE_SET with_separate_compilation)
install(EXPORT dynabackup-targets NAMESPACE dynabackup:: DESTINATION "${package_dir}")

configure_package_config_file(cmake/dynabackup-config.cmake.in dynabackup-config.cmake
    INSTALL_DESTINATION "${package_dir}" NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
# Before 1.0, a minor version may break what the last one promised.
write_basic_package_version_file(dynabackup-config-version.cmake COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES
        "${CMAKE_CURRENT_BINARY_DIR}/dynabackup-config.cmake"
        "${CMAKE_CURRENT_BINARY_DIR}/dynabackup-config-version.cmake"
        cmake/dynabackup-dependencies.cmake
        cmake/dynabackup-compression.cmake
        cmake/dynabackup-package-names.txt
    DESTINATION "${package_dir}")

configure_file(cmake/dynabackup.pc.in dynabackup.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/dynabackup.pc" DESTINATION "${CMAKE_INSTALL_DATADIR}/pkgconfig")

if(DYNABACKUP_BUILD_TOOL)
    install(TARGETS dynabackup_tool)
    if(NOT CMAKE_CROSSCOMPILING) # see tools/CMakeLists.txt
        install(DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/tools/share/" DESTINATION "${CMAKE_INSTALL_DATADIR}")
    endif()
endif()
