#!/usr/bin/env python3
"""Compares dynabackup with botocore, the library of AWS's command line: its description of the service, the results of
its parser for responses, those of its validator for documents, and the output of its serializer.

    botocore.py TOOL
"""
import copy
import datetime
import functools
import json
import os
import random
import re
import subprocess
import sys
import unittest

del sys.path[0]  # this file has the name of the package
try:
    import botocore.loaders
    import botocore.model
    import botocore.parsers
    import botocore.serialize
    import botocore.validate
except ImportError:
    sys.exit("botocore is missing; Debian: python3-botocore")

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
TOOL = os.path.abspath(sys.argv.pop(1))
SERVICE = botocore.model.ServiceModel(botocore.loaders.Loader().load_service_model("dynamodb", "service-2"), "dynamodb")
OPERATIONS = {name: SERVICE.operation_model(name) for name in ("CreateBackup", "DeleteBackup", "DescribeBackup", "ListBackups")}
INPUTS = [operation.input_shape.name for operation in OPERATIONS.values()]
OUTPUTS = [operation.output_shape.name for operation in OPERATIONS.values()]
ERRORS = sorted({shape.name for operation in OPERATIONS.values() for shape in operation.error_shapes})


def tool(*arguments, text="", status=(0, 1)):
    done = subprocess.run([TOOL, *arguments], input=text.encode("utf-8", "surrogatepass"), capture_output=True, timeout=60)
    if done.returncode not in status:
        raise RuntimeError(done.stderr.decode())
    return done.stdout.decode("utf-8")


def ours(shape, edition):
    """The facts of our schema about a shape and the shapes in it, in the form of `theirs`."""
    definitions = json.loads(tool("schema", shape, "--edition", edition))["$defs"]
    keys = {"minLength": "min", "maxLength": "max", "minItems": "min", "maxItems": "max", "minimum": "min", "maximum": "max",
            "pattern": "pattern"}
    found = {}

    def value(schema):
        schema = schema.get("anyOf", [schema])[0]
        reference = schema.get("$ref")
        if reference:
            schema = definitions[reference.rpartition("/")[2]]
        kinds = schema.get("type", [])
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if "number" in kinds:  # of epoch seconds
            return {"type": "timestamp"}
        if "object" in kinds:
            name = schema["title"]
            if name not in found:
                found[name] = None
                found[name] = {"required": sorted(schema.get("required", [])),
                               "members": {key: value(member) for key, member in schema["properties"].items()
                                           if member and member is not True}}  # any value: members that clients add
            return {"type": "structure", "shape": name}
        described = {"type": kinds[0], **{keys[key]: schema[key] for key in keys if key in schema}}
        if "enum" in schema:
            described["enum"] = sorted(schema["enum"])
        if "array" in kinds:
            described["element"] = value(schema["items"])
        if "pattern" in described:
            described["pattern"] = described["pattern"].strip("^$")
        return described

    value(definitions[shape])
    return found


def theirs(shape):
    """The facts of botocore's model."""
    kinds = {"long": "integer", "list": "array"}
    found = {}

    def value(described):
        kind = described.type_name
        if kind == "structure":
            if described.name not in found:
                found[described.name] = None
                found[described.name] = {"required": sorted(described.required_members),
                                         "members": {key: value(member) for key, member in described.members.items()}}
            return {"type": kind, "shape": described.name}
        result = {"type": kinds.get(kind, kind),
                  **{key: described.metadata[key] for key in ("min", "max", "pattern") if key in described.metadata}}
        if getattr(described, "enum", None):
            result["enum"] = sorted(described.enum)
        if kind == "list":
            result["element"] = value(described.member)
        return result

    value(SERVICE.shape_for(shape))
    return found


def without_documented_differences(described):
    """Removes limits that rules of ours check, and that are not limits of the member."""
    described = copy.deepcopy(described)
    for shape in described.values():
        for name, member in shape["members"].items():
            if name in ("ReadCapacityUnits", "WriteCapacityUnits"):
                member.pop("min", None)  # provisioned-throughput.minimum: 0 where capacity is on demand
                member.pop("max", None)
            elif name in ("KeySchema", "NonKeyAttributes"):
                member.pop("min", None)  # key-schema.size; list.size, which depends on the type of the projection
                member.pop("max", None)
            elif name == "BackupName" or name == "LastEvaluatedBackupArn":
                for limit in ("min", "max", "pattern"):  # a SYSTEM backup's name is the service's; "" is not an ARN
                    member.pop(limit, None)
            elif member["type"] == "integer" and member.get("max", 2**63 - 1) >= 2**63 - 1:
                member.pop("max", None)  # that of an int64
                if member.get("min", 0) < -2**62:
                    member.pop("min")
    return described


