#!/usr/bin/env python3
"""Copies the pages and the headers into a folder, as Doxygen wants to read them: doxygen-input.py FOLDER.

Headings get the anchors by which other viewers of Markdown know them, with the page's name before them, since Doxygen's
are those of the whole site; links follow. Rules are described by their own data, and the functions by which a shape
describes itself to the library are left out: its members are described to people. Lines keep their numbers.
"""

import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent


def anchor(page, title):
    return page + "-" + re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def page(path, text):
    name = path.stem.lower()
    parts = re.split(r"(^```.*?^```$)", text, flags=re.M | re.S)
    for i in range(0, len(parts), 2):
        part = re.sub(r"^(#{2,} (.*))$", lambda m: f"{m[1]} {{#{anchor(name, m[2])}}}", parts[i], flags=re.M)
        part = re.sub(r"\]\(#([^)]*)\)", rf"](#{name}-\1)", part)
        part = re.sub(r"\]\((?:[\w./-]*/)?([\w-]+)\.md#([^)]*)\)", lambda m: f"](#{m[1].lower()}-{m[2]})", part)
        part = re.sub(r"\]\((?:[\w./-]*/)?([\w-]+)\.md\)", lambda m: f"](#page-{m[1].lower()})", part)
        # What is no page is not on the site.
        parts[i] = re.sub(r"(?<!!)\[([^\]]*)\]\((?!https?:|#)[^)]*\)", r"\1", part)
    text = "".join(parts)
    text = re.sub(r"^# (.*)$", rf"# \1 {{#page-{name}}}", text, count=1, flags=re.M)
    return re.sub(r"^```console$", "```", text, flags=re.M)


strings = re.compile(r'"((?:[^"\\]|\\.)*)"')
rules = re.compile(r'^inline constexpr rule \w+\{\s*"([^"]*)",[^"]*((?:"(?:[^"\\]|\\.)*"\s*)+)', re.M)
self_description = re.compile(
    r"^(template <[^\n]*>\n)?(constexpr|inline) [^\n;=]*\b"
    r"(members|rules|tolerated|page_token|is_record|hint|renamed|sync_names|dialect|is_of_library|shapes|view|unrolled_reader|unrolled_check|response_of)"
    r"\(std::type_identity<[^\n]*\{(\n.*?^\}| [^\n]*\}$)", re.M | re.S)


# Comparisons that compare all members, citations, and the days of enumerators say what they are.
compared = re.compile(r"^( +)(friend [^\n]* operator(?:==|<=>)\([^\n]*= default;)$", re.M)
cited = re.compile(r'^inline constexpr std::string_view \w+ =\s+"(https?:[^"]*|docs/[^"]*)";', re.M)
dated = re.compile(r"^(?=constexpr edition since\()", re.M)
# The functions of rules: the rules that they apply say what they do.
checked = re.compile(r"^\n(?=(?:template <[^\n]*>\n)?(?:inline )?void check_\w+\()", re.M)
framework = re.compile(r"^template <[^\n]*>\n(?:struct|class) (?:Catch|testing)::.*?^};", re.M | re.S)


def header(text):
    def described(found):
        meaning = "".join(strings.findall(found[2])).replace('\\"', '"')
        meaning = re.sub(r"([@#%<>&$])", r"\\\1", meaning)
        return f"/** `{found[1]}`: {meaning} */ {found[0]}"

    text = rules.sub(described, text)
    text = compared.sub(r"\1/** Compares all members. */ \2", text)
    text = cited.sub(lambda found: f"/** {found[1]} */ {found[0]}", text)
    text = dated.sub("/** The day on which a value entered the API. */ ", text)
    text = checked.sub("/** Applies rules of this header. */\n", text)
    text = framework.sub(lambda found: "\n" * found[0].count("\n"), text)
    return self_description.sub(lambda found: "\n" * found[0].count("\n"), text)


def code(text):
    """Doxygen takes a full stop in code for the end of a sentence, and "::" for a link."""
    text = text.replace("`::testing`", r"<code>\::testing</code>")
    return re.sub(r"`[^`\n]*`", lambda found: found[0].replace(". ", ".\u00a0"), text)


target = pathlib.Path(sys.argv[1])
for path in [*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("include/**/*.hpp")]:
    if "examples" in path.parts:
        continue
    text = path.read_text(encoding="utf-8")
    copy = target / path.relative_to(root)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(code(page(path, text) if path.suffix == ".md" else header(text)), encoding="utf-8")
