"""The library for Conan 2, without the tool.   conan create packaging/conan"""
import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy, load


class Dynabackup(ConanFile):
    name = "dynabackup"
    description = "Amazon DynamoDB backups as data: read, check and write them"
    license = "BSL-1.0"
    topics = ("dynamodb", "backup", "json", "validation", "header-only")
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    no_copy_source = True

    @property
    def project(self):
        return os.path.abspath(os.path.join(self.recipe_folder, "..", ".."))

    def set_version(self):
        header = load(self, os.path.join(self.project, "include", "dynabackup", "version.hpp"))
        self.version = ".".join(re.search(r"version_number version{(\d+), (\d+), (\d+)}", header).groups())

    def export_sources(self):
        for files in ("CMakeLists.txt", "LICENSE", "cmake/*", "include/*"):
            copy(self, files, self.project, self.export_sources_folder)

    def requirements(self):
        self.requires("simdjson/[>=3.0]", transitive_headers=True, transitive_libs=True)
        self.requires("boost/[>=1.77]", transitive_headers=True)
        self.requires("date/[>=3.0]", transitive_headers=True)

    def validate(self):
        check_min_cppstd(self, 20)

    def package_id(self):
        self.info.clear()

    def package(self):
        copy(self, "*.hpp", os.path.join(self.source_folder, "include"), os.path.join(self.package_folder, "include"))
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))

    def package_info(self):
        self.cpp_info.bindirs = []
        self.cpp_info.libdirs = []
        self.cpp_info.set_property("cmake_file_name", "dynabackup")
        self.cpp_info.set_property("cmake_target_name", "dynabackup::dynabackup")
        self.cpp_info.set_property("pkg_config_name", "dynabackup")
        self.cpp_info.requires = ["simdjson::simdjson", "boost::headers", "date::date"]
        if self.settings.get_safe("os") in ("Linux", "FreeBSD"):
            self.cpp_info.system_libs = ["pthread"]