@functools.cache
def edition():
    """The newest edition that describes the requests and responses as botocore's model does."""
    with open(os.path.join(ROOT, "include/dynabackup/edition.hpp"), encoding="utf-8") as file:
        days = sorted("-".join(day) for day in set(re.findall(r"edition v(\d{4})_(\d\d)_(\d\d);", file.read())))
    wanted = [without_documented_differences(theirs(shape)) for shape in INPUTS + OUTPUTS]
    for day in reversed(days):
        if [without_documented_differences(ours(shape, day)) for shape in INPUTS + OUTPUTS] == wanted:
            return day
    raise AssertionError(f"no edition describes the API as botocore {botocore.__version__} does")


def generated(shape, records, seed, *options):
    return tool("generate", "--shape", shape, "--records", str(records), "--seed", str(seed), "--layout", "ndjson",
                "--edition", edition(), *options).splitlines()


def pieces_of(text):
    """The JSON documents of a text."""
    decoder, at, found = json.JSONDecoder(), 0, []
    while text[at:at + 100].strip() or text[at:].strip():
        at += re.match(r"\s*", text[at:at + 100]).end()
        document, at = decoder.raw_decode(text, at)
        found.append(document)
    return found


def as_read(documents):
    """Our model of each document: the members with times as text. A request between two pages separates them."""
    request = '{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01700000000000-0123abcd"}\n'
    text = tool("convert", "--to", "cli", "--edition", edition(), text=request.join(d + "\n" for d in documents))
    return pieces_of(text)[::2]


def differences(parsed, read, path=""):
    """The places where botocore's model differs from ours."""
    if isinstance(parsed, datetime.datetime):
        return [] if isinstance(read, str) and parsed == datetime.datetime.fromisoformat(read) else [(path, parsed, read)]
    if type(parsed) is not type(read):
        return [(path, parsed, read)]
    if isinstance(parsed, dict):
        return [d for key in sorted(parsed.keys() | read.keys())
                for d in differences(parsed.get(key), read.get(key), f"{path}/{key}")]
    if isinstance(parsed, list) and len(parsed) == len(read):
        return [d for i, (a, b) in enumerate(zip(parsed, read)) for d in differences(a, b, f"{path}/{i}")]
    return [] if parsed == read else [(path, parsed, read)]


# ---- verdicts ----

KINDS = {"json.missing-member": "missing", "json.unknown-member": "unknown",
         "json.misspelled-member": "unknown", "json.wrong-type": "type",
         "json.null-member": "type", "number.not-integer": "type", "timestamp.format": "type", "string.length": "size",
         "list.size": "size", "key-schema.size": "size", "number.out-of-range": "range",
         "projection.include-needs-attributes": "size", "enum.unknown-value": "enum", "string.pattern": "pattern"}


def pointer(name, last=None):
    path = re.sub(r"\[(\d+)\]", r"/\1", name).replace(".", "/")
    return path if last is None else f"{path}/{last}"


def refused_by_validator(document, shape):
    """The results of botocore's validator of parameters, as places and kinds of defects."""
    kinds = {"invalid type": "type", "invalid length": "size", "invalid range": "range"}
    found = set()
    for reason, name, more in botocore.validate.ParamValidator().validate(document, shape)._errors:
        if reason == "missing required field":
            found.add((pointer(name, more["required_name"]), "missing"))
        elif reason == "unknown field":
            found.add((pointer(name, more["unknown_param"]), "unknown"))
        else:
            found.add((pointer(name), kinds[reason]))
    return found


def refused_by_model(value, shape, path=""):
    """The facts of its model that its validator leaves to the service: upper limits, patterns and enumerators."""
    limits, kind = shape.metadata, shape.type_name
    if kind == "structure" and isinstance(value, dict):
        for name, member in value.items():
            if name in shape.members:
                yield from refused_by_model(member, shape.members[name], f"{path}/{name}")
    elif kind == "list" and isinstance(value, list):
        if len(value) > limits.get("max", len(value)):
            yield path, "size"
        for i, element in enumerate(value):
            yield from refused_by_model(element, shape.member, f"{path}/{i}")
    elif kind == "string" and isinstance(value, str):
        if len(value) > limits.get("max", len(value)):
            yield path, "size"
        if "pattern" in limits and not re.fullmatch(limits["pattern"], value):
            yield path, "pattern"
        if shape.enum and value not in shape.enum:
            yield path, "enum"
    elif kind in ("long", "integer") and isinstance(value, int) and value > limits.get("max", value):
        yield path, "range"


