// Lets the AWS SDK for JavaScript talk to a server that answers with what dynabackup writes, and dynabackup read what
// the SDK sends.
//
//     node sdk.mjs TOOL PACKAGES
//
// PACKAGES: a folder where `npm ci` puts the SDK, as package-lock.json beside this file says.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const [TOOL, PACKAGES] = process.argv.slice(2).map((argument) => path.resolve(argument));
const HERE = path.dirname(fileURLToPath(import.meta.url));
const OPERATIONS = ["CreateBackup", "DeleteBackup", "DescribeBackup", "ListBackups"];
const REQUEST = '{"BackupArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01700000000000-0123abcd"}\n';

function tool(args, input = "") {
  const done = spawnSync(TOOL, args, { input, maxBuffer: 1 << 30, timeout: 60_000 });
  assert.ok(done.status === 0 || done.status === 1, `${args}: ${done.stderr}`);
  return done.stdout.toString("utf8");
}

// Installs the SDK unless that is done.
function install() {
  const lock = path.join(HERE, "package-lock.json"), done = path.join(PACKAGES, "installed.json");
  if (existsSync(done) && readFileSync(done).equals(readFileSync(lock))) return;
  mkdirSync(PACKAGES, { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) copyFileSync(path.join(HERE, name), path.join(PACKAGES, name));
  const command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const status = spawnSync("npm", command, { cwd: PACKAGES, stdio: "inherit", timeout: 240_000 }).status;
  assert.equal(status, 0, "npm could not install the SDK; it needs a registry, or its cache");
  copyFileSync(lock, done);
}

install();
const sdk = createRequire(path.join(PACKAGES, "package.json"))("@aws-sdk/client-dynamodb");

let client;
let answer; // what the server says next
let asked; // what it was asked last
const server = http.createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    asked = { target: request.headers["x-amz-target"], body: Buffer.concat(parts).toString("utf8") };
    response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.0" });
    response.end(answer.body);
  });
});

before(async () => {
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  client = new sdk.DynamoDBClient({
    endpoint: `http://127.0.0.1:${server.address().port}`,
    region: "eu-west-1",
    credentials: { accessKeyId: "nobody", secretAccessKey: "nothing" },
    maxAttempts: 1,
  });
});
after(() => {
  client.destroy();
  server.close();
});

const generated = (shape, records, seed) =>
  tool(["generate", "--shape", shape, "--records", `${records}`, "--seed", `${seed}`, "--layout", "ndjson"]).trimEnd().split("\n");

// What dynabackup reads of each document. A request between two keeps pages apart, which would become one list.
function asRead(documents) {
  const text = tool(["convert", "--to", "cli"], documents.map((document) => document + "\n").join(REQUEST));
  // A document ends where a line is a closing brace.
  return text.split(/(?<=^\})\n/m).filter((part) => part).map((part) => JSON.parse(part)).filter((_, i) => i % 2 === 0);
}

// Microseconds since the epoch of a time that `convert --to cli` writes.
function microseconds(text) {
  const [, seconds, fraction = ""] = /^(.{19})(?:\.(\d{6}))?\+00:00$/.exec(text);
  return Date.parse(`${seconds}Z`) * 1000 + Number(fraction);
}

// Compares what the SDK made of a document with what dynabackup did.
function compare(typed, read, place) {
  if (typed instanceof Date) { // to the millisecond
    const apart = Math.abs(typed.getTime() - microseconds(read) / 1000);
    assert.ok(apart <= 0.5, `${place}: ${typed.toISOString()} and ${read}`);
  } else if (typed !== null && typeof typed === "object") {
    assert.deepEqual(Object.keys(typed).sort(), Object.keys(read).sort(), place);
    for (const key of Object.keys(typed)) compare(typed[key], read[key], `${place}/${key}`);
  } else {
    assert.equal(typed, read, place);
  }
}

const isTime = (name) => name.startsWith("TimeRange");
const parameters = (text) => JSON.parse(text, (key, value) => (isTime(key) ? new Date(Math.round(value * 1000)) : value));

for (const [seed, name] of OPERATIONS.entries()) {
  const Command = sdk[`${name}Command`];
  const requests = generated(`${name}Input`, 200, seed);

  test(`${name}: every value of a response is the same`, async () => {
    const documents = generated(`${name}Output`, 200, seed), read = asRead(documents);
    assert.equal(read.length, documents.length);
    for (const [i, body] of documents.entries()) {
      answer = { status: 200, body };
      const { $metadata, ...typed } = await client.send(new Command(parameters(requests[i])));
      compare(typed, read[i], `${body}: `);
    }
  });

  test(`${name}: what the client sends is a request`, async () => {
    const bodies = [];
    answer = { status: 200, body: "{}" };
    for (const text of requests) {
      await client.send(new Command(parameters(text)));
      assert.equal(asked.target, `DynamoDB_20120810.${name}`);
      const expected = parameters(text), sent = parameters(asked.body);
      assert.deepEqual(sent, expected);
      bodies.push(asked.body);
    }
    const findings = tool(["check", "--shape", `${name}Input`, "--strict", "--format", "ndjson"], bodies.join("\n"));
    assert.equal(findings, "");
    assert.match(tool(["schema", `${name}Input`]), new RegExp(`DynamoDB_20120810\\.${name}\\b`));
  });
}

test("a page of thousands of backups", async () => {
  const body = tool(["generate", "--records", "3000", "--seed", "5"]);
  answer = { status: 200, body };
  const { $metadata, ...typed } = await client.send(new sdk.ListBackupsCommand({}));
  compare(typed, JSON.parse(tool(["convert", "--to", "cli"], body)), "page");
});

test("an error is raised as what it is", async () => {
  const names = new Set();
  for (const body of generated("ErrorBody", 100, 1)) {
    const error = JSON.parse(body), name = error.__type.split("#").pop();
    names.add(name);
    answer = { status: name === "InternalServerError" ? 500 : 400, body };
    const raised = await client.send(new sdk.DescribeBackupCommand(JSON.parse(REQUEST))).then(
      () => assert.fail("an error was taken for a response"), (problem) => problem);
    assert.equal(raised.name, name);
    assert.ok(raised instanceof sdk.DynamoDBServiceException, name);
    assert.ok(raised instanceof sdk[name], name);
    assert.equal(raised.message, error.message ?? error.Message);
  }
  assert.ok(names.size >= 7, `${[...names]}`);
});

test("errors that the client knows can be read", () => {
  const names = ["BackupInUseException", "BackupNotFoundException", "ContinuousBackupsUnavailableException",
    "InternalServerError", "LimitExceededException", "TableInUseException", "TableNotFoundException"];
  const bodies = names.flatMap((name) => {
    const raised = new sdk[name]({ message: `ä "${name}"`, $metadata: {} });
    return ["message", "Message"].map((member) =>
      JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${raised.name}`, [member]: raised.message }));
  });
  assert.equal(tool(["check", "--format", "ndjson", "--strict"], bodies.join("\n")), "");
});
