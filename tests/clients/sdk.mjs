// Runs the AWS SDK for JavaScript against a server that answers with the output of dynabackup, and reads the requests
// of the SDK with dynabackup.
//
//     node sdk.mjs TOOL PACKAGES
import assert from "node:assert/strict";
import http from "node:http";
import { after, before, test } from "node:test";
import {
  backup, BLOB, described, dynamodb, isStructure, isTime, LIST, LIST_OF, MAP, membersOf, schemaOf, services, tool,
} from "./client.mjs";

const { sdk } = dynamodb;
const DOCUMENTS = 50;
const REQUEST = '{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01700000000000-0123abcd"}\n';

let answer; // the next response of the server
let asked; // the last request to it
const server = http.createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const { method, url, headers } = request;
    asked = { method, path: url.split("?")[0], target: headers["x-amz-target"], body: Buffer.concat(parts).toString("utf8") };
    response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.0", ...answer.headers });
    response.end(answer.body);
  });
});

before(async () => {
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const options = {
    endpoint: `http://127.0.0.1:${server.address().port}`,
    region: "eu-west-1",
    credentials: { accessKeyId: "nobody", secretAccessKey: "nothing" },
    maxAttempts: 1,
  };
  dynamodb.client = new dynamodb.sdk.DynamoDBClient(options);
  backup.client = new backup.sdk.BackupClient(options);
});
after(() => {
  for (const { client } of services) client.destroy();
  server.close();
});

const generated = (shape, records, seed) =>
  tool(["generate", "--shape", shape, "--records", `${records}`, "--seed", `${seed}`, "--layout", "ndjson"])
    .trimEnd().split("\n");

// dynabackup's model of each document. Pages are separated by a request, since they would otherwise become one list.
function asRead(documents) {
  const text = documents.map((document) => document + "\n").join(REQUEST);
  // A document ends with a line that has only a closing brace.
  return tool(["convert", "--to", "cli"], text).split(/(?<=^\})\n/m).filter((part) => part).map((part) => JSON.parse(part))
    .filter((_, i) => i % 2 === 0);
}

// Microseconds since the epoch of a time that `convert --to cli` writes.
function microseconds(text) {
  const [, seconds, fraction = ""] = /^(.{19})(?:\.(\d{6}))?\+00:00$/.exec(text);
  return Date.parse(`${seconds}Z`) * 1000 + Number(fraction);
}

// Compares the SDK's model of a document with dynabackup's: they must have the same members with the same values.
function compare(typed, ours, place) {
  if (typed instanceof Date && ours != null) { // to the millisecond
    const time = ours instanceof Date ? ours.getTime() : microseconds(ours) / 1000;
    assert.ok(Math.abs(typed.getTime() - time) <= 0.5, `${place}: the SDK has ${typed.toISOString()}, the tool ${ours}`);
  } else if (typed instanceof Uint8Array && typeof ours === "string") {
    assert.equal(Buffer.from(typed).toString("base64"), ours, place);
  } else if (typed && ours && typeof typed === "object" && Array.isArray(typed) === Array.isArray(ours)) {
    for (const key of new Set([...Object.keys(typed), ...Object.keys(ours)])) compare(typed[key], ours[key], `${place}/${key}`);
  } else if (typed != null || ours != null) { // for the SDK, null is absent
    assert.ok(typed === ours, `${place}: the SDK has ${JSON.stringify(typed)}, the tool ${JSON.stringify(ours)}`);
  }
}

// A document in the form that the SDK requires: times are dates, binary values are bytes, and no integer is larger than
// those that JavaScript represents exactly.
function parameters(schema, value, place) {
  if (isTime(schema)) return new Date(Math.round(value * 1000));
  if (schema === BLOB) return Buffer.from(value, "base64");
  if (schema === (LIST_OF | BLOB)) return value.map((element) => parameters(BLOB, element, place));
  if (typeof value === "number") return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(value, Number.MAX_SAFE_INTEGER));
  if (schema[0] === LIST) return value.map((element) => parameters(schemaOf(schema.at(-1)), element, place));
  if (schema[0] === MAP)
    return Object.fromEntries(Object.entries(value).map(([name, element]) =>
      [name, parameters(schemaOf(schema.at(-1)), element, `${place}/${name}`)]));
  if (!isStructure(schema)) return value;
  const members = new Map(membersOf(schema).map((member) => [member.name, member.schema]));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => {
    assert.ok(members.has(name), `${place}/${name}: the SDK does not know it, the tool has ${JSON.stringify(member)}`);
    return [name, parameters(members.get(name), member, `${place}/${name}`)];
  }));
}

function noFindings(bodies, ...options) {
  const findings = tool(["check", "--strict", "--format", "ndjson", ...options], bodies.join("\n")).split("\n").slice(0, -1);
  const said = findings.map((line) => JSON.parse(line))
    .map(({ shape, path, value, message }) => `${shape}${path}: the SDK sends ${value}: ${message}`);
  assert.equal(said.length, 0, said.slice(0, 3).join("\n  "));
}

