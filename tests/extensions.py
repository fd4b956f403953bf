#!/usr/bin/env python3
"""Checks that only one header uses extensions of C++20.   tests/extensions.py [INCLUDE-FOLDER]"""
import pathlib
import re
import sys

here = pathlib.Path(__file__).resolve().parent
root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else here.parent / "include") / "dynabackup"

# Names with two underscores belong to compilers. __has_include and __cplusplus are standard, and __m128i is Intel's
# name in every compiler.
patterns = {
    "a name of a compiler": re.compile(
        r"\b__(?!has_include\b|has_cpp_attribute\b|cplusplus\b|cpp_\w+|VA_ARGS__|VA_OPT__|m128i\b)\w+"),
    "a macro of a compiler or system": re.compile(r"\b_(?:MSC_VER|MSVC_LANG|M_\w+|WIN32|WIN64|GLIBCXX\w*|LIBCPP\w*)\b"),
    "an attribute of a compiler": re.compile(r"\[\[[^\]]*\b(?:gnu|clang|msvc)::"),
    "a pragma": re.compile(r"#\s*pragma\s+(?!once\b)|\b_Pragma\b"),
    "an extension of the preprocessor": re.compile(r"#\s*(?:include_next|warning|import)\b"),
}
# JSON texts may contain any name. A number may have separators: 1'000.
literal = re.compile(r'R"(?P<d>[^()\s\\]*)\(.*?\)(?P=d)"|"(?:[^"\\\n]|\\.)*"|(?<![0-9a-fA-F])\'(?:[^\'\\\n]|\\.)+\'|//[^\n]*|/\*.*?\*/',
                     re.DOTALL)


def without_texts(text):
    """The text with blanks in place of comments and literals, and the same lines."""
    return literal.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


errors, headers = [], 0
for path in sorted(root.rglob("*.hpp")):
    header = path.relative_to(root).as_posix()
    headers += 1
    if header == "detail/config.hpp":
        continue
    for number, line in enumerate(without_texts(path.read_text(encoding="utf-8")).splitlines(), 1):
        errors += [f"include/dynabackup/{header}:{number}: {what}: {found[0].strip()}: it belongs in detail/config.hpp."
                   for what, pattern in patterns.items() for found in pattern.finditer(line)]
if not headers:
    errors.append(f"There is no header in {root}.")
print("\n".join(errors) or f"{headers} headers: only detail/config.hpp has extensions of compilers.")
sys.exit(bool(errors))
