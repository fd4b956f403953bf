"""Compares every page of the project with the behaviour of its programs and commands.

    pages.py PROGRAMS TOOL PAGE...             checks
    pages.py PROGRAMS TOOL --update PAGE...    writes the output of commands into the pages

PROGRAMS is the folder with the programs that were built from docs/examples. TOOL is the command line tool.
- A ```cpp block is a file of docs/examples, or consecutive lines of one.
- A ```console block has commands (after "$ ") and their output. They run in a copy of docs/examples that has the
  programs and the files that pages mention. A line "…" matches any number of lines, and "…" in a line any text.
- In an ```sh block, the lines that begin with "dynabackup" also run there. None of them may be wrong usage.
- Links to files and their headings must have targets.
"""

import gzip
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap

root = pathlib.Path(__file__).resolve().parent.parent
examples = root / "docs" / "examples"


def blocks(text):
    """(language, content, where the content begins) of each fenced block."""
    for found in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.M | re.S):
        yield found[1], found[2], found.start(2)


def shown_in_an_example(code):
    for program in examples.glob("*.cpp"):
        text = program.read_text()
        if code == text:
            return True
        lines, wanted = text.splitlines(), textwrap.dedent(code).splitlines()
        for at in range(len(lines) - len(wanted) + 1):
            if textwrap.dedent("\n".join(lines[at : at + len(wanted)])).splitlines() == wanted:
                return True
    return False


def scratch(programs, tool, folder):
    """Fills the folder in which commands run with everything that the pages mention."""
    shutil.copytree(examples, folder, dirs_exist_ok=True)
    for program in programs.glob("*"):
        if program.is_file() and os.access(program, os.X_OK) and not (folder / program.name).exists():
            os.symlink(program, folder / program.name)
    sample = folder / "sample-dump"
    shutil.copytree(sample, folder / "backups")
    shutil.copytree(sample, folder / "docs" / "examples" / "sample-dump")  # its name at the root
    page = (sample / "1-list-backups.json").read_bytes()
    for name in ("page.json", "response.json"):
        (folder / name).write_bytes(page)
    backups = json.loads(page)["BackupSummaries"]
    two = [{"BackupSummaries": backups[:4], "LastEvaluatedBackupArn": backups[3]["BackupArn"]},
           {"BackupSummaries": backups[4:]}]
    for name, half in zip(("page-1.json", "page-2.json"), two):
        (folder / name).write_text(json.dumps(half, indent=4))
    lines = (sample / "2-descriptions.ndjson").read_bytes()
    for name in ("day-1.ndjson", "day-2.ndjson", "dump.ndjson"):
        (folder / name).write_bytes(lines)
    (folder / "describe.json").write_bytes(lines.splitlines()[0])
    (folder / "dump.ndjson.gz").write_bytes(gzip.compress(lines))
    (folder / "bin").mkdir()
    os.symlink(tool, folder / "bin" / "dynabackup")
    return {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}


def run(command, folder, env):
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, timeout=120)


def steps(block):
    """(command, expected output) of a console block. A command continues after a backslash."""
    command, expected, found = None, [], []
    for line in block.splitlines():
        if command is not None and command.endswith("\\"):
            command += "\n" + line
        elif line.startswith("$ "):
            if command is not None:
                found.append((command, expected))
            command, expected = line[2:], []
        else:
            expected.append(line)
    found.append((command, expected))
    return found


def matches(expected, printed):
    pattern = "".join(
        r"(?:.*\n)*?" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + r"\n" for line in expected)
    return re.fullmatch(pattern, printed)


def headings(page):
    """The anchors of a page, as programs that show Markdown derive them."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(), flags=re.M | re.S)
    for title in re.findall(r"^#+ (.*)$", text, re.M):
        yield re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def broken_links(page, text):
    text = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    for link in re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text):
        if re.match(r"\w+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        if not target.exists():
            yield f"no such file: {link}"
        elif anchor and anchor not in headings(target):
            yield f"no such heading: {link}"


def check(page, programs, tool, update):
    text = page.read_text()
    problems = list(broken_links(page, text))
    # Each page has its own folder, so that it does not depend on others.
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve() / "examples"
        env = scratch(programs, tool, folder)
        for language, content, start in blocks(text):
            line = text.count("\n", 0, start) + 1
            if language == "cpp" and not shown_in_an_example(content):
                problems.append(f"line {line}: the code is in no file of docs/examples")
            elif language == "sh":
                for command in re.findall(r"^dynabackup .*(?:\\\n.*)*", content, re.M):
                    ran = run(command, folder, env)
                    if ran.returncode not in (0, 1):
                        problems.append(f"line {line}: {command}\n{ran.stdout}")
            elif language == "console":
                shown = ""
                for command, expected in steps(content):
                    printed = run(command, folder, env).stdout
                    if printed and not printed.endswith("\n"):
                        printed += "\n"
                    if matches(expected, printed):
                        printed = "".join(f"{l}\n" for l in expected)
                    elif not update:
                        problems.append(f"line {line}: {command}\nprints\n{printed}")
                    printed = re.sub(r'(?<= in )[\d.]+(?= s$)|(?<="seconds":)[\d.]+', "…", printed, flags=re.M)  # differs from run to run
                    shown += f"$ {command}\n{printed}"
                if update:
                    page.write_text(page.read_text().replace(f"```console\n{content}```", f"```console\n{shown}```"))
    return problems


def main(programs, tool, *pages):
    update = "--update" in pages
    status = 0
    for page in (pathlib.Path(p).resolve() for p in pages if p != "--update"):
        for problem in check(page, pathlib.Path(programs).resolve(), pathlib.Path(tool).resolve(), update):
            print(f"{page.relative_to(root)}: {problem}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
