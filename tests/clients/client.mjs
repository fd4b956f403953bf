// The parts that the tests with the AWS SDK for JavaScript share: the tool, the SDK, and the way to run a test.
//
// PACKAGES: a folder in which `npm ci` installs the SDK according to package-lock.json beside this file.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const [TOOL, PACKAGES] = process.argv.slice(2).map((argument) => path.resolve(argument));
const HERE = path.dirname(fileURLToPath(import.meta.url));

export function tool(args, input = "") {
  const done = spawnSync(TOOL, args, { input, maxBuffer: 1 << 30, timeout: 60_000 });
  assert.ok(done.status === 0 || done.status === 1, `${args}: ${done.stderr}`);
  return done.stdout.toString("utf8");
}

// Installs the SDK unless it is installed.
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
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true"; // the versions of Node.js that a later SDK needs
const required = createRequire(path.join(PACKAGES, "package.json"));

// A service: its name in the library, the operations that the library has, and its part of the SDK.
function service(name, system, operations) {
  const folder = path.join(PACKAGES, "node_modules/@aws-sdk", name);
  return { system, operations, folder, sdk: required(`@aws-sdk/${name}`) };
}

export const dynamodb = service("client-dynamodb", "aws", [
  "CreateBackup", "DeleteBackup", "DescribeBackup", "ListBackups", "DescribeContinuousBackups", "DescribeExport",
  "DescribeImport", "DescribeTable", "ExportTableToPointInTime", "ImportTable", "ListExports", "ListImports",
  "RestoreTableFromBackup", "RestoreTableToPointInTime", "UpdateContinuousBackups"]);
export const backup = service("client-backup", "aws_backup", [
  "DescribeBackupJob", "DescribeRecoveryPoint", "ListBackupJobs", "ListRecoveryPointsByBackupVault",
  "ListRecoveryPointsByResource", "StartBackupJob"]);
export const services = [dynamodb, backup];

// The schema of a shape of the library, beginning with its names.
export function described(shape) {
  const schema = JSON.parse(tool(["schema", shape])), named = (reference) => schema.$defs[reference.split("/").pop()];
  return { system: schema.$id.split(":")[3].split(".")[0], shape: named(schema.$ref), named };
}

// A schema of the SDK is an array, a number for a simple type, or a function that returns it. The schema of a member may
// also have traits. https://github.com/smithy-lang/smithy-typescript: packages/types/src/schema
export function schemaOf(value) {
  if (typeof value === "function") return schemaOf(value());
  return Array.isArray(value) && typeof value[1] !== "string" ? schemaOf(value[0]) : value;
}

export const LIST = 1, MAP = 2, STRUCTURE = 3, UNION = 4, ERROR = -3, BLOB = 21, LIST_OF = 64, MAP_OF = 128;
const TIMES = [4, 5, 6, 7];
export const isTime = (schema) => TIMES.includes(schema);
export const isStructure = (schema) => [STRUCTURE, UNION, ERROR].includes(schema[0]);

const IN_ADDRESS = 1, IS_TOKEN = 4; // traits as a number

// The members of a structure: their names and schemas, whether they are required, whether a request has them in its
// path or its query instead of its body, and whether the SDK generates a token if there is none.
export function membersOf(structure) {
  const [, , , , names, schemas, required = 0] = structure;
  return names.map((name, i) => {
    const schema = schemas[i], traits = Array.isArray(schema) && typeof schema[1] !== "string" ? schema[1] : 0;
    return {
      name, schema: schemaOf(schema), required: i < required,
      in_address: (traits & IN_ADDRESS) !== 0 || traits.httpQuery !== undefined, is_token: (traits & IS_TOKEN) !== 0,
    };
  });
}
