#!/usr/bin/env python3
"""Checks that the headers include downward, by the layers in layers.txt.   tests/layers.py [INCLUDE-FOLDER]"""
import fnmatch
import pathlib
import re
import sys

here = pathlib.Path(__file__).resolve().parent
root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else here.parent / "include") / "dynabackup"

names, patterns = [], []  # layers, lowest first; (pattern, index of its layer)
for line in (here / "layers.txt").read_text(encoding="utf-8").splitlines():
    if line and not line.startswith("#"):
        name, *headers = line.split()
        if name not in names:
            names.append(name)
        patterns += [(header, names.index(name)) for header in headers]


def layer(header):
    return next((index for pattern, index in patterns if fnmatch.fnmatchcase(header, pattern)), None)


errors = []
for path in sorted(root.rglob("*.hpp")):
    header = path.relative_to(root).as_posix()
    own = layer(header)
    if own is None:
        errors.append(f"{header} is not in a layer: add it to tests/layers.txt.")
        continue
    declarations = path.read_text(encoding="utf-8").split("#if DYNABACKUP_DEFINE")[0]
    for included in re.findall(r"#include <dynabackup/([^>]+)>", declarations):
        other = layer(included)
        if other is not None and other > own:
            errors.append(f"{header} ({names[own]}) includes {included} of the higher layer {names[other]}.")
print("\n".join(errors) or f"{len(names)} layers: all headers include downward.")
sys.exit(bool(errors))
