#!/usr/bin/env python3
"""Compiles public headers alone, each without a warning, so that a program may begin with any of them.

    headers_alone.py declarations: as in a program that compiles the library separately
    headers_alone.py definitions: those that have definitions, as in a program that only includes the library

A header begins with the first header that it includes. So that one also compiles alone, and is not compiled again.
"""

import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
include = root / "include"

# A user's struct is read by code that is compiled with it.
ONLY_DEFINED = re.compile(r"/(dynabackup/items|typed_shapes)\.hpp$")
# The headers for test frameworks are compiled with the tests, and src.hpp is for one mode.
OF_TESTS = re.compile(r"(catch2|/gtest|/src)\.hpp$")

# Behind a header: keeps the shapes of all systems from being compiled again, with each header that uses them.
REST = """#include <dynabackup/model/system.hpp>
extern template std::span<dynabackup::system_table const* const> dynabackup::known_systems<void>();
"""


def first_include(header):
    for line in header.read_text().splitlines():
        if found := re.match(r'#include <(.*)>', line):
            return include / found[1]
        if line and not line.startswith(("//", "#pragma once")):
            return None
    return None


def compiles(header, flags):
    return subprocess.run(
        ["c++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", *flags, "-I", include, "-include", header,
         "-x", "c++", "-"], input=REST, text=True).returncode == 0


def main(mode):
    headers = [h for h in sorted(include.rglob("*.hpp"))
               if "detail" not in h.relative_to(include).parts and not OF_TESTS.search(h.as_posix())]
    if mode == "declarations":
        headers = [h for h in headers if not ONLY_DEFINED.search(h.as_posix())]
        flags = ["-DDYNABACKUP_SEPARATE_COMPILATION"]
    else:
        headers = [h for h in headers
                   if ONLY_DEFINED.search(h.as_posix()) or re.search("^#if DYNABACKUP_DEFINE", h.read_text(), re.M)]
        flags = []
    begun = {first_include(h) for h in headers}
    alone = [h for h in headers if h not in begun]
    failed = [h for h in alone if not compiles(h, flags)]
    for header in failed:
        print(f"{header.relative_to(root)} does not compile alone")
    print(f"{len(alone)} headers compiled, for {len(headers)} that compile alone")
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1:] not in (["declarations"], ["definitions"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
