#!/usr/bin/env python3
"""Compiles public headers alone, each without a warning, so that a program may begin with any of them.

    headers_alone.py declarations: as in a program that compiles the library separately
    headers_alone.py definitions: those that have definitions, as in a program that only includes the library

If the first line of code of a header includes another one, compiling it shows that the other one compiles alone, too.
The other one is not compiled again.
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

# Follows the header: many headers use all systems, whose shapes would be compiled with each of them.
REST = """#include <dynabackup/model/system.hpp>
extern template std::span<dynabackup::system_table const* const> dynabackup::known_systems<void>();
"""


def public_headers():
    """The headers that a program may include first, in order."""
    return [h for h in sorted(include.rglob("*.hpp"))
            if "detail" not in h.relative_to(include).parts and not OF_TESTS.search(h.as_posix())]


def first_include(header):
    """The header that the first line of code includes, or None."""
    for line in header.read_text().splitlines():
        if found := re.match("#include <(.*)>", line):
            return include / found[1]
        if line and not line.startswith(("//", "#pragma once")):
            return None
    return None


def compiles(header, flags):
    return subprocess.run(
        ["c++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", *flags, "-I", include, "-include", header,
         "-x", "c++", "-"], input=REST, text=True).returncode == 0


def main(mode):
    headers = public_headers()
    if mode == "declarations":
        headers = [h for h in headers if not ONLY_DEFINED.search(h.as_posix())]
        flags = ["-DDYNABACKUP_SEPARATE_COMPILATION"]
    else:
        headers = [h for h in headers
                   if ONLY_DEFINED.search(h.as_posix()) or re.search("^#if DYNABACKUP_DEFINE", h.read_text(), re.M)]
        flags = []
    begun = {first_include(h) for h in headers}
    alone, shown = [], set()
    for header in sorted(headers, key=lambda h: h in begun):  # of two that begin with each other, one is compiled
        if header not in shown:
            alone.append(header)
        while header and header.is_file() and header not in shown:
            shown.add(header)
            header = first_include(header)
    failed = [h for h in alone if not compiles(h, flags)]
    for header in failed:
        print(f"{header.relative_to(root)} does not compile alone")
    print(f"{len(alone)} of {len(headers)} headers compiled, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1:] not in (["declarations"], ["definitions"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
