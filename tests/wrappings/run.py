#!/usr/bin/env python3
"""Gives one backup to the tool in the spellings and wrappings of many programs.

usage: run.py DYNABACKUP

Each input has the same backup once. check, stats, convert, map and split must each find it once, and check must report
no error. Prints how many inputs passed.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

SUMMARY = {
    "TableName": "Orders",
    "TableId": "0f8fad5b-d9cb-469f-a165-70867728950e",
    "TableArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders",
    "BackupArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01717200000123-1a2b3c4d",
    "BackupName": "Orders-nightly",
    "BackupCreationDateTime": 1717200000.123,
    "BackupStatus": "AVAILABLE",
    "BackupType": "USER",
    "BackupSizeBytes": 1024,
}
DETAILS = {k: v for k, v in SUMMARY.items() if not k.startswith("Table")}
TABLE = {
    "TableName": "Orders",
    "TableId": SUMMARY["TableId"],
    "TableArn": SUMMARY["TableArn"],
    "KeySchema": [{"AttributeName": "Id", "KeyType": "HASH"}],
    "TableCreationDateTime": 1700000000,
    "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
}
DESCRIPTION = {"BackupDetails": DETAILS, "SourceTableDetails": TABLE}
PAGE = {"BackupSummaries": [SUMMARY]}
ISO = dict(SUMMARY, BackupCreationDateTime="2024-06-01T00:00:00.123000+00:00")


def camel(name):
    return name[0].lower() + name[1:]


def snake(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def kebab(name):
    return snake(name).replace("_", "-")


def spell(value, how):
    if isinstance(value, dict):
        return {how(k): spell(v, how) for k, v in value.items()}
    return [spell(v, how) for v in value] if isinstance(value, list) else value


def text(value, **how):
    return json.dumps(value, **how)


def wrappings():
    """Yields names and texts."""
    yield "as the service sends it", text(PAGE, separators=(",", ":"), sort_keys=True)
    yield "as the AWS CLI prints it", text({"BackupSummaries": [ISO]}, indent=4)
    yield "as boto3 returns it", text({**PAGE, "ResponseMetadata": {"HTTPStatusCode": 200, "RetryAttempts": 0}})
    yield "as JavaScript returns it", text({"$metadata": {"httpStatusCode": 200}, **PAGE}, indent=2)
    yield "as Go returns it", text({**PAGE, "LastEvaluatedBackupArn": None, "ResultMetadata": {}})
    yield "as Java returns it", text({"SdkResponseMetadata": {"RequestId": "R"}, **PAGE})
    yield "a page in an array", text([PAGE])
    yield "a page in an array of arrays", text([[PAGE]])
    yield "a record alone", text(SUMMARY)
    yield "records as jq prints them", text(SUMMARY) + "\n"
    yield "an array of records", text([SUMMARY], indent=2)
    yield "a record without its ARN", text({k: v for k, v in SUMMARY.items() if k != "BackupArn"})
    yield "details alone", text(DETAILS)
    yield "CreateBackup's response", text({"BackupDetails": DETAILS})
    yield "DescribeBackup's response", text({"BackupDescription": DESCRIPTION})
    yield "a description alone", text(DESCRIPTION)
    yield "null between pages", "null\n" + text(PAGE) + "\nnull"
    yield "a byte order mark", "\ufeff" + text(PAGE)
    for how in (camel, snake, kebab, str.upper, str.lower):
        yield f"page, {how.__name__}", text(spell(PAGE, how))
        yield f"description, {how.__name__}", text({how("BackupDescription"): spell(DESCRIPTION, how)})
        yield f"record, {how.__name__}", text(spell(SUMMARY, how))
    yield "by Region", text({"eu-west-1": PAGE, "us-east-1": {"BackupSummaries": []}})
    yield "by table", text({"tables": {"Orders": [SUMMARY]}})
    yield "data", text({"data": PAGE, "errors": None})
    yield "Backup", text({"Backup": SUMMARY})
    yield "Backups", text({"Backups": [SUMMARY]})
    yield "GraphQL", text({"data": {"listBackups": {"backupSummaries": [spell(SUMMARY, camel)]}}})
    yield "CloudTrail's CreateBackup", text({"Records": [{
        "eventName": "CreateBackup", "awsRegion": "eu-west-1",
        "responseElements": {"backupDetails": spell(DETAILS, camel)}}]})
    yield "EventBridge", text({"detail-type": "AWS API Call via CloudTrail", "detail": {
        "eventName": "CreateBackup", "responseElements": {"backupDetails": spell(DETAILS, camel)}}})
    yield "Step Functions", text({"output": {"BackupDetails": DETAILS, "SdkHttpMetadata": {"HttpStatusCode": 200}}})
    yield "Terraform's plan", text({"planned_values": {"outputs": {"backups": {"value": [spell(SUMMARY, snake)]}}}})
    yield "Steampipe", text({"columns": [], "rows": [spell(SUMMARY, snake)]})
    yield "Ansible", text({"changed": False, "stdout": text(PAGE)})
    yield "a Lambda proxy's body", text({"statusCode": 200, "body": text(PAGE)})
    yield "a CloudWatch message", text({"events": [{"timestamp": 1, "message": text({"BackupDetails": DETAILS})}]})
    yield "HAR", text({"log": {"entries": [{"response": {"content": {"mimeType": "x", "text": text(PAGE)}}}]}})
    yield "WireMock", text({"mappings": [{"response": {"jsonBody": PAGE}}]})
    yield "a body in a message", text({"message": text({"body": text(PAGE)})})
    yield "VCR's cassette", text({"interactions": [{"response": {"body": {"string": text(PAGE)}}}]})
    yield "SNS in SQS", text({"Messages": [{"Body": text({"Message": text(spell(SUMMARY, camel))})}]})
    yield "an indented body", text({"body": text(PAGE, indent=2)}, indent=2)
    yield "text that has escapes", text(PAGE).replace("Orders-nightly", "Orders\\u002dnightly")


def run(tool, command, data, *args):
    process = subprocess.run([tool, command, *args], input=data, capture_output=True)
    return process.returncode, process.stdout.decode(), process.stderr.decode()


def failures(tool, name, data):
    """Returns descriptions of the errors in the tool's answers."""
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        counts = os.path.join(folder, "counts.json")
        status, out, err = run(tool, "check", data, "--progress", "never", "--summary", counts)
        with open(counts, encoding="utf-8") as file:
            records = json.load(file)["records"]
        if status != 0 or records != 1:
            wrong.append(f"check: status {status}, {records} records: {out}{err}")
        status, out, err = run(tool, "stats", data, "--format", "json", "--progress", "never")
        if status != 0 or json.loads(out)["backups"]["records"] != 1:
            wrong.append(f"stats: status {status}: {out[:200]}{err}")
        status, out, err = run(tool, "convert", data, "--to", "csv", "--progress", "never")
        if status != 0 or len(out.splitlines()) != 2 or "Orders-nightly" not in out:
            wrong.append(f"convert: status {status}: {out}{err}")
        status, out, err = run(tool, "convert", data, "--to", "ndjson", "--progress", "never")
        again = run(tool, "convert", out.encode(), "--to", "ndjson", "--progress", "never")
        if status != 0 or len(out.splitlines()) != 1 or again[1] != out:
            wrong.append(f"convert --to ndjson: status {status}: {out}{err} again: {again[1]}")
        if b"\n" not in data.rstrip():
            status, out, err = run(tool, "map", data if data.startswith(b"\xff\xfe") else data + b"\n")
            answers = [json.loads(line) for line in out.splitlines()]
            if status != 0 or sum(len(a["backups"]) for a in answers) != 1:
                wrong.append(f"map: status {status}: {out}{err}")
        parts = os.path.join(folder, "parts")
        status, out, err = run(tool, "split", data, "--records", "1", "--output", parts, "--progress", "never")
        lines = []
        for where, _, files in os.walk(parts):
            for file in files:
                with open(os.path.join(where, file), encoding="utf-8") as part:
                    lines += [line for line in part if file.endswith(".ndjson")]
        if status != 0 or len(lines) != 1:
            wrong.append(f"split: status {status}: {lines} {err}")
    return [f"{name}: {text}" for text in wrong]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    tool = sys.argv[1]
    inputs = [(name, value.encode()) for name, value in wrappings()]
    inputs.append(("UTF-16 of PowerShell", ("\ufeff" + text(PAGE)).encode("utf-16-le")))
    wrong = [line for name, data in inputs for line in failures(tool, name, data)]
    print("\n".join(wrong))
    print(f"{len(inputs)} wrappings of one backup, {len(wrong)} failures")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
