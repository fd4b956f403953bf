#!/usr/bin/env python3
"""Prints what tests reach, from the output of llvm-cov export: a table of lines and branches by folder, and the lines
and branches of the rules and the reader that no test reaches.

    coverage_table.py FOLDER PROGRAM...

PROGRAM.lcov and PROGRAM.text are the two formats for one program. A template counts as one text: a line is reached if
any instance of it, in any program, runs that line, and a branch is an outcome (true or false) of a condition in the
text, reached if it occurs in any program. Templates that nothing instantiates are not counted.
"""
import collections
import functools
import json
import os
import sys

# The folders with the code that turns bytes into findings.
READ_AND_CHECK = ("top level", "detail/check", "detail/dump", "detail/json", "detail/read", "detail/validate", "dump", "model",
                  "rules")


def count_lines(path, files):
    """Adds how often each line ran: {file: {line: count}}."""
    with open(path, encoding="utf-8") as export:
        for entry in export:
            kind, _, rest = entry.rstrip("\n").partition(":")
            if kind == "SF":
                lines = files[rest]
            elif kind == "DA":
                line, count = rest.split(",")[:2]
                lines[int(line)] += int(count)


def count_branches(path, files):
    """Adds how often each outcome of each condition occurred: {file: {(place, outcome): count}}."""
    with open(path, encoding="utf-8") as export:
        exported = json.load(export)["data"]
    for file in (f for part in exported for f in part["files"]):
        outcomes = files[file["filename"]]
        for *place, when_true, when_false, _, _, _ in file["branches"]:
            outcomes[*place, True] += when_true
            outcomes[*place, False] += when_false


def part(reached):
    total = len(reached)
    return f"{sum(reached)} of {total} | {100 * sum(reached) / total:.1f} %" if total else "0 | "


def main(root, *programs):
    root = os.path.abspath(root)
    lines, branches = (collections.defaultdict(collections.Counter) for _ in range(2))
    for program in programs:
        count_lines(program + ".lcov", lines)
        count_branches(program + ".text", branches)
    folders, missed, missed_outcomes = {}, [], []
    for file in sorted(lines):
        folder, _, _ = os.path.relpath(file, root).rpartition("/")
        parts = folder.split("/")
        folder = "/".join(parts[: 2 if parts[0] == "detail" else 1]) or "top level"
        reached_lines, reached_branches = folders.setdefault(folder, ([], []))
        reached_lines += [count > 0 for count in lines[file].values()]
        reached_branches += [count > 0 for count in branches[file].values()]
        if folder in READ_AND_CHECK:
            missed += [(file, line) for line, count in sorted(lines[file].items()) if count == 0]
            missed_outcomes += [
                (file, place, outcome)
                for (*place, outcome), count in sorted(branches[file].items())
                if count == 0 and lines[file][place[0]] > 0
            ]

    print("| folder | lines | | branches | |\n|---|---:|---:|---:|---:|")
    chosen = [of for folder, of in folders.items() if folder in READ_AND_CHECK]
    sums = {"rules and reader": chosen, "all": list(folders.values())}
    rows = sorted(folders.items()) + [(name, [sum((f[i] for f in of), []) for i in (0, 1)]) for name, of in sums.items()]
    for name, (reached_lines, reached_branches) in rows:
        print(f"| {name} | {part(reached_lines)} | {part(reached_branches)} |")

    @functools.cache
    def text_of(file):
        with open(file, encoding="utf-8") as source:
            return source.read().split("\n")

    print(f"\nLines of {', '.join(READ_AND_CHECK)} that no test reaches: {len(missed)}\n")
    for file, line in missed:
        print(f"{os.path.relpath(file)}:{line}: {text_of(file)[line - 1].strip()}")

    print(f"\nOutcomes of conditions in other lines that no test causes: {len(missed_outcomes)}\n")
    for file, (line, column, last_line, last_column), outcome in missed_outcomes:
        text = text_of(file)[line - 1]
        condition = text[column - 1 : last_column - 1 if last_line == line else len(text)]
        print(f"{os.path.relpath(file)}:{line}:{column}: {str(outcome).lower()}: {condition}")


main(*sys.argv[1:])