def at(document, path):
    for step in path.split("/")[1:]:
        try:
            document = document[int(step) if isinstance(document, list) else step]
        except (KeyError, IndexError, ValueError, TypeError):
            return None
    return document


def is_time(member):
    return member.endswith("DateTime") or member.startswith("TimeRange")


def documented(document, path, kind):
    """Whether a difference is documented by a rule of ours, or caused by Python."""
    last, holder, value = path.rpartition("/")[2], at(document, path.rpartition("/")[0]), at(document, path)
    if value == "" and kind == "pattern":
        return True  # string.length reports it; string.pattern is about characters, of which it has none
    if last in ("ReadCapacityUnits", "WriteCapacityUnits") and kind == "range":
        return True  # provisioned-throughput.minimum: depends on the billing mode
    if last == "BackupName" and isinstance(holder, dict):
        # string.length, string.pattern: the service's own names, also if the type of the backup is absent
        made_by = holder.get("BackupType")
        return made_by == "SYSTEM" or (made_by not in ("USER", "AWS_BACKUP") and str(value).endswith("$DeletedTableBackup"))
    if last == "LastEvaluatedBackupArn" and value == "":
        return True  # the last page
    if last == "NextToken" and kind == "unknown":
        return True  # json.unknown-member: the command line's paging
    if last == "ResponseMetadata" and kind == "unknown":
        return True  # boto3 adds it
    if last == "NonKeyAttributes" and value == [] and kind == "size":
        return True  # another rule reports it, at the projection
    if last == "Projection" and kind == "size":
        return True
    if is_time(last):
        return True  # timestamp.format, json.null-member
    if kind in ("type", "range") and isinstance(value, (bool, float)):
        return True  # json.wrong-type, number.not-integer: True is an int to Python, and 5.0 is not
    return kind == "range" and isinstance(value, int) and not -2**63 <= value < 2**63  # Python's integers have no limit


def mutated(document, draw):
    """The document with a change or two."""
    values = (None, True, 0, 1, -1, 2.5, 5.0, 101, 2**64, "", "x", "ACTIVE", "INCLUDE", "HASH", "USER", "SYSTEM", "ä b/c",
              "ä" * 256, "a" * 1025, [], {}, ["x"] * 21, [{}])

    def places(value, found):
        for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
            found.append((value, key))
            places(value[key], found)
        return found

    changed = copy.deepcopy(document)
    for _ in range(draw.choice((1, 1, 2))):
        found = places(changed, [])
        if not found:
            break
        holder, key = draw.choice(found)
        if isinstance(key, str) and is_time(key):
            continue  # botocore accepts whatever dateutil accepts
        kind = draw.randrange(5)
        if kind == 0:
            del holder[key]
        elif kind == 1 and isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        elif kind == 2 and isinstance(holder, dict):
            holder[key + "X"] = holder[key]
        else:
            holder[key] = copy.deepcopy(draw.choice(values))
    return changed


class Model(unittest.TestCase):
    def test_an_edition_describes_what_botocore_does(self):
        self.assertRegex(edition(), r"^20\d\d-\d\d-\d\d$")

    def test_errors(self):
        for name in ERRORS:
            with self.subTest(name):
                self.assertEqual(set(ours(name, edition())[name]["members"]), set(SERVICE.shape_for(name).members))


class Responses(unittest.TestCase):
    def parsed(self, text, shape, status=200):
        parser = botocore.parsers.create_parser(SERVICE.metadata["protocol"])
        result = parser.parse({"status_code": status, "headers": {}, "body": text.encode()}, shape)
        result.pop("ResponseMetadata", None)
        return result

    def compare(self, name, documents):
        shape, read = SERVICE.shape_for(name), as_read(documents)
        self.assertEqual(len(read), len(documents))
        for text, mine in zip(documents, read):
            found = differences(self.parsed(text, shape), mine)
            if found:
                self.fail(f"{name}: {found[:3]}\n{text}")

    def test_every_value_is_the_same(self):
        for name in OUTPUTS:
            with self.subTest(name):
                self.compare(name, generated(name, 1000, 1))

    def test_a_large_page(self):
        self.compare("ListBackupsOutput", [tool("generate", "--records", "3000", "--edition", edition())])

    def test_pretty_documents(self):
        text = tool("generate", "--shape", "DescribeBackupOutput", "--records", "100", "--layout", "pretty", "--edition", edition())
        plain = generated("DescribeBackupOutput", 100, 0)
        self.assertEqual(as_read(plain), pieces_of(text))

    def test_errors(self):
        output, known = SERVICE.shape_for(OUTPUTS[0]), {shape.name for shape in SERVICE.error_shapes}
        for name in ERRORS:
            for text in generated("ErrorBody", 100, 3) + generated(name, 20, 3):
                body = json.loads(text)
                generic = self.parsed(text, output, 400)["Error"]
                self.assertEqual(generic["Message"], body.get("message", body.get("Message", "")))
                if "__type" in body:
                    self.assertEqual(generic["Code"], body["__type"].rpartition("#")[2])
                    self.assertIn(generic["Code"], known)
                elif "message" in body:
                    self.assertEqual(self.parsed(text, SERVICE.shape_for(name), 400)["message"], body["message"])


