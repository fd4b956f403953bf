#!/usr/bin/env python3
"""Cuts dumps and exports into parts, reads them in engines, adds up the counts, and compares the sums with one run over
the whole.

    scaling.py TOOL PACKAGES [RECORDS]

TOOL: dynabackup. PACKAGES: a folder in which `npm ci` installs the engines according to package-lock.json beside
this file. The commands that this script runs in a shell are those in docs/scaling.md.
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
from decimal import Decimal

for program, package in (("parallel", "parallel"), ("node", "nodejs"), ("npm", "npm")):
    if not shutil.which(program):
        sys.exit(f"{program} is missing; Debian: {package}")

HERE = os.path.dirname(os.path.abspath(__file__))
GIVEN = int(sys.argv.pop()) if len(sys.argv) > 3 else 0
RECORDS, ITEMS = GIVEN or 50_000, GIVEN or 5_000
PACKAGES = os.path.abspath(sys.argv.pop())
TOOL = os.path.abspath(sys.argv.pop())


def tool(*arguments, data=b"", status=0):
    done = subprocess.run([TOOL, *arguments], input=data, capture_output=True, timeout=600)
    if done.returncode != status:
        raise AssertionError(f"{arguments}: {done.returncode}, not {status}: {done.stderr.decode()}")
    return done.stdout


def install():
    """Installs the engines unless they are installed."""
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
    for name in ("clickhouse.mjs", "duckdb.mjs", "parquet.mjs"):  # packages are looked for beside the program
        shutil.copy(os.path.join(HERE, name), PACKAGES)


def peak(*arguments, path):
    """Runs the tool on a file. Returns its peak memory in bytes."""
    with open(path, "rb") as file, open(os.devnull, "wb") as nowhere:
        child = subprocess.Popen([TOOL, *arguments], stdin=file, stdout=nowhere, stderr=nowhere)
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0
    return usage.ru_maxrss * 1024


class Scaling(unittest.TestCase):
    """What the tests of dumps and of exports share: lines in dump.ndjson, and the counts of one run over them."""

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
    def write_lines(cls, lines, distance):
        """Writes dump.ndjson, with damage that stays in its line."""
        # check takes consecutive lines that are not JSON for one stretch of damage.
        for at in range(50, len(lines), distance):
            lines[at] = lines[at][: len(lines[at]) // 2]
        for at in range(60, len(lines), 2 * distance + 5):
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
        """Asserts that a sum equals the counts of one run over the dump."""
        self.assertEqual(self.without("files", sum_of_all["read"]), self.check)
        self.assertEqual(sum_of_all["backups"], self.whole)

    COMPARE = "dynabackup merge --manifest parts/manifest.json sums/*.json"

    def add_up_parts(self):
        """Counts each part on a host, and returns the sum over all."""
        os.mkdir(self.at("sums"))
        self.shell("parallel -S 2/: --halt now,fail=1 'set -o pipefail; dynabackup map --data-errors-exit-zero < {} | "
                   "dynabackup merge --name {/} > sums/{/}.json' ::: parts/*.ndjson")
        return json.loads(self.shell(self.COMPARE).stdout)

    def assert_problems_are_told(self):
        """The name of a part that is missing, duplicated or damaged is reported."""
        sums = sorted(os.listdir(self.at("sums")))
        self.assertGreater(len(sums), 2)
        with self.subTest("missing"):
            os.rename(self.at("sums", sums[0]), self.at("kept"))
            self.assertIn(sums[0][:-5], self.shell(self.COMPARE, status=1).stderr.decode())
            os.rename(self.at("kept"), self.at("sums", sums[0]))
        with self.subTest("duplicated"):
            shutil.copy(self.at("sums", sums[1]), self.at("sums", "again.json"))
            self.assertIn(sums[1][:-5], self.shell(self.COMPARE, status=1).stderr.decode())
            os.remove(self.at("sums", "again.json"))
        with self.subTest("damaged"):
            name = sums[2][:-5]
            with open(self.at("parts", name), "rb") as file:
                part = file.read()
            for text in (part[: len(part) // 2], part[:5000] + b"\0" + part[5001:]):
                answers = subprocess.run([TOOL, "map"], input=text, capture_output=True, timeout=60).stdout
                self.write(os.path.join("sums", sums[2]), tool("merge", "--name", name, data=answers))
                self.assertIn(name, self.shell(self.COMPARE, status=1).stderr.decode())

    def count_by_place(self):
        done = self.shell("parallel --pipepart --block 4M -a dump.ndjson dynabackup map --data-errors-exit-zero | "
                          "dynabackup merge")
        self.assert_whole(json.loads(done.stdout))

    def count_in_clickhouse(self):
        install()
        scripts = self.at("clickhouse", "user_scripts")
        os.makedirs(scripts)
        shutil.copy(TOOL, os.path.join(scripts, "dynabackup"))
        counted = self.engine("clickhouse.mjs", self.at("dump.ndjson"), self.at("clickhouse"))
        self.assertTrue(counted.pop("refused"))
        self.assert_counts(counted)

    def count_in_duckdb(self):
        install()
        with open(self.at("dump.ndjson"), "rb") as file:
            self.write("whole.ndjson", tool("map", "--data-errors-exit-zero", data=file.read()))
        self.assert_counts(self.engine("duckdb.mjs", self.at("whole.ndjson"), self.at("backups.parquet")))

    def engine(self, program, *arguments):
        done = subprocess.run(["node", program, *arguments], cwd=PACKAGES, capture_output=True, timeout=600)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return json.loads(done.stdout.splitlines()[-1])

    def assert_counts(self, counted):
        # A text, since it may be larger than the numbers of JavaScript, which limit ours.
        counted["size"] = min(int(counted["size"]), 2**63 - 1)
        self.assertEqual(counted, {
            "lines": self.lines, "records": self.check["records"], "rejected": self.check["rejected"],
            "items": self.check.get("items", 0), "bytes": self.check["bytes"], "size": self.whole["bytes"],
            "statuses": self.whole["statuses"], "rules": self.check["rules"]})


class Dumps(Scaling):
    @classmethod
    def write_dump(cls):
        """A valid page, and lines, some of which violate rules and some of which are damaged."""
        cls.page_file = cls.write("page.json", tool("generate", "--records", str(RECORDS), "--seed", "7"))
        lines = tool("generate", "--shape", "BackupSummary", "--records", str(RECORDS), "--seed", "8").splitlines()
        for rule in ("backup.system-expiry", "enum.unknown-value", "key-schema.hash-first"):
            broken = tool("generate", "--records", "100", "--invalid", rule).splitlines()
            for k, line in enumerate(broken):
                lines.insert(100 * k, line)  # a document of any shape
        cls.write_lines(lines, 997)

    def test_the_dump_has_what_is_looked_for(self):
        self.assertGreater(self.check["records"], RECORDS)
        self.assertGreater(self.check["rejected"], 20)
        self.assertGreater(self.check["rules"]["enum.unknown-value"], 90)

    def test_parallel_by_place(self):
        self.count_by_place()

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
        added = self.add_up_parts()
        whole = json.loads(tool("stats", "--format", "json", self.page_file))
        self.assertEqual(added["backups"], whole["backups"])
        for name in ("records", "rejected", "findings", "rules"):
            self.assertEqual(added["read"][name], whole["read"][name])
        self.assert_problems_are_told()

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
        self.count_in_clickhouse()

    def test_duckdb(self):
        self.count_in_duckdb()

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


class Exports(Scaling):
    RULES = ("item.null", "item.number-precision", "item.set-empty")

    @classmethod
    def write_dump(cls):
        """A valid export, and the lines of its items with some that violate rules and some that are damaged."""
        tool("generate", "--export", cls.at("export"), "--items", str(ITEMS), "--seed", "7")
        lines = cls.lines_of("export", "all")
        for k, rule in enumerate(cls.RULES):
            tool("generate", "--export", cls.at(rule), "--items", "10", "--invalid", rule)
            lines[100 * k: 100 * k] = cls.lines_of(rule, "one")
        cls.write_lines(lines, 97)

    @classmethod
    def lines_of(cls, export, folder):
        """All lines of an export, in their order."""
        tool("split", "--bytes", "100G", "--force", "--output", cls.at(folder), cls.at(export))
        with open(cls.at(folder, "part-00000.ndjson"), "rb") as file:
            return file.read().splitlines()

    def test_the_lines_have_what_is_looked_for(self):
        self.assertEqual(self.check["items"], ITEMS + 10 * len(self.RULES))
        self.assertGreater(self.check["rejected"], 50)
        for rule in self.RULES:
            self.assertEqual(self.check["rules"][rule], 1)

    def test_parallel_by_place(self):
        self.count_by_place()

    def test_clickhouse(self):
        self.count_in_clickhouse()

    def test_duckdb(self):
        self.count_in_duckdb()

    def test_parts_on_hosts(self):
        self.shell("dynabackup split --bytes 256K --output parts export")
        added = self.add_up_parts()
        self.assertEqual(added["read"]["items"], ITEMS)
        self.assertEqual(added["read"]["rejected"], 0)
        self.assertEqual(added["read"]["rules"], {})
        self.assert_problems_are_told()

    def test_fingerprint_of_parts(self):
        self.shell("dynabackup split --parts 3 --output dealt export")
        same = 'test "$(dynabackup fingerprint export)" = "$(dynabackup fingerprint dealt/part-*.ndjson)"'
        self.shell(same)
        first = self.at("dealt", "part-00000.ndjson")
        with open(first, "rb") as file:
            text = file.read()
        at = text.index(b'{"N":"') + len(b'{"N":"')
        digit = b"8" if text[at: at + 1] == b"9" else b"9"
        # The counts do not show this difference.
        self.write(first, text[:at] + digit + text[at + 1:])
        self.shell(same, status=1)
        with self.subTest("missing"):
            os.remove(first)
            self.shell(same, status=1)
        with self.subTest("duplicated"):
            self.write(first, text)
            self.shell(same)
            self.write(os.path.join("dealt", "part-00003.ndjson"), text)
            self.shell(same, status=1)

    def test_data_files_by_themselves(self):
        self.shell("mkdir counts && parallel --halt now,fail=1 dynabackup check --summary counts/{/}.json {} ::: "
                   "export/AWSDynamoDB/*/data/*.gz")
        self.shell("dynabackup merge counts/*.json > sum.json")
        with open(self.at("sum.json"), "rb") as file:
            counted = json.load(file)
        whole = json.loads(tool("stats", "--format", "json", self.at("export")))["read"]
        self.assertEqual(counted["items"], whole["items"])
        self.assertEqual(counted["shapes"], {"ExportedItem": ITEMS})
        self.assertGreater(counted["files"], 2)
        self.shell("parallel --halt now,fail=1 dynabackup fingerprint {} ::: export/AWSDynamoDB/*/data/*.gz "
                   "> fingerprints.txt")
        added = self.shell("""python3 -c 'n = [(int(f, 16), int(i)) for f, i, _ in map(str.split, """
                           """open("fingerprints.txt"))]; print("{:032x}  {} items".format("""
                           """sum(f for f, i in n) % 2**128, sum(i for f, i in n)))'""")
        self.assertEqual(added.stdout, tool("fingerprint", self.at("export")))

    def test_plain_json_to_parquet(self):
        install()
        self.shell("dynabackup convert --to plain --output plain.ndjson export")
        counted = self.engine("parquet.mjs", self.at("plain.ndjson"), self.at("items.parquet"))
        with open(self.at("plain.ndjson"), encoding="utf-8") as file:
            items = [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in file]
        self.assertEqual(len(items), ITEMS)
        self.assertEqual(counted, {
            "items": ITEMS, "total": str(sum(item.get("total", 0) for item in items)),
            "tags": sum(len(item.get("tags", [])) for item in items),
            "quantity": sum(int(line["quantity"]) for item in items for line in item.get("owner", []))})


if __name__ == "__main__":
    unittest.main()
