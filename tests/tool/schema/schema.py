#!/usr/bin/env python3
"""Checks the schemas that `dynabackup schema` prints with two other validators: jsonschema and ajv.

    schema.py TOOL PACKAGES

PACKAGES: a folder in which `npm ci` installs ajv according to package-lock.json beside this file.
"""
import copy
import filecmp
import functools
import json
import os
import random
import re
import shutil
import subprocess
import sys
import unittest

try:
    import jsonschema
except ImportError:
    sys.exit("jsonschema is missing; Debian: python3-jsonschema")
if not shutil.which("npm") or not shutil.which("node"):
    sys.exit("npm is missing; Debian: nodejs npm")

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..", "..")
PACKAGES = os.path.abspath(sys.argv.pop())
TOOL = os.path.abspath(sys.argv.pop())


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def tool(*arguments, text=""):
    done = subprocess.run([TOOL, *arguments], input=text.encode("utf-8", "surrogatepass"), capture_output=True, timeout=60)
    if done.returncode == 2:
        raise RuntimeError(done.stderr.decode())
    return done.stdout.decode("utf-8")


def install():
    """Installs ajv unless it is installed."""
    os.makedirs(PACKAGES, exist_ok=True)
    lock, done = os.path.join(HERE, "package-lock.json"), os.path.join(PACKAGES, "installed.json")
    if os.path.exists(done) and filecmp.cmp(lock, done, shallow=False):
        return
    for name in ("package.json", "package-lock.json"):
        shutil.copy(os.path.join(HERE, name), PACKAGES)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(command, cwd=PACKAGES, timeout=240).returncode != 0:
        sys.exit("npm could not install ajv; it needs a registry, or its cache")
    shutil.copy(lock, done)


def documents_of(text):
    """The texts of the documents of a text. Those of an array are its elements. None if one of them is not JSON."""
    decoder, at, found = json.JSONDecoder(), 0, []
    try:
        while text[at:].strip():
            at += len(text[at:]) - len(text[at:].lstrip())
            document, end = decoder.raw_decode(text, at)
            found += [json.dumps(one) for one in document] if isinstance(document, list) else [text[at:end]]
            at = end
    except ValueError:
        return []
    return found


@functools.lru_cache(maxsize=None)
def shape_of(text):
    """The shape that the checker reads a document as."""
    summary = subprocess.run([TOOL, "check", "--summary", "-", "--format", "ndjson"], input=text.encode(),
                             capture_output=True, timeout=60).stderr
    (shape,) = json.loads(summary)["shapes"] or [None]
    return shape


RULES = [json.loads(line) for line in tool("rules", "--format", "ndjson").splitlines()]
SHAPES = sorted({name for line in tool("schema", "--help").partition("Shapes:\n")[2].splitlines() for name in line.split()})
STATED = set(re.findall(r"^- `([a-z-]+\.[a-z-]+)`$", read("docs/schema.md"), re.MULTILINE))
# Rules that a schema expresses in part. If only these are violated, either answer is right.
PARTLY = {"key-schema.distinct-attributes", "timestamp.out-of-range", "timestamp.format"}


class Judges:
    """Runs both validators once for all questions, since a process of node starts slowly."""

    def __init__(self):
        self.schemas, self.cases, self.python = {}, [], {}

    def schema(self, *arguments):
        if arguments not in self.schemas:
            self.schemas[arguments] = json.loads(tool("schema", *arguments))
            self.python[arguments] = jsonschema.Draft202012Validator(self.schemas[arguments])
        return arguments

    def ask(self, text, *arguments):
        """Notes a question. Returns its number."""
        self.cases.append((self.schema(*arguments), text))
        return len(self.cases) - 1

    def answers(self):
        """Problems with the schemas, and the answers of jsonschema and ajv to each question."""
        order = {arguments: i for i, arguments in enumerate(self.schemas)}
        request = {"schemas": list(self.schemas.values()), "cases": [[order[a], text] for a, text in self.cases]}
        environment = {**os.environ, "NODE_PATH": os.path.join(PACKAGES, "node_modules")}
        done = subprocess.run(["node", os.path.join(HERE, "validate.js")], input=json.dumps(request).encode(),
                              capture_output=True, timeout=120, env=environment)
        if done.returncode != 0:
            raise RuntimeError(done.stderr.decode())
        ajv = json.loads(done.stdout)
        return ajv["problems"], [(self.python[a].is_valid(json.loads(text)), valid)
                                 for (a, text), valid in zip(self.cases, ajv["valid"])]


class Mutations:
    """Documents that differ from a valid one in one or two places."""

    values = (None, True, 0, 1, -1, 2.5, 5.0, 1e10, 2**64, "", "x", "ACTIVE", "INCLUDE", "ALL", "HASH", "RANGE", "SYSTEM",
              "USER", "PROVISIONED", "PAY_PER_REQUEST", "ENABLED", "2024-05-02T12:00:00Z", "2024-05-02 12:00", "ä" * 256,
              [], {}, [{}])

    def __init__(self, seed):
        self.random = random.Random(seed)

    def places(self, value, found):
        for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
            found.append((value, key))
            self.places(value[key], found)
        return found

    def of(self, document):
        changed = copy.deepcopy(document)
        for _ in range(self.random.choice((1, 1, 2))):
            places = self.places(changed, [])
            if not places:
                return changed
            holder, key = self.random.choice(places)
            kind = self.random.randrange(4)
            if kind == 0:
                del holder[key]
            elif kind == 1 and isinstance(holder, list):
                holder.insert(key, copy.deepcopy(holder[key]))
            elif kind == 2 and isinstance(holder, dict):
                holder[key + "X"] = holder[key]
            else:
                holder[key] = copy.deepcopy(self.random.choice(self.values))
        return changed