class Requests(unittest.TestCase):
    def test_what_it_sends_is_a_request(self):
        serializer = botocore.serialize.create_serializer(SERVICE.metadata["protocol"])
        for operation in OPERATIONS.values():
            name = operation.input_shape.name
            documents, bodies = generated(name, 1000, 5), []
            for text in documents:
                request = serializer.serialize_to_request(json.loads(text), operation)
                bodies.append(request["body"].decode())
                # botocore sends whole seconds
                sent = {key: int(value) if key.startswith("TimeRange") else value for key, value in json.loads(text).items()}
                self.assertEqual(json.loads(bodies[-1]), sent)
                target = request["headers"]["X-Amz-Target"]
            self.assertEqual(tool("check", "--shape", name, "--strict", "--format", "ndjson", "--fail-on", "never",
                                  "--edition", edition(), text="\n".join(bodies)), "")
            self.assertIn(target, tool("schema", name))


def spelling(path):
    """The path without regard to the case, the underscores and the hyphens of its names."""
    return re.sub("[-_]", "", path).lower()


class Verdicts(unittest.TestCase):
    def verdicts(self, name, documents):
        """For each document: the defects that botocore finds, and those that we find."""
        shape = SERVICE.shape_for(name)
        lines = tool("check", "--shape", name, "--names", "exact", "--strict", "--format", "ndjson", "--edition", edition(),
                     "--fail-on", "never", text="\n".join(json.dumps(d, ensure_ascii=False) for d in documents)).splitlines()
        found = [set() for _ in documents]
        for line in map(json.loads, lines):
            if line["rule"] in KINDS:
                found[line["document"]].add((line["path"], KINDS[line["rule"]]))
        for document, mine in zip(documents, found):
            refused = refused_by_validator(document, shape) | set(refused_by_model(document, shape))
            # A required member in another spelling is one finding of ours: the member is not also missing.
            spelled = {spelling(path) for path, kind in mine if kind == "unknown"}
            mine |= {(path, kind) for path, kind in refused if kind == "missing" and spelling(path) in spelled}
            yield document, refused, mine

    def compare(self, name, documents):
        refused = 0
        for document, botocores, mine in self.verdicts(name, documents):
            refused += bool(botocores)
            # A member of a wrong type is one finding of ours, whatever its limits.
            odd = {(path, kind) for path, kind in botocores ^ mine if not documented(document, path, kind)}
            if odd:
                self.fail(f"{name}: {sorted(odd)} of\n{json.dumps(document)}\nbotocore: {sorted(botocores)}\nours: {sorted(mine)}")
        return refused

    def test_valid_documents(self):
        for name in INPUTS + OUTPUTS:
            with self.subTest(name):
                self.compare(name, [json.loads(text) for text in generated(name, 300, 7)])

    def test_documents_with_a_defect(self):
        for seed, name in enumerate(INPUTS + OUTPUTS):
            with self.subTest(name):
                draw = random.Random(seed)
                documents = [mutated(json.loads(text), draw) for text in generated(name, 1000, seed)]
                self.assertGreater(self.compare(name, [d for d in documents if isinstance(d, dict)]), 200)

    def test_the_rules_of_the_model(self):
        """Botocore's model refuses a document that violates a rule of ours if and only if the model has that rule."""
        rules = [json.loads(line)["id"] for line in tool("rules", "--format", "ndjson", "--edition", edition()).splitlines()]
        members = {"BackupSummaries": "ListBackupsOutput", "BackupDescription": "DescribeBackupOutput"}
        documents, judged = {name: [] for name in members.values()}, set()
        for rule in rules:
            if rule.startswith(("document.", "dump.")) or rule in ("json.syntax", "json.depth"):
                continue  # not limits of members
            text = tool("generate", "--invalid", rule, "--records", "20", "--edition", edition(), status=(0, 2))
            for document in map(json.loads, text.splitlines()):
                for name in {members[key] for key in document if key in members}:
                    documents[name].append(document)
                    judged.add(rule)
        self.assertGreater(len(judged), 30)
        for name, made in documents.items():
            self.compare(name, made)


if __name__ == "__main__":
    unittest.main()
