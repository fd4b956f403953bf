#!/usr/bin/env python3
"""Gives the tool hostile conditions: inputs designed to break readers, outputs that cannot be written, special files,
and texts that act on terminals. It must end in time and in bounded memory, with the right status.

    run.py TOOL

docs/reliability.md has a table of the tests.
"""
import collections
import concurrent.futures
import csv
import gzip
import html.parser
import io
import json
import multiprocessing
import os
import pty
import random
import re
import resource
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import tty
import unittest

TOOL = os.path.abspath(sys.argv.pop(1))
LONG = bool(os.environ.get("DYNABACKUP_LONG"))  # larger inputs, and each with every command
TIMEOUT = 120  # seconds; generous, since other things may run on the machine
MEMORY = 64  # MiB of resident memory with two threads, whatever the input
FOLDER = tempfile.TemporaryDirectory()

ARN = "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-0a1b2c3d"
RECORD = ('{"BackupArn":"%s","BackupCreationDateTime":1717200000.123,"BackupName":"nightly","BackupSizeBytes":5,'
          '"BackupStatus":"AVAILABLE","BackupType":"USER","TableName":"Orders"}' % ARN)


class Done:
    def __init__(self, status, out, err, mebibytes):
        self.status, self.out, self.err, self.mebibytes = status, out, err, mebibytes


def run(*arguments, data=None, stdin=None, stdout=None, address_space=None, cwd=None, close_stdout=False):
    """Runs the tool. `data` is its standard input. A status below zero is a signal."""
    def limit():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if address_space:
            resource.setrlimit(resource.RLIMIT_AS, (address_space << 20, address_space << 20))
        if close_stdout:
            os.close(1)

    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        if data is not None:
            given.write(data)
            given.seek(0)
        process = subprocess.Popen([TOOL, *arguments], stdin=stdin or given, stdout=stdout or out, stderr=err, cwd=cwd,
                                   preexec_fn=limit)
        too_late = threading.Timer(TIMEOUT, process.kill)
        too_late.start()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        too_late.cancel()
        return Done(process.returncode, ends_of(out), ends_of(err), usage.ru_maxrss / 1024)