class Schema(unittest.TestCase):
    def test_every_schema_is_one(self):
        judges, known = Judges(), set()
        for shape in SHAPES:
            for options in (("--edition", "2017-11-29"), ("--strict", "--level", "warning")):
                text = tool("schema", shape, *options)
                schema = json.loads(text)
                judges.schema(shape, *options)
                with self.subTest(schema["$id"]):
                    self.assertEqual(schema["$schema"], "https://json-schema.org/draft/2020-12/schema")
                    self.assertIn(schema["$ref"].rpartition("/")[2], schema["$defs"])
                    reached = set(re.findall(r'"\$ref": ?"#/\$defs/([^"]*)"', text))
                    self.assertEqual(reached, set(schema["$defs"]))
                    # Most shapes share their definitions: each is checked once.
                    new = {name: d for name, d in schema["$defs"].items() if str(d) not in known}
                    known.update(map(str, new.values()))
                    jsonschema.Draft202012Validator.check_schema({**schema, "$defs": new})
        self.assertEqual(judges.answers()[0], [])
        self.assertGreater(len(SHAPES), 50)

    def test_a_schema_is_the_same_each_time(self):
        self.assertEqual(tool("schema", "DescribeBackupOutput"), tool("schema", "aws.DescribeBackupOutput"))

    def test_the_examples_of_rules(self):
        judges, expected = Judges(), {}
        for rule in RULES:
            arguments = rule["example"]["arguments"]
            if arguments is None or "--times" in arguments:
                continue  # a response against its request; times that only an option allows
            shape = arguments[arguments.index("--shape") + 1] if "--shape" in arguments else None
            options = ["--edition", rule["until"]] if rule["until"] else []
            options += ["--level", rule["severity"]] if rule["severity"] == "warning" else []
            options += ["--strict"] if rule["id"] == "json.unknown-member" else []
            for kind in ("sound", "broken"):
                for text in documents_of(rule["example"][kind]):
                    name = shape or shape_of(text)
                    if name:
                        question = judges.ask(text, name, *options)
                        expected[question] = (rule["id"], kind)
        problems, answers = judges.answers()
        self.assertEqual(problems, [])
        refused = set()
        for question, (rule, kind) in expected.items():
            with self.subTest(f"{rule}: {kind}"):
                by_python, by_ajv = answers[question]
                self.assertEqual(by_python, by_ajv)
                if kind == "sound":
                    self.assertTrue(by_python)
                elif not by_python:
                    refused.add(rule)
        self.assertEqual(refused, STATED)

    def test_schemas_and_the_checker_agree(self):
        """For documents that are nearly valid, a schema agrees with the checker about the rules of the schema."""
        bases = [text for rule in RULES if rule["example"]["arguments"] is not None
                 for text in documents_of(rule["example"]["sound"])]
        for name in ("1-list-backups.json", "2-descriptions.ndjson", "3-before-move.ndjson"):
            bases += documents_of(read("docs/examples/sample-dump/" + name))
        mutations, by_shape = Mutations(20260804), {}
        for base in sorted(set(bases)):
            if shape := shape_of(base):
                changed = [mutations.of(json.loads(base)) for _ in range(12)]
                texts = [json.dumps(document) for document in changed if isinstance(document, dict)]
                by_shape.setdefault(shape, []).extend([base.replace("\n", " "), *texts])
        judges, expected = Judges(), {}
        for shape, texts in by_shape.items():
            for level, worse in (("error", ("error",)), ("warning", ("error", "warning"))):
                found = [set() for _ in texts]
                for line in tool("check", "--format", "ndjson", "--shape", shape, text="\n".join(texts)).splitlines():
                    finding = json.loads(line)
                    if finding["severity"] in worse or finding["rule"] == "json.null-member":
                        found[finding["document"]].add(finding["rule"])
                for text, rules in zip(texts, found):
                    expected[judges.ask(text, shape, "--level", level)] = (shape, level, text, rules)
        problems, answers = judges.answers()
        self.assertEqual(problems, [])
        refused = 0
        for question, (shape, level, text, rules) in expected.items():
            by_python, by_ajv = answers[question]
            with self.subTest(f"{shape}, {level}: {text[:300]}"):
                stated = rules & STATED - PARTLY
                if stated:
                    self.assertFalse(by_python or by_ajv, rules)
                    refused += 1
                elif not rules & PARTLY:
                    self.assertTrue(by_python and by_ajv, rules)
        self.assertGreater(refused, 200)

    def test_members_belong_to_their_edition(self):
        old = json.loads(tool("schema", "BackupDetails", "--edition", "2018-08-05"))["$defs"]
        new = json.loads(tool("schema", "BackupDetails", "--edition", "2018-08-06"))["$defs"]
        self.assertNotIn("BackupType", old["BackupDetails"]["properties"])
        self.assertNotIn("BackupType", old["BackupDetails"]["required"])
        self.assertIn("BackupType", new["BackupDetails"]["required"])
        self.assertEqual(new["BackupType"]["enum"], ["USER", "SYSTEM"])

    def test_open_enumerations_and_nulls_can_be_had(self):
        judges = Judges()
        manual, null = '{"BackupType":"MANUAL"}', '{"BackupType":null}'
        questions = [judges.ask(text, "ListBackupsInput", *options)
                     for text in (manual, null)
                     for options in ((), ("--disable", "enum.unknown-value"), ("--disable", "json.null-member"))]
        answers = judges.answers()[1]
        self.assertEqual([answers[q] for q in questions],
                         [(v, v) for v in (False, True, False, False, False, True)])


if __name__ == "__main__":
    install()
    unittest.main()
