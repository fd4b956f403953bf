// Validates documents with ajv: reads {"schemas": [...], "cases": [[schema, document as text], ...]} on standard input,
// writes {"problems": [...], "valid": [true, ...]}. ajv and ajv-formats are found by NODE_PATH.
"use strict";
const Ajv = require("ajv/dist/2020");
const addFormats = require("ajv-formats");

const input = JSON.parse(require("fs").readFileSync(0, "utf8"));
const problems = [];
// Keywords and formats that the standard does not have are refused, as ajv does by itself.
const ajv = new Ajv({ strictSchema: true, strictTypes: false, strictTuples: false, validateSchema: true });
addFormats(ajv);
const validators = input.schemas.map((schema) => {
  try {
    return ajv.compile(schema);
  } catch (error) {
    problems.push(`${schema.$id}: ${error.message}`);
    return () => false;
  }
});
const valid = input.cases.map(([schema, text]) => validators[schema](JSON.parse(text)));
process.stdout.write(JSON.stringify({ problems, valid }));
