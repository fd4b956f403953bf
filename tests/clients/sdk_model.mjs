// Compares dynabackup's model of DynamoDB's backups and of AWS Backup with that of the AWS SDK for JavaScript: every
// shape, its members, whether they are required, their types and enumerators, and the errors of every operation.
// Anything that only one of the two has is a difference.
//
//     node sdk_model.mjs TOOL PACKAGES
import { readFileSync } from "node:fs";
import path from "node:path";
import {
  described, isStructure, isTime, LIST, LIST_OF, MAP, MAP_OF, membersOf, schemaOf, services, tool,
} from "./client.mjs";

// Intended differences: the day on which they were found, their messages, and their reasons.
const KNOWN = [
  ["2026-11-27", "aws.ErrorBody: the library has it, the SDK does not",
    "It is the body of any error, identified by __type; the SDK reads that before it knows the shape."],
  ["2026-11-27", "aws.AttributeValue: the SDK has it, the library does not",
    "It is a separate type, not a structure; the maps that have it are maps in both."],
  ...["CreateBackup", "DeleteBackup", "DescribeBackup", "DescribeContinuousBackups", "DescribeTable", "ListBackups",
    "RestoreTableFromBackup", "RestoreTableToPointInTime", "UpdateContinuousBackups"].map((operation) =>
    ["2026-11-27", `aws.${operation}: the SDK has the error InvalidEndpointException, the library does not`,
      "It belongs to the discovery of endpoints; the API's reference does not list it for these operations."]),
];

const differences = [];

// ---- the model of the SDK ----

const SIMPLE = { 0: "string", 1: "number", 2: "boolean", 21: "blob" };

function theirType(schema) {
  if (isTime(schema)) return "time";
  if (typeof schema === "number") {
    if (schema & MAP_OF) return "map";
    return schema & LIST_OF ? `list of ${theirType(schema & ~LIST_OF)}` : SIMPLE[schema] ?? `type ${schema}`;
  }
  if (schema[0] === LIST) return `list of ${theirType(schemaOf(schema.at(-1)))}`;
  if (schema[0] === MAP) return "map";
  return isStructure(schema) ? schema[2] : theirType(schemaOf(schema.at(-1))); // a name for a simple type
}

// The enumerators of members, by `Shape.Member`. Only the type declarations say which enumeration a member has.
function enumeratorsOf({ folder, sdk }) {
  const text = readFileSync(path.join(folder, "dist-types/models/models_0.d.ts"), "utf8"), found = new Map();
  for (const [, shape, body] of text.matchAll(/^export interface (\w+) \{\n(.*?)^\}/gms))
    for (const [, member, type] of body.matchAll(/^    (\w+)\??: (\w+)(?:\[\])? \| undefined;/gm))
      if (sdk[type] && typeof sdk[type] === "object" && !Array.isArray(sdk[type]))
        found.set(`${shape}.${member}`, Object.values(sdk[type]));
  return found;
}

function theirs(shape, { sdk }, enumerators) {
  const structure = sdk[`${shape}$`];
  return structure && new Map(membersOf(structure).map(({ name, schema, required }) =>
    [name, { type: theirType(schema), required, enumerators: enumerators.get(`${shape}.${name}`) ?? [] }]));
}

// Adds the names of a shape, and of those in it, at any depth.
function addShapes(schema, found) {
  if (typeof schema !== "object") return;
  if (!isStructure(schema)) return addShapes(schemaOf(schema.at(-1)), found); // of a list or a map
  if (found.has(schema[2])) return;
  found.add(schema[2]);
  for (const member of membersOf(schema)) addShapes(member.schema, found);
}

function theirErrors({ folder }, operation) {
  const text = readFileSync(path.join(folder, `dist-types/commands/${operation}Command.d.ts`), "utf8");
  return [...text.matchAll(/@throws \{@link (\w+)\} \(/g)].map(([, error]) => error);
}

// ---- the model of the library ----

function ourType(schema, named) {
  if (schema.anyOf) return ourType(schema.anyOf[0], named); // the other one is null
  if (schema.$ref) return ourType(named(schema.$ref), named);
  const kinds = [schema.type].flat();
  if (kinds.includes("array")) {
    const { type, enumerators } = ourType(schema.items, named);
    return { type: `list of ${type}`, enumerators };
  }
  if (kinds.includes("object")) return { type: schema.properties ? schema.title : "map", enumerators: [] };
  if (kinds.includes("number")) return { type: "time", enumerators: [] }; // seconds since the epoch
  return { type: kinds[0] === "integer" ? "number" : kinds[0], enumerators: schema.enum ?? [] };
}

function ours({ shape, named }) {
  const members = Object.entries(shape.properties ?? {}).filter(([, member]) => member !== true); // what clients add
  return new Map(members.map(([name, member]) =>
    [name, { ...ourType(member, named), required: (shape.required ?? []).includes(name) }]));
}

const operationsOf = (error) => /^An error of ([\w, ]+)\./.exec(error.description)?.[1].split(", ") ?? [];

// ---- the comparison ----

// Reports values that only one of two lists has.
function compareNames(place, mine, other, what = "") {
  const say = (text) => differences.push(`${place}: ${text}`);
  for (const name of other) if (!mine.includes(name)) say(`the SDK has ${what}${name}, the library does not`);
  for (const name of mine) if (!other.includes(name)) say(`the library has ${what}${name}, the SDK does not`);
}

function compareMembers(place, mine, other) {
  const say = (text) => differences.push(`${place}: ${text}`);
  if (!mine) return say(`the SDK has it (${other.type}), the library does not`);
  if (!other) return say(`the library has it (${mine.type}), the SDK does not`);
  if (mine.type !== other.type) say(`${mine.type} in the library, ${other.type} in the SDK`);
  if (mine.required !== other.required) {
    const said = ({ required }) => (required ? "required" : "optional");
    say(`${said(mine)} in the library, ${said(other)} in the SDK`);
  }
  compareNames(place, mine.enumerators, other.enumerators, "the enumerator ");
}

const shapes = tool(["schema", "--help"]).split("\nShapes:\n")[1].trim().split(/\s+/).map(described);
for (const service of services) {
  const { system, sdk, operations } = service, enumerators = enumeratorsOf(service);
  const compared = new Set(), reached = new Set();
  const errors = new Map(operations.map((operation) => [operation, []]));

  for (const library of shapes.filter((shape) => shape.system === system)) {
    const shape = library.shape.title, place = `${system}.${shape}`;
    const mine = ours(library), other = theirs(shape, service, enumerators);
    compared.add(shape);
    for (const operation of operationsOf(library.shape)) errors.get(operation)?.push(shape);
    if (!other) differences.push(`${place}: the library has it, the SDK does not`);
    else for (const name of new Set([...mine.keys(), ...other.keys()]))
      compareMembers(`${place}/${name}`, mine.get(name), other.get(name));
  }

  for (const operation of operations) {
    for (const schema of sdk[`${operation}$`].slice(4)) addShapes(schemaOf(schema), reached);
    compareNames(`${system}.${operation}`, errors.get(operation), theirErrors(service, operation), "the error ");
  }
  for (const shape of reached)
    if (!compared.has(shape)) differences.push(`${system}.${shape}: the SDK has it, the library does not`);
}

const known = KNOWN.map(([, difference]) => difference);
const problems = differences.filter((difference) => !known.includes(difference));
for (const difference of known)
  if (!differences.includes(difference)) problems.push(`a difference in KNOWN no longer exists: ${difference}`);
if (problems.length) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
}
