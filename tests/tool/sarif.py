#!/usr/bin/env python3
"""Checks the output of `dynabackup check --format sarif`: its structure against SARIF 2.1.0, and its places.

    sarif.py TOOL
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

try:
    import jsonschema
except ImportError:
    sys.exit("jsonschema is missing; Debian: python3-jsonschema")

TOOL = os.path.abspath(sys.argv.pop(1))  # the tests change the folder
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "sarif-schema.json"), encoding="utf-8") as file:
    VALIDATOR = jsonschema.Draft202012Validator(json.load(file))


def run(arguments, text=b"", directory=None):
    return subprocess.run([TOOL, *arguments], input=text, capture_output=True, cwd=directory, timeout=60)


def region_of(result):
    return result["locations"][0]["physicalLocation"]["region"]


def cut(text, region):
    """The text of a region by its lines and columns."""
    lines = text.split("\n")
    first, last = region["startLine"] - 1, region["endLine"] - 1
    if first == last:
        return lines[first][region["startColumn"] - 1 : region["endColumn"] - 1]
    parts = [lines[first][region["startColumn"] - 1 :], *lines[first + 1 : last], lines[last][: region["endColumn"] - 1]]
    return "\n".join(parts)


class Sarif(unittest.TestCase):
    def check(self, arguments=(), text=b"", directory=None):
        """The run of a log, which must be valid and have the exit status of the process."""
        done = run(["check", "--format", "sarif", *arguments], text, directory)
        log = json.loads(done.stdout.decode("utf-8"))
        self.assertEqual([f"{list(e.path)}: {e.message}" for e in VALIDATOR.iter_errors(log)], [])
        sarif = log["runs"][0]
        self.assertEqual(sarif["invocations"][0]["exitCode"], done.returncode)
        self.assertEqual(sarif["invocations"][0]["executionSuccessful"], done.returncode != 2)
        rules = sarif["tool"]["driver"]["rules"]
        for result in sarif["results"]:
            self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
        return sarif

    def check_places(self, raw, arguments=()):
        """The results for a text. Their places by bytes and by characters must agree."""
        results = self.check(arguments, raw)["results"]
        text = raw.decode("utf-8", errors="surrogateescape").removeprefix("\ufeff")
        for result in results:
            region = region_of(result)
            by_bytes = raw[region["byteOffset"] : region["byteOffset"] + region["byteLength"]]
            self.assertEqual(cut(text, region).encode("utf-8", errors="surrogateescape"), by_bytes)
            self.assertEqual(region.get("snippet", {"text": ""})["text"], by_bytes.decode("utf-8", errors="replace"))
        return results

    def test_every_example_has_its_result(self):
        for line in run(["rules", "--format", "ndjson"]).stdout.splitlines():
            rule = json.loads(line)
            if rule["example"]["arguments"] is None:
                continue  # a response against its request: in the library only
            with self.subTest(rule["id"]):
                arguments = rule["example"]["arguments"]
                results = self.check_places(rule["example"]["broken"].encode(), arguments)
                (result,) = [r for r in results if r["ruleId"] == rule["id"]]
                # If no member is known, each member is reported as well.
                self.assertLessEqual({r["ruleId"] for r in results}, {rule["id"], "json.unknown-member"})
                self.assertEqual(result["level"], rule["severity"])
                self.assertEqual(self.check(arguments, rule["example"]["sound"].encode())["results"], [])

    def test_the_rules_are_those_of_the_catalogue(self):
        listed = [json.loads(line) for line in run(["rules", "--format", "ndjson"]).stdout.splitlines()]
        rules = self.check()["tool"]["driver"]["rules"]
        self.assertEqual([r["id"] for r in rules], [r["id"] for r in listed])
        self.assertEqual([r["defaultConfiguration"]["level"] for r in rules], [r["severity"] for r in listed])

    def test_places_by_bytes_and_by_characters_agree(self):
        for text in (
            '{"Ä€😀":1,"BackupSummaries":"Ä"}',
            '\ufeff{"BackupSummaries":7}',
            '\ufeff\n{"BackupSummaries":7}',
            '{"BackupSummaries":\r\n {"Ä": 1,\r\n  "b": "😀"}\r\n}',
            '{"BackupSummaries":"' + "😀x" * 50 + '"}',
            '{"BackupSummaries":\n{' + ",\n".join(f'"Ä{i}":{i}' for i in range(50)) + "}}",
            '{"BackupSummaries":[{"Ä":1,"BackupArn":tru}]}',
            '{"BackupSummaries":',
        ):
            with self.subTest(text[:30]):
                self.assertTrue(self.check_places(text.encode()))

    def test_bytes_that_are_no_text_do_no_harm(self):
        every = bytes(range(1, 256))
        for raw in (
            b'{"BackupSummaries":"' + every + b'","' + every + b'":' + every + b"}\n" + every,
            b"\xf0\x9f\x98",
            b"\0\0",
            b'{"BackupSummaries":[],"{0}[a](1)":1}',
        ):
            with self.subTest(raw[:30]):
                self.assertTrue(self.check([], raw)["results"])

    def test_names_of_files_are_uris(self):
        with tempfile.TemporaryDirectory() as folder:
            names = {
                b"plain-1.0_~.json": "plain-1.0_~.json",
                b"a b%20#?&.json": "a%20b%2520%23%3F%26.json",
                b"c:d.json": "c%3Ad.json",
                "Ä.json".encode(): "%C3%84.json",
                b"\xff\n\x1b.json": "%FF%0A%1B.json",
                b"below/e.json": "below/e.json",
            }
            os.mkdir(os.path.join(folder, "below"))
            for name, uri in names.items():
                path = os.path.join(os.fsencode(folder), name)
                with open(path, "wb") as file:
                    file.write(b'{"BackupSummaries":7}')
                for given, expected in ((name, uri), (path, "file://" + folder + "/" + uri)):
                    with self.subTest(given):
                        (result,) = self.check([given], directory=folder)["results"]
                        location = result["locations"][0]["physicalLocation"]["artifactLocation"]
                        self.assertEqual(location["uri"], expected)

    def test_files_that_cannot_be_read_are_told(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "bad.json"), "wb") as file:
                file.write(b'{"BackupSummaries":7}')
            os.mkdir(os.path.join(folder, "empty"))
            sarif = self.check(["--allow-empty", "no{such}.json", "empty", "bad.json"], directory=folder)
            self.assertEqual(len(sarif["results"]), 1)
            told = sarif["invocations"][0]["toolExecutionNotifications"]
            self.assertEqual([t["level"] for t in told], ["warning", "error"])
            uris = [t["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for t in told]
            self.assertEqual(uris, ["empty", "no%7Bsuch%7D.json"])

    def test_findings_that_are_not_shown_are_told(self):
        sarif = self.check(["--max-findings", "2"], b'{"BackupSummaries":7}\n' * 5)
        self.assertEqual(len(sarif["results"]), 2)
        self.assertEqual([t["level"] for t in sarif["invocations"][0]["toolExecutionNotifications"]], ["note"])
        self.assertEqual(self.check(["--max-findings", "0"], b'{"BackupSummaries":7}')["results"], [])

    def test_strict_raises_the_level_of_the_result(self):
        (result,) = self.check(["--strict"], b'{"BackupSummaries":[],"Extra":1}')["results"]
        self.assertEqual(result["level"], "error")

    def fingerprints(self, text):
        return [r["partialFingerprints"]["findingPlace/v1"] for r in self.check([], text.encode())["results"]]

    def test_fingerprints_tell_defects_apart_and_stay(self):
        first = '{"BackupSummaries":[{"BackupType":1},{"BackupType":1}],"Limit":2}'
        second = '{"BackupSummaries":7}'
        both = self.fingerprints(first + "\n" + second + "\n" + second)
        self.assertEqual(len(set(both)), len(both))
        self.assertEqual(len(both), 5)
        moved = first.replace(",", ",\n\n  ") + "\n\n" + second + "\r\n\n " + second
        self.assertEqual(self.fingerprints(moved), both)
        repaired = first.replace(',"Limit":2', "").replace('"BackupType":1', '"BackupType":"USER"', 1)
        self.assertEqual(self.fingerprints(repaired + "\n" + second + "\n" + second), [both[1], *both[3:]])


if __name__ == "__main__":
    unittest.main()
