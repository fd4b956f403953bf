#!/usr/bin/env python3
"""Checks that Python's json refuses a text if and only if dynabackup has a finding json.syntax: for the corpora of the
fuzzers, and for texts that differ from them in a few bytes.

    strict_json.py TOOL
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import unittest

CORPUS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "fuzz", "corpus")
HEAD = {"check": 1, "dump": 4, "round_trip": 1, "well_formed": 0, "timestamp": 0}  # bytes that choose options
TOOL = os.path.abspath(sys.argv.pop(1))
BYTES = b'{}[]:,"\\ 01-+.eEtfnu\n\0\x1f\x7f\x80\xc3\xed\xff'
sys.set_int_max_str_digits(0)


def no_constant(name):
    raise ValueError(name)  # NaN and Infinity are not JSON


def is_json(data):
    """Whether bytes are JSON documents, one after another. A number, true, false or null ends at white space or
    punctuation: without that, 01 and 1-2 would be two documents each."""
    decoder, at, found = json.JSONDecoder(parse_constant=no_constant), 0, 0
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
        while True:
            while at < len(text) and text[at] in " \t\r\n":
                at += 1
            if at == len(text):
                return found > 0
            document, at = decoder.raw_decode(text, at)
            found += 1
            if not isinstance(document, (dict, list, str)) and text[at:at + 1].strip("{}[]:, \t\r\n"):
                return False
            # Python accepts single surrogates; they are not text.
            json.dumps(document, ensure_ascii=False).encode("utf-8")
    except ValueError:
        return False


def texts():
    draw = random.Random(1)
    for target, head in HEAD.items():
        folder = os.path.join(CORPUS, target)
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), "rb") as file:
                text = file.read()[head:]
            yield text
            for _ in range(10):
                changed = bytearray(text)
                for _ in range(draw.choice((1, 1, 2))):
                    at = draw.randrange(len(changed) + 1)
                    changed[at:at + draw.choice((0, 1, 1, 3))] = bytes([draw.choice(BYTES)] * draw.choice((0, 1, 1)))
                yield bytes(changed)


class StrictJson(unittest.TestCase):
    def test_both_say_the_same(self):
        all_texts = sorted(set(texts()) - {b""})  # an empty file is a problem, not a finding
        with tempfile.TemporaryDirectory() as folder:
            for i, text in enumerate(all_texts):
                with open(os.path.join(folder, f"{i:06}.json"), "wb") as file:
                    file.write(text)
            command = [TOOL, "check", "--only", "json.syntax", "--format", "ndjson", "--max-depth", "100000", folder]
            done = subprocess.run(command, capture_output=True, timeout=120)
            self.assertIn(done.returncode, (0, 1), done.stderr)
        refused = {json.loads(line)["file"] for line in done.stdout.decode().split("\n")[:-1]}
        refused = {int(os.path.basename(name)[:6]) for name in refused}
        for i, text in enumerate(all_texts):
            if is_json(text) == (i in refused):
                self.fail(f"dynabackup {'refuses' if i in refused else 'accepts'} {text!r}")
        self.assertGreater(len(refused), 100)
        self.assertGreater(len(all_texts) - len(refused), 100)


if __name__ == "__main__":
    unittest.main()
