#!/usr/bin/env python3
"""Cuts a dump into parts, reads them in engines, adds them up, and compares that with one run over the whole.

    scaling.py TOOL PACKAGES [RECORDS]

TOOL: dynabackup. PACKAGES: a folder where `npm ci` puts the engines, as package-lock.json beside this file says.
The commands that this runs in a shell stand in docs/scaling.md.
"""
import filecmp
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

for program, package in (("parallel", "parallel"), ("node", "nodejs"), ("npm", "npm")):
    if not shutil.which(program):
        sys.exit(f"{program} is missing; Debian: {package}")

HERE = os.path.dirname(os.path.abspath(__file__))
RECORDS = int(sys.argv.pop()) if len(sys.argv) > 3 else 50_000
PACKAGES = os.path.abspath(sys.argv.pop())
TOOL = os.path.abspath(sys.argv.pop())


def tool(*arguments, data=b"", status=0):
    done = subprocess.run([TOOL, *arguments], input=data, capture_output=True, timeout=600)
    if done.returncode != status:
        raise AssertionError(f"{arguments}: {done.returncode}, not {status}: {done.stderr.decode()}")
    return done.stdout


def install():
    """Installs the engines unless that is done."""
    os.makedirs(PACKAGES, exist_ok=True)
    lock, done = os.path.join(HERE, "package-lock.json"), os.path.join(PACKAGES, "installed.json")
    if not os.path.exists(done) or not filecmp.cmp(lock, done, shallow=False):
        for name in ("package.json", "package-lock.json"):
            shutil.copy(os.path.join(HERE, name), PACKAGES)
        # Not "npm ci": some versions of it refuse a lock file without the packages of other systems.
        command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        if subprocess.run(command, cwd=PACKAGES, timeout=400).returncode != 0:
            sys.exit("npm could not install chdb and DuckDB; it needs a registry, or its cache")
        shutil.copy(lock, done)
    for name in ("clickhouse.mjs", "duckdb.mjs"):  # packages are looked for beside the program
        shutil.copy(os.path.join(HERE, name), PACKAGES)


def peak(*arguments, path):
    """Runs the tool on a file. Returns the most memory that it had, in bytes."""
    with open(path, "rb") as file, open(os.devnull, "wb") as nowhere:
        child = subprocess.Popen([TOOL, *arguments], stdin=file, stdout=nowhere, stderr=nowhere)
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0
    return usage.ru_maxrss * 1024


