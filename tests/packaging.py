#!/usr/bin/env python3
"""Checks the recipes for package managers without their registries.   tests/packaging.py [CMAKE]

Versions and dependencies must agree with the project, the files that recipes name must exist, and the files that the
port expects must be installed.
"""
import ast
import json
import pathlib
import re
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent
cmake = sys.argv[1] if len(sys.argv) > 1 else "cmake"
port = root / "packaging/vcpkg/ports/dynabackup"
conan = root / "packaging/conan"
errors = []


def expect(holds, problem):
    if not holds:
        errors.append(problem)


header = (root / "include/dynabackup/version.hpp").read_text(encoding="utf-8")
version = ".".join(re.search(r"version_number version{(\d+), (\d+), (\d+)}", header).groups())

# The names of packages, by dependency and package manager.
names = {}
for line in (root / "cmake/dynabackup-package-names.txt").read_text(encoding="utf-8").splitlines():
    if not line.startswith("#"):
        dependency, packages = line.split(": ", 1)
        names[dependency] = {manager: set(re.search(rf"{manager} ([^,]+)", packages)[1].split())
                             for manager in ("vcpkg", "Conan")}


def packages(manager, *dependencies):
    return set().union(*(names[dependency][manager] for dependency in dependencies))


# ---- vcpkg ----
manifest = json.loads((port / "vcpkg.json").read_text(encoding="utf-8"))
expect(manifest["version-semver"] == version, f"vcpkg.json has version {manifest['version-semver']}, not {version}.")
needed = {d for d in manifest["dependencies"] if isinstance(d, str)}
expect(needed == packages("vcpkg", "simdjson", "Boost", "date"), f"vcpkg.json has the dependencies {sorted(needed)}.")
compression = set(manifest["features"]["compression"]["dependencies"])
expect(compression == packages("vcpkg", "ISA-L", "zstd"), f"The feature compression has {sorted(compression)}.")
portfile = (port / "portfile.cmake").read_text(encoding="utf-8")
up = re.search(r'"\$\{CMAKE_CURRENT_LIST_DIR\}/([./]+)" ABSOLUTE', portfile)[1]
expect((port / up).resolve() == root, "The portfile's SOURCE_PATH is not the project.")
for folder, name in re.findall(r'"\$\{(CMAKE_CURRENT_LIST_DIR|SOURCE_PATH)\}/(\w+)"', portfile):
    expect(((port if folder == "CMAKE_CURRENT_LIST_DIR" else root) / name).is_file(), f"The portfile names {name}.")
options = re.findall(r"-D(DYNABACKUP_\w+=\w+)", portfile)
for option in options:
    expect(f"option({option.split('=')[0]} " in (root / "CMakeLists.txt").read_text(encoding="utf-8"),
           f"The project has no option {option}.")
with tempfile.TemporaryDirectory() as folder:
    def run(*command):
        done = subprocess.run([cmake, *command], capture_output=True, text=True, check=False)
        expect(done.returncode == 0, f"cmake {' '.join(command)}: {done.stderr}")

    run("-S", str(root), "-B", f"{folder}/build", *(f"-D{option}" for option in options))
    run("--install", f"{folder}/build", "--prefix", f"{folder}/stage")
    stage = pathlib.Path(folder, "stage")
    config = re.search(r"CONFIG_PATH ([\w/]+)", portfile)[1]
    for name in (f"{config}/dynabackup-config.cmake", f"{config}/dynabackup-targets.cmake",
                 "share/pkgconfig/dynabackup.pc", "include/dynabackup/dynabackup.hpp"):
        expect((stage / name).is_file(), f"{name} is not installed.")
    expect(not list(stage.glob("bin/*")), "The port installs programs.")

# ---- Conan ----
for recipe in (conan / "conanfile.py", conan / "test_package/conanfile.py"):
    ast.parse(recipe.read_text(encoding="utf-8"), str(recipe))
recipe = (conan / "conanfile.py").read_text(encoding="utf-8")
expect(not re.search(r"^    version\b", recipe, re.M), "The Conan recipe has its own version.")
required = set(re.findall(r'requires\("([\w-]+)/', recipe))
expect(required == packages("Conan", "simdjson", "Boost", "date"), f"The Conan recipe requires {sorted(required)}.")
for pattern in ast.literal_eval(re.search(r"for files in (\(.*?\)):", recipe)[1]):
    expect(list(root.glob(pattern)), f"The Conan recipe exports {pattern}; there is no such file.")
program = (conan / "test_package/main.cpp").read_bytes()
expect(program == (root / "tests/consumer/main.cpp").read_bytes(), "test_package/main.cpp is not tests/consumer/main.cpp.")

# ---- the changes ----
changes = (root / "CHANGELOG.md").read_text(encoding="utf-8")
headings = re.findall(r"^## \[(.+?)\]", changes, re.M)
expect(headings[:1] == ["Unreleased"], "CHANGELOG.md does not begin with [Unreleased].")
expect(version in headings or f"will be {version}" in changes, f"CHANGELOG.md does not mention {version}.")

print("\n".join(errors) or f"vcpkg, Conan and CHANGELOG.md agree with version {version}.")
sys.exit(bool(errors))