// The operation of a request, by its description: the header X-Amz-Target, or the method and the path.
function operationOf(description) {
  const target = /X-Amz-Target is (\w+\.\w+)/.exec(description)?.[1];
  const [, method, template] = target ? [, "POST", "/"] : /it is (\w+) (\/\S*)\./.exec(description);
  return { target, method, path: new RegExp(`^${template.replace(/\/$/, "").replaceAll(/\{\w+\}/g, "[^/]+")}/?$`) };
}

for (const service of services) for (const [seed, name] of service.operations.entries()) {
  const Command = service.sdk[`${name}Command`], input = schemaOf(service.sdk[`${name}$`][4]), place = `${name}Input`;
  const requests = generated(place, DOCUMENTS, seed);
  const typed = (text) => parameters(input, JSON.parse(text), place);

  test(`${name}: the SDK reads every value of a response as dynabackup does`, async () => {
    const documents = generated(`${name}Output`, DOCUMENTS, seed), read = asRead(documents);
    assert.equal(read.length, documents.length);
    for (const [i, body] of documents.entries()) {
      answer = { status: 200, body };
      const { $metadata, ...response } = await service.client.send(new Command(typed(requests[i])));
      compare(response, read[i], `${name}Output`);
    }
  });

  test(`${name}: the client sends a valid request`, async () => {
    const { target, method, path } = operationOf(described(place).shape.description), bodies = [];
    const in_address = membersOf(input).filter((member) => member.in_address);
    const tokens = membersOf(input).filter((member) => member.is_token);
    answer = { status: 200, body: "{}" };
    for (const text of requests) {
      await service.client.send(new Command(typed(text)));
      assert.deepEqual([asked.target, asked.method], [target, method]);
      assert.match(asked.path, path);
      const sent = typed(asked.body || "{}"), expected = typed(text);
      for (const { name } of in_address) delete expected[name];
      for (const { name } of tokens) expected[name] ??= sent[name]; // generated by the SDK
      compare(sent, expected, place);
      bodies.push(asked.body);
    }
    if (in_address.length) return; // the bodies are not complete requests
    noFindings(bodies, "--shape", place, "--names", "exact");
  });
}

test("a page of thousands of backups is read", async () => {
  const body = tool(["generate", "--records", "3000", "--seed", "5"]);
  answer = { status: 200, body };
  const { $metadata, ...typed } = await dynamodb.client.send(new sdk.ListBackupsCommand({}));
  compare(typed, JSON.parse(tool(["convert", "--to", "cli"], body)), "page");
});

test("an error is raised with its own type", async () => {
  const names = new Set();
  for (const body of generated("ErrorBody", 100, 1)) {
    const error = JSON.parse(body), name = error.__type.split("#").pop();
    names.add(name);
    answer = { status: name === "InternalServerError" ? 500 : 400, body };
    const raised = await dynamodb.client.send(new sdk.DescribeBackupCommand(JSON.parse(REQUEST))).then(
      () => assert.fail("an error was taken for a response"), (problem) => problem);
    assert.equal(raised.name, name);
    assert.ok(raised instanceof sdk.DynamoDBServiceException, name);
    assert.ok(raised instanceof sdk[name], name);
    assert.equal(raised.message, error.message ?? error.Message);
  }
  assert.ok(names.size === 17, `${[...names]}`);
});

test("an error of AWS Backup is raised with the type in its header", async () => {
  const names = ["DependencyFailureException", "InvalidParameterValueException", "InvalidRequestException",
    "LimitExceededException", "MissingParameterValueException", "ResourceNotFoundException", "ServiceUnavailableException"];
  for (const name of names) for (const body of generated(`aws_backup.${name}`, 5, 1)) {
    answer = { status: 400, body, headers: { "x-amzn-errortype": name } };
    const raised = await backup.client.send(new backup.sdk.DescribeBackupJobCommand({ BackupJobId: "job" })).then(
      () => assert.fail("an error was taken for a response"), (problem) => problem);
    assert.ok(raised instanceof backup.sdk[name], name);
    const { Code, message: Message, Type, Context } = raised;
    compare({ Code, Message, Type, Context }, JSON.parse(body), name);
  }
});

test("errors of the client can be read by dynabackup", () => {
  const names = ["BackupInUseException", "BackupNotFoundException", "ContinuousBackupsUnavailableException",
    "ExportConflictException", "ExportNotFoundException", "ImportConflictException", "ImportNotFoundException",
    "InternalServerError", "InvalidExportTimeException", "InvalidRestoreTimeException", "LimitExceededException",
    "PointInTimeRecoveryUnavailableException", "ResourceInUseException", "ResourceNotFoundException",
    "TableAlreadyExistsException", "TableInUseException", "TableNotFoundException"];
  const bodies = names.flatMap((name) => {
    const raised = new sdk[name]({ message: `ä "${name}"`, $metadata: {} });
    return ["message", "Message"].map((member) =>
      JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${raised.name}`, [member]: raised.message }));
  });
  noFindings(bodies);
});