class Scaling(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = cls.folder.name
        cls.write_dump()
        stats = json.loads(tool("stats", "--format", "json", cls.at("dump.ndjson")))
        cls.check = cls.without("files", stats["read"])
        cls.whole = stats["backups"]
        with open(os.path.join(HERE, "..", "..", "docs", "scaling.md"), encoding="utf-8") as page:
            cls.page = page.read()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def at(cls, *name):
        return os.path.join(cls.path, *name)

    @classmethod
    def write(cls, name, data):
        with open(cls.at(name), "wb") as file:
            file.write(data)
        return cls.at(name)

    @classmethod
    def write_dump(cls):
        """A page without defects, and lines of which some break rules and some are damaged."""
        cls.page_file = cls.write("page.json", tool("generate", "--records", str(RECORDS), "--seed", "7"))
        lines = tool("generate", "--shape", "BackupSummary", "--records", str(RECORDS), "--seed", "8").splitlines()
        for rule in ("backup.system-expiry", "enum.unknown-value", "key-schema.hash-first"):
            broken = tool("generate", "--records", "100", "--invalid", rule).splitlines()
            for k, line in enumerate(broken):
                lines.insert(100 * k, line)  # a document of any shape
        # Damage that stays in its line. check takes lines that are no JSON and follow each other for one stretch.
        for at in range(50, len(lines), 997):
            lines[at] = lines[at][: len(lines[at]) // 2]
        for at in range(60, len(lines), 1999):
            lines[at] = lines[at][:30] + b"\0\xff" + lines[at][30:]
        cls.lines = len(lines)
        cls.write("dump.ndjson", b"\n".join(lines) + b"\n")

    @staticmethod
    def without(name, members):
        return {key: value for key, value in members.items() if key != name}

    def shell(self, command, status=0):
        """Runs a command that the page shows."""
        self.assertIn("\n" + command + "\n", self.page)
        environment = {**os.environ, "PATH": os.path.dirname(TOOL) + os.pathsep + os.environ["PATH"],
                       "PARALLEL_SHELL": "/bin/bash", "PARALLEL_HOME": self.at("parallel")}
        done = subprocess.run(["bash", "-c", command], cwd=self.path, env=environment, capture_output=True, timeout=600)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done

    def assert_whole(self, sum_of_all):
        """It is what one run over the dump counts."""
        self.assertEqual(self.without("files", sum_of_all["read"]), self.check)
        self.assertEqual(sum_of_all["backups"], self.whole)

    def test_the_dump_has_what_is_looked_for(self):
        self.assertGreater(self.check["records"], RECORDS)
        self.assertGreater(self.check["rejected"], 20)
        self.assertGreater(self.check["rules"]["enum.unknown-value"], 90)

    def test_parallel_by_place(self):
        done = self.shell("parallel --pipepart --block 4M -a dump.ndjson dynabackup map --data-errors-exit-zero | "
                          "dynabackup merge")
        self.assert_whole(json.loads(done.stdout))

    def test_parallel_adds_up_on_the_workers(self):
        done = self.shell("parallel --pipepart --block 4M --halt now,fail=1 -a dump.ndjson "
                          "'set -o pipefail; dynabackup map --data-errors-exit-zero | dynabackup merge' | dynabackup merge")
        self.assert_whole(json.loads(done.stdout))

    def test_parallel_keeps_the_order(self):
        self.shell("parallel --pipe -k --block 1M dynabackup map --data-errors-exit-zero < dump.ndjson > ordered.ndjson")
        with open(self.at("ordered.ndjson"), "rb") as file:
            ordered = file.read()
        with open(self.at("dump.ndjson"), "rb") as file:
            self.assertEqual(ordered, tool("map", data=file.read(), status=1))

    def test_parallel_stops_at_a_damaged_line_if_it_shall(self):
        command = "parallel --pipepart --block 1M --halt now,fail=1 -a dump.ndjson dynabackup map > answers.ndjson"
        self.assertEqual(self.shell(command, status=1).stdout, b"")

    def test_parts_on_hosts(self):
        self.shell("dynabackup split --bytes 2M --output parts page.json")
        os.mkdir(self.at("sums"))
        self.shell("parallel -S 2/: --halt now,fail=1 'set -o pipefail; dynabackup map --data-errors-exit-zero < {} | "
                   "dynabackup merge --name {/} > sums/{/}.json' ::: parts/*.ndjson")
        compare = "dynabackup merge --manifest parts/manifest.json sums/*.json"
        added = json.loads(self.shell(compare).stdout)
        whole = json.loads(tool("stats", "--format", "json", self.page_file))
        self.assertEqual(added["backups"], whole["backups"])
        for name in ("records", "rejected", "findings", "rules"):
            self.assertEqual(added["read"][name], whole["read"][name])
        sums = sorted(os.listdir(self.at("sums")))
        self.assertGreater(len(sums), 2)

        with self.subTest("missing"):
            os.rename(self.at("sums", sums[0]), self.at("kept"))
            self.assertIn(sums[0][:-5], self.shell(compare, status=1).stderr.decode())
            os.rename(self.at("kept"), self.at("sums", sums[0]))
        with self.subTest("doubled"):
            shutil.copy(self.at("sums", sums[1]), self.at("sums", "again.json"))
            self.assertIn(sums[1][:-5], self.shell(compare, status=1).stderr.decode())
            os.remove(self.at("sums", "again.json"))
        with self.subTest("damaged"):
            name = sums[2][:-5]
            with open(self.at("parts", name), "rb") as file:
                part = file.read()
            for text in (part[: len(part) // 2], part[:5000] + b"\0" + part[5001:]):
                answers = subprocess.run([TOOL, "map"], input=text, capture_output=True, timeout=60).stdout
                self.write(os.path.join("sums", sums[2]), tool("merge", "--name", name, data=answers))
                self.assertIn(name, self.shell(compare, status=1).stderr.decode())

    def test_split_reads_what_is_compressed(self):
        with open(self.page_file, "rb") as file:
            self.write("page.json.gz", gzip.compress(file.read(), 1))
        tool("split", "--parts", "3", "--output", self.at("three"), self.at("page.json.gz"))
        lines = []
        for i in range(3):
            with open(self.at("three", f"part-{i:05}.ndjson"), "rb") as file:
                lines.append(file.read().splitlines())
        dealt = [lines[i % 3][i // 3] for i in range(RECORDS)]
        with open(self.page_file, "rb") as file:
            page = file.read()
        self.assertEqual(b",".join(dealt), page[page.index(b"[") + 1: page.rindex(b"]")])

    def test_clickhouse(self):
        install()
        scripts = self.at("clickhouse", "user_scripts")
        os.makedirs(scripts)
        shutil.copy(TOOL, os.path.join(scripts, "dynabackup"))
        counted = self.engine("clickhouse.mjs", self.at("dump.ndjson"), self.at("clickhouse"))
        self.assertTrue(counted.pop("refused"))
        self.assert_counts(counted)

    def test_duckdb(self):
        install()
        with open(self.at("dump.ndjson"), "rb") as file:
            self.write("whole.ndjson", tool("map", "--data-errors-exit-zero", data=file.read()))
        self.assert_counts(self.engine("duckdb.mjs", self.at("whole.ndjson"), self.at("backups.parquet")))

    def engine(self, program, *arguments):
        done = subprocess.run(["node", program, *arguments], cwd=PACKAGES, capture_output=True, timeout=600)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return json.loads(done.stdout.splitlines()[-1])

    def assert_counts(self, counted):
        # A text, since it may be larger than a number of JavaScript; ours ends there.
        counted["size"] = min(int(counted["size"]), 2**63 - 1)
        self.assertEqual(counted, {
            "lines": self.lines, "records": self.check["records"], "rejected": self.check["rejected"],
            "bytes": self.check["bytes"], "size": self.whole["bytes"], "statuses": self.whole["statuses"],
            "rules": self.check["rules"]})

    def test_a_worker_that_is_asked_line_by_line_answers(self):
        with subprocess.Popen([TOOL, "map", "--line-buffered"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
            for line in (b"{}\n", b"\n", b"{\n"):
                worker.stdin.write(line)
                worker.stdin.flush()
                self.assertTrue(worker.stdout.readline().endswith(b"]}\n"))  # else it would wait until the test ends
            worker.stdin.close()
            self.assertEqual(worker.wait(60), 1)

    def test_memory_does_not_grow(self):
        with open(self.at("dump.ndjson"), "rb") as file:
            lines = file.read()
        small = self.write("small.ndjson", lines[: len(lines) // 2])
        large = self.write("large.ndjson", lines * 4)
        for arguments in (("map",), ("split", "--jobs", "1", "--bytes", "1M", "--force", "--output", self.at("memory"))):
            with self.subTest(arguments[0]):
                self.assertLess(peak(*arguments, path=large), peak(*arguments, path=small) + (8 << 20))


if __name__ == "__main__":
    unittest.main()