def ends_of(file, part=1 << 20):
    """The content of a file, or the beginning and the end of a large one. This process stays small, since the processes
    that it starts inherit its peak memory."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    if size <= 2 * part:
        return file.read()
    head = file.read(part)
    file.seek(size - part)
    return head.rpartition(b"\n")[0] + b"\n" + file.read().partition(b"\n")[2]


def temporary(name):
    return os.path.join(FOLDER.name, name)


def write(name, data):
    path = temporary(name)
    with open(path, "wb") as file:
        file.write(data)
    return path


# ---- inputs ----

def page(records):
    return b'{"BackupSummaries":[' + b",".join(records) + b"]}"


def zstd_frame(blocks, window_log=17):
    """A frame of runs: each block is 128 KiB of one byte in four bytes."""
    header = struct.pack("<IBB", 0xFD2FB528, 0, (window_log - 10) << 3)
    body = b"".join(((size << 3 | 1 << 1 | (i == len(blocks) - 1)).to_bytes(3, "little") + byte)
                    for i, (byte, size) in enumerate(blocks))
    return header + body


BAD_UTF8 = [b"\x80", b"\xbf", b"\xc0\xaf", b"\xc1\xbf", b"\xc2", b"\xc2\x20", b"\xe0\x80\xaf", b"\xe0\x9f\xbf", b"\xe2\x82",
            b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xed\xa0\xbd\xed\xb8\x80", b"\xf0\x80\x80\xaf", b"\xf0\x8f\xbf\xbf", b"\xf0\x9f\x98",
            b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xfc\x84\x80\x80\x80\x80", b"\xfe", b"\xff"]


FIRST_OF_ITEMS = "attributes of one name"


def inputs():
    """Name and bytes of each hostile input."""
    record, million = RECORD.encode(), 1_000_000 if LONG else 200_000
    draw = random.Random(1)
    yield "brackets", b"[" * 4 * million
    yield "braces", b"{" * 4 * million
    yield "nested objects", b'{"a":' * million + b"1" + b"}" * million
    yield "nested lists", b"[" * million + b"]" * million
    yield "nested in a record", b'{"BackupArn":' + b"[" * million + b"]" * million + b"}"
    yield "nested records", b'{"BackupSummaries":[' * (million // 5)
    yield "closing brackets", b"]}" * 2 * million
    yield "quotes", b'"' * 4 * million
    yield "backslashes", b'"' + b"\\" * 4 * million
    yield "commas", b"," * 4 * million
    yield "beginnings of records", b'{"BackupArn":' * (million // 4)
    yield "beginnings of lines", b"\n{" * 2 * million
    yield "lost quotes", (record.replace(b'"Orders"', b'"Orders') + b"\n") * (million // 200)
    yield "a number of a million digits", b'{"BackupSizeBytes":' + b"9" * million + b',"BackupArn":"x","TableName":"y"}'
    yield "tiny and huge exponents", page([record.replace(b"1717200000.123", number) for number in (
        b"1e999999999", b"-1e999999999", b"1e-999999999", b"0." + b"0" * million + b"1", b"1" * million + b"e-" + b"9" * million,
        b"1e" + b"0" * million + b"9", b"-0", b"-0.0e-0")])
    yield "a long string", page([record.replace(b"nightly", b"n" * 8 * million)])
    yield "a long string of escapes", page([record.replace(b"nightly", b"\\u0000" * million)])
    yield "a long member name", b'{"BackupArn":"x","TableName":"y","' + b"n" * 4 * million + b'":1}'
    yield "members of one name", b"{" + b",".join([b'"BackupArn":"x"'] * (million // 10)) + b"}"
    yield "unknown members of one name", b'{"BackupArn":"x","TableName":"y",' + b",".join([b'"a":1'] * (million // 4)) + b"}"
    yield "members that are all different", (b'{"BackupArn":"x","TableName":"y",' + b",".join(
        b'"%08dBackupArn%08d":1' % (i, draw.randrange(10**8)) for i in range(million // 5)) + b"}")
    yield "a member in every summary twice", page([record.replace(b'"BackupType"', b'"BackupName":"b","BackupType"')] * (million // 50))
    yield "findings", page([b'{"BackupArn":1,"BackupStatus":"?","BackupSizeBytes":-1,"x":2}'] * (million // 10))
    yield "tiny documents", b"{}\n" * million
    yield "numbers", b"1 " * million
    yield "empty lists", b"[]" * million
    yield "a list of tiny documents", b"[" + b"{}," * million + b"{}]"
    yield "requests", b'{"BackupArn":"x"}\n' * (million // 5)
    yield "zeros", b"\0" * 4 * million
    yield "zeros in strings", page([record.replace(b"nightly", b"n\0")] * (million // 200))
    yield "line feeds", b"\n" * 4 * million
    yield "carriage returns", b"\r" * 4 * million
    yield "byte order marks", b"\xef\xbb\xbf" * million
    yield "bad UTF-8", page([record.replace(b"nightly", b"n" + bad) for bad in BAD_UTF8] * 20)
    yield "bad UTF-8 at the end", record + b"\xf0\x9f\x98"
    yield "random bytes", draw.randbytes(4 * million)
    yield "a gzip bomb", gzip.compress(b" " * (200 * million), 9)
    yield "a gzip bomb of brackets", gzip.compress(b"[" * (16 * million), 9)
    yield "a bomb in a bomb", gzip.compress(gzip.compress(b" " * (64 * million), 9), 9)
    yield "a cut gzip", gzip.compress(page([record] * 1000))[:-20]
    yield "gzip and garbage", gzip.compress(record) + b"garbage"
    yield "gzip members", gzip.compress(record + b"\n") * (million // 200)
    yield "a zstd bomb", zstd_frame([(b" ", 1 << 17)] * 4096)
    yield "a zstd window of gigabytes", zstd_frame([(b" ", 1 << 17)], window_log=31)
    yield "zstd of nothing", struct.pack("<I", 0xFD2FB528)
    # Items of exports. A record that is larger than 2 MiB is skipped, so these stay below that.
    many = 150_000 if LONG else 50_000
    item = lambda attributes: b'{"Item":{' + attributes + b"}}\n"
    yield FIRST_OF_ITEMS, item(b",".join([b'"a":{"S":"x"}'] * many)) * 4
    yield "attributes that are all different", item(b",".join(b'"a%d":{"S":"x"}' % i for i in range(many))) * 4
    yield "values without a type", item(b",".join([b'"a":{}'] * many)) * 4
    yield "values of unknown types", item(b",".join(b'"%d":{"Q":1}' % i for i in range(many)))
    yield "nested values", item(b'"a":' + b'{"L":[' * many + b"]}" * many) * 4
    yield "nested maps", item(b'"a":' + b'{"M":{"a":' * 31 + b'{"S":"x"}' + b"}}" * 31) * (many // 10)
    yield "a set of one element", item(b'"a":{"SS":[' + b",".join([b'"x"'] * many) + b"]}") * 4
    yield "a set of numbers", item(b'"a":{"NS":[' + b",".join(b'"%d"' % i for i in range(many)) + b"]}") * 4
    yield "a number of all digits", item(b'"a":{"N":"' + b"9" * 10 * many + b'"}') * 4
    yield "a number with a long exponent", item(b'"a":{"N":"1e-' + b"9" * 10 * many + b'"}') * 4
    yield "base64 without end", item(b'"a":{"B":"' + b"A" * 10 * many + b'"}') * 4
    yield "items without an attribute", item(b"") * many
    yield "changes of one item", (b'{"Metadata":{"WriteTimestampMicros":{"N":"1"}},"Keys":{"pk":{"S":"a"}},"NewImage":'
                                  b'{"pk":{"S":"a"}}}\n' * many)
    yield "changes at all times", b"".join(b'{"Metadata":{"WriteTimestampMicros":{"N":"%d"}},"Keys":{"pk":{"S":"a"}}}\n'
                                           % draw.randrange(-2**63, 2**63) for _ in range(many // 10))
    # Items on pages, of Scan and Query.
    items_page = lambda items, rest=b"": b'{"Items":[' + b",".join(items) + b"]" + rest + b"}"
    small = b'{"a":{"S":"x"}}'
    yield "a page of empty items", items_page([b"{}"] * (million // 4))
    yield "a page of values that are not items", items_page([b"1", b"null", b'"x"', b"[]", b'{"a":1}'] * (million // 20))
    yield "a page of attributes of one name", items_page([b"{" + b",".join([b'"a":{"S":"x"}'] * many) + b"}"] * 4)
    yield "a page of nested values", items_page([b'{"a":' + b'{"L":[' * many + b"]}" * many + b"}"] * 4)
    yield "a page that is cut", items_page([small] * (million // 4))[:-4]
    yield "a page without commas", items_page([small * (million // 8)])
    yield "a page with a large key", items_page([small], b',"LastEvaluatedKey":{' + b",".join(
        b'"a%d":{"S":"x"}' % i for i in range(many)) + b"}")
    yield "pages that never end", (items_page([], b',"Count":0,"LastEvaluatedKey":' + small) + b"\n") * (million // 20)
    yield "pages of one item that never end", (items_page([small], b',"Count":1,"LastEvaluatedKey":' + small) + b"\n") * (million // 20)
    yield "pages in a page", b'{"Items":[' * (million // 20)
    yield "a gzip bomb of a page", gzip.compress(items_page([b'{"a":{"S":"' + b"x" * 400_000 + b'"}}'] * (10 * many // 1000)), 9)
    yield "a gzip bomb of items", gzip.compress(item(b'"a":{"S":"' + b"x" * 400_000 + b'"}') * (10 * many // 1000), 9)


READERS = [("check", "--format", "text"), ("check", "--format", "ndjson", "--history"), ("check", "--format", "sarif", "--max-findings", "10"),
           ("convert", "--to", "wire"), ("convert", "--to", "csv"), ("stats", "--format", "json"),
           ("stats", "--format", "text")]
ITEM_READERS = [("convert", "--to", "plain"), ("fingerprint",)]  # also for items


def write_inputs(folder):
    names = []
    for name, data in inputs():
        with open(os.path.join(folder, str(len(names))), "wb") as file:
            file.write(data)
        names.append(name)
    with open(os.path.join(folder, "names"), "w", encoding="utf-8") as file:
        json.dump(names, file)


class Inputs(unittest.TestCase):
    def test_every_input(self):
        """Each input is read by two of the commands in turn; in the long form, by all of them."""
        folder = temporary("inputs")
        os.mkdir(folder)
        writer = multiprocessing.Process(target=write_inputs, args=(folder,))
        writer.start()
        writer.join()
        with open(os.path.join(folder, "names"), encoding="utf-8") as file:
            names = json.load(file)
        most, jobs = {}, collections.deque()
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for i, name in enumerate(names):
                for command in READERS if LONG else (READERS[i % 3], READERS[3 + i % 4]):
                    jobs.append((name, command, pool.submit(run, *command, os.path.join(folder, str(i)))))
                if i >= names.index(FIRST_OF_ITEMS):
                    for command in ITEM_READERS:
                        jobs.append((name, command, pool.submit(run, *command, os.path.join(folder, str(i)))))
            while jobs:  # their output is dropped then
                name, command, job = jobs.popleft()
                done = job.result()
                with self.subTest(f"{name}: {command}"):
                    self.assertIn(done.status, (0, 1, 2), done.err[-300:])
                    self.assertLess(done.mebibytes, MEMORY)
                    if done.status == 2:  # only compressed inputs may be unreadable
                        self.assertRegex(name, "gzip|zstd|bomb")
                        self.assertNotEqual(done.err, b"")
                    if command[:3] == ("check", "--format", "text"):
                        self.assertRegex(done.out.decode(), r"\d+ file[^\n]* in [0-9.]+ s\n$")
                    # CSV in a file has the data as it was.
                    harmless(self, done.err if "csv" in command else done.out + done.err)
                    most[command[0]] = max(most.get(command[0], (0, "")), (done.mebibytes, name))
        if LONG:
            print(most, file=sys.stderr)

    def test_a_record_within_the_limit_takes_memory_in_proportion(self):
        data = b"[" * (12 << 20)
        for arguments in ((), ("--max-record-bytes", "1048576")):
            self.assertLess(run("check", *arguments, data=data).mebibytes, MEMORY)

    def test_what_stops_is_not_read_on(self):
        """An input without an end, which only the reader stops."""
        for command in ("check", "stats", "convert --to ndjson"):
            producer = subprocess.Popen(["head", "-c", "300000000", "/dev/zero"], stdout=subprocess.PIPE)
            done = run(*command.split(), stdin=producer.stdout)
            producer.stdout.close()
            producer.wait()
            self.assertEqual(done.status, 0 if command == "stats" else 1, done.err)
            self.assertLess(done.mebibytes, MEMORY)


class Memory(unittest.TestCase):
    def test_too_little_memory_is_said(self):
        data = page([RECORD.encode()] * 100_000)
        path = write("much", data)
        for command in ("check", "convert --to wire", "stats"):
            for jobs in ("1", "8"):
                for limit in (16, 24, 48, 100):
                    done = run(*command.split(), "--jobs", jobs, path, address_space=limit)
                    with self.subTest(f"{command} --jobs {jobs}: {limit} MiB"):
                        if b"shared" in done.err or done.status == 127:
                            continue  # the program could not even be loaded
                        self.assertIn(done.status, (0, 2), done.err[-300:])
                        if done.status == 2:
                            self.assertRegex(done.err, b"memory|unavailable")


# ---- outputs and files ----

WITHOUT_INPUT = [("rules",), ("rules", "--format", "ndjson"), ("rules", "--format", "markdown"), ("explain", "json.syntax"),
                 ("schema", "ListBackupsOutput"), ("generate", "--records", "2000"), ("man",), ("completion", "bash"), ("--help",), ("--version",)]


class Outputs(unittest.TestCase):
    def commands(self):
        bad = write("bad.json", b'{"BackupSummaries":[{"BackupArn":1}]}' * 3000)
        good = write("good.json", page([RECORD.encode()] * 3000))
        yield from ((command, 0) for command in WITHOUT_INPUT)
        yield from (((*command, bad), 0 if command[0] == "stats" else 1) for command in READERS)
        yield from (((*command, good), 0) for command in READERS if "--history" not in command)

    def test_a_full_device(self):
        for command, _ in self.commands():
            with self.subTest(command), open("/dev/full", "wb") as full:
                done = run(*command, stdout=full)
                self.assertEqual(done.status, 2)
                self.assertIn(b"No space left on device", done.err)

    def test_a_reader_that_has_gone(self):
        for command, status in self.commands():
            with self.subTest(command):
                reader, writer = os.pipe()
                os.close(reader)
                done = run(*command, stdout=writer)
                os.close(writer)
                self.assertGreaterEqual(done.status, 0)
                self.assertEqual(done.err.replace(b"member that could not be read", b""), done.err)

    def test_no_standard_output(self):
        for command, _ in self.commands():
            with self.subTest(command):
                self.assertIn(run(*command, close_stdout=True).status, (0, 1, 2))

    def test_an_output_file_that_cannot_be_written(self):
        good = write("good2.json", page([RECORD.encode()] * 3000))
        for target in ("/dev/full", temporary("none/there"), FOLDER.name, good):
            with self.subTest(target):
                before = os.path.getsize(good)
                self.assertEqual(run("convert", "--to", "wire", "--output", target, good).status, 2)
                self.assertEqual(os.path.getsize(good), before)
        self.assertEqual(run("check", "--summary", "/dev/full", good).status, 2)


class Files(unittest.TestCase):
    def every(self, *paths, status=2):
        for command in ("check", "stats", "convert --to ndjson"):
            with self.subTest(command):
                done = run(*command.split(), *paths)
                self.assertEqual(done.status, status, done.err)
                if status == 2:
                    self.assertIn(b"dynabackup: ", done.err)

    def test_missing_and_forbidden(self):
        self.every(temporary("missing"))
        self.every("")
        self.every("a" * 10_000)
        os.symlink("loop", temporary("loop"))
        self.every(temporary("loop"))
        secret = write("secret.json", b"{}")
        os.chmod(secret, 0)
        if not os.access(secret, os.R_OK):
            self.every(secret)

    def test_the_other_files_are_read(self):
        good = write("good3.json", RECORD.encode())
        done = run("check", "--format", "ndjson", "--summary", "-", temporary("missing"), good)
        self.assertEqual(done.status, 2)
        self.assertEqual(json.loads(done.err.splitlines()[-1])["records"], 1)

    def test_a_socket(self):
        path = temporary("socket.json")
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(path)
            self.every(path)

    def test_a_pipe_that_has_a_name(self):
        path = temporary("pipe")
        os.mkfifo(path)
        for command in ("check", "stats", "convert --to ndjson"):
            writer = threading.Thread(target=lambda: write("pipe", RECORD.encode()))
            writer.start()
            self.assertEqual(run(*command.split(), path).status, 0)
            writer.join()

    def test_a_directory_with_what_is_no_file(self):
        """The tool does not wait for special files in a directory. It reports and skips files that cannot be dumps."""
        folder = temporary("folder")
        os.mkdir(folder)
        os.mkfifo(os.path.join(folder, "pipe.json"))
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(os.path.join(folder, "socket.json"))
        os.symlink("/dev/zero", os.path.join(folder, "zero.json"))
        os.symlink(folder, os.path.join(folder, "again"))
        write("folder/good.json", RECORD.encode())
        for command in ("check", "stats", "convert --to ndjson"):
            done = run(*command.split(), folder)
            self.assertEqual(done.status, 0, done.err)
            for name in (b"pipe.json", b"socket.json", b"zero.json", b"again"):
                self.assertIn(name, done.err)

    def test_a_file_that_changes_while_it_is_read(self):
        path = write("changing.json", page([RECORD.encode()] * 50_000))
        size, ending = os.path.getsize(path), threading.Event()

        def change():
            draw = random.Random(2)
            while not ending.is_set():
                with open(path, "r+b") as file:
                    file.seek(draw.randrange(size))
                    file.write(draw.choice((b'"', b"{", b"\n" * 4096, b"\0")))
                    file.truncate(draw.choice((size, size, draw.randrange(size))))

        changing = threading.Thread(target=change)
        changing.start()
        try:
            for command in ("check", "stats", "convert --to ndjson") * 3:
                self.assertIn(run(*command.split(), path).status, (0, 1))
        finally:
            ending.set()
            changing.join()

    def test_standard_input_that_is_closed_or_a_directory(self):
        for command in ("check", "stats", "convert --to ndjson"):
            folder = os.open(FOLDER.name, os.O_RDONLY)
            done = run(*command.split(), stdin=folder)
            os.close(folder)
            self.assertEqual(done.status, 2)


# ---- terminals ----

NOT_SHOWN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
                       "\U000e0000-\U000e007f]")
COLOUR = re.compile(r"\x1b\[[0-9;]*[mK]")


def harmless(test, output, terminal=False):
    """Asserts that a text does not act on a terminal."""
    text = output.decode("utf-8").replace("\r\n", "\n")  # all of it is UTF-8; lines of CSV end with \r\n
    if terminal:
        text = COLOUR.sub("", re.sub(r"\r(\x1b\[K|(?=\[))", "", text))  # colours, and the bar of --progress
    found = NOT_SHOWN.search(text)
    if found:
        test.fail(f"{found.group()!r} in {text[max(found.start() - 200, 0):found.end() + 50]!r}")


def on_terminal(*arguments):
    """The output of the tool to a terminal, on both streams."""
    mine, its = pty.openpty()
    tty.setraw(its)  # keeps the output unchanged
    process = subprocess.Popen([TOOL, *arguments], stdin=subprocess.DEVNULL, stdout=its, stderr=its)
    os.close(its)
    parts = []
    while True:
        try:
            part = os.read(mine, 1 << 16)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    os.close(mine)
    process.wait(TIMEOUT)
    return b"".join(parts)


def hostile_texts():
    """UTF-8 texts that act on a terminal, and bytes that are not text."""
    characters = [chr(c) for c in range(1, 0x20)] + [chr(c) for c in range(0x7F, 0xA0)] + [
        "\xad", "\u061c", "\u180e", "\u200b", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069",
        "\ufeff", "\ufff9", "\U000e0001", "\U000e0041"]
    yield "".join(f"a{c}b" for c in characters).encode()
    yield b"\x1b]0;title\x07\x1b[31mred\x1b[2J\x1bP\x1b\\\x9b1m"
    yield "\x1b[1A\r\u202egnihton\u2066</script><b>&\"'=cmd|' /C calc'!A0".encode()
    yield bytes(range(1, 256)).replace(b"/", b"")


class Terminal(unittest.TestCase):
    def documents(self):
        """Documents with such texts wherever a text may occur: with JSON's escapes, and without."""
        for raw in hostile_texts():
            text = raw.decode("utf-8", "surrogateescape")
            escaped = json.dumps(text.encode("utf-8", "replace").decode()).encode()
            for value in (escaped, b'"' + raw.replace(b'"', b"").replace(b"\\", b"") + b'"'):
                for member in ("BackupArn", "BackupName", "BackupStatus", "BackupCreationDateTime", "BackupType", "TableName", "TableArn",
                               "BackupSizeBytes"):
                    fields = json.loads(RECORD)
                    fields[member] = "@"
                    yield page([json.dumps(fields).encode().replace(b'"@"', value)])
                yield RECORD.encode()[:-1] + b"," + value + b":" + value + b"}"
                yield b'{"BackupDescription":{' + value + b":[" + value + b']}}'
                yield b'{"__type":' + value + b',"message":' + value + b"}"
                yield b'{"_embedded":{"items":[{"id":' + value + b',"start_timestamp":' + value + b',"table_name":' + value + b"}]}}"
            yield raw

    def test_texts_of_a_document(self):
        path = write("hostile.json", b"\n".join(self.documents()))
        for command in (("check",), ("check", "--strict", "--history"), ("stats",)):
            done = run(*command, path)
            harmless(self, done.out + done.err)
        for command in (("check", "--color", "always"), ("stats", "--color", "always"), ("convert", "--to", "wire"), ("convert", "--to", "cli"),
                        ("convert", "--to", "ndjson"), ("convert", "--to", "csv"), ("check", "--progress", "always"), ("check", "--format", "ndjson"), ("check", "--format", "sarif"), ("stats", "--format", "json")):
            with self.subTest(command):
                shown = on_terminal(*command, path)
                self.assertGreater(len(shown), 500)
                harmless(self, shown, terminal=True)

    def test_formats_for_programs(self):
        path = write("hostile2.json", b"\n".join(self.documents()))
        for line in run("check", "--format", "ndjson", path).out.decode().split("\n")[:-1]:
            json.loads(line)
        json.loads(run("check", "--format", "sarif", path).out.decode())
        json.loads(run("stats", "--format", "json", path).out.decode())
        for line in run("convert", "--to", "ndjson", path).out.decode().split("\n")[:-1]:
            json.loads(line)
        rows = list(csv.reader(io.StringIO(run("convert", "--to", "csv", path).out.decode(), newline="")))
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        for row in rows[1:]:
            for cell in row:
                self.assertNotRegex(cell, r"^[=@\t\r\n]")

        class Page(html.parser.HTMLParser):
            tags = set()

            def handle_starttag(self, tag, attributes):
                self.tags.add(tag)
                self.tags.update(name for name, _ in attributes if name.startswith("on"))

        text = run("stats", "--format", "html", path).out.decode()
        harmless(self, text.encode())
        reading = Page()
        reading.feed(text)
        self.assertFalse(reading.tags & {"script", "b", "img", "iframe", "onerror", "onload"})

    def test_names_of_files(self):
        folder = temporary("names")
        os.mkdir(folder)
        names = [raw.replace(b"\n", b"").replace(b"/", b"")[-200:] + b".json" for raw in hostile_texts()]
        for i, name in enumerate(names):
            with open(os.path.join(folder.encode(), name), "wb") as file:
                file.write((RECORD.encode(), b'{"BackupArn":1}', gzip.compress(b"x")[:-3], b"\0")[i % 4])
            missing = os.path.join(folder.encode(), b"x" + name)
            for command in (("check",), ("stats",), ("convert", "--to", "csv"), ("convert", "--to", "ndjson", "--output", missing + b"/x")):
                harmless(self, on_terminal(*command, missing), terminal=True)
        for command in (("check",), ("check", "--color", "always", "--progress", "always"), ("stats",), ("convert", "--to", "csv")):
            with self.subTest(command):
                harmless(self, on_terminal(*command, folder), terminal=True)
        for line in run("check", "--format", "ndjson", folder).out.decode().split("\n")[:-1]:
            json.loads(line)
        json.loads(run("check", "--format", "sarif", folder).out.decode())

    def test_arguments(self):
        for raw in hostile_texts():
            for command in ((b"check", b"--shape", raw), (b"check", b"--edition", raw), (b"check", b"--disable", raw), (b"check", b"--" + raw),
                            (b"check", b"--now", raw), (b"check", b"--jobs", raw), (b"check", b"--format", raw), (raw,), (b"explain", raw),
                            (b"explain", b"json." + raw), (b"schema", raw), (b"schema", b"--edition", raw, b"BackupSummary"), (b"rules", b"--edition", raw),
                            (b"rules", raw), (b"generate", b"--shape", raw), (b"generate", b"--invalid", raw), (b"generate", b"--seed", raw),
                            (b"convert", b"--to", raw), (b"stats", b"--format", raw), (b"completion", raw), (b"man", raw)):
                with self.subTest(command):
                    done = run(*command, data=b"")
                    self.assertEqual(done.status, 2)
                    harmless(self, done.out + done.err)


if __name__ == "__main__":
    unittest.main()
