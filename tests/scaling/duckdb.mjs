// Reads answers of `dynabackup map` in DuckDB, and writes the backups to Parquet: duckdb.mjs ANSWERS PARQUET
// Prints the counts as one JSON object.
import { DuckDBInstance } from '@duckdb/node-api';

const [answers, parquet] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const rows = async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson();

await connection.run(`
    CREATE TABLE answers AS FROM read_json('${answers}', format = 'newline_delimited', columns = {
        ok: 'BOOLEAN', bytes: 'UBIGINT', documents: 'UBIGINT', records: 'UBIGINT', rejected: 'UBIGINT',
        items: 'UBIGINT', shapes: 'MAP(VARCHAR, UBIGINT)',
        backups: 'STRUCT(record UBIGINT, system VARCHAR, id VARCHAR, name VARCHAR, "table" VARCHAR, region VARCHAR,
                         account VARCHAR, created TIMESTAMP_NS, expires TIMESTAMP_NS, size BIGINT, status VARCHAR,
                         type VARCHAR)[]',
        findings: 'STRUCT(record UBIGINT, rule VARCHAR, severity VARCHAR, path VARCHAR, "offset" UBIGINT,
                          message VARCHAR)[]'})`);
await connection.run(`COPY (SELECT unnest(backups, recursive := true) FROM answers) TO '${parquet}' (FORMAT parquet)`);

const counts = (list) => Object.fromEntries(list.map(({ key, n }) => [key, Number(n)]));
const [sums] = await rows(`
    SELECT count(*) AS lines, sum(records) AS records, sum(rejected) AS rejected,
           coalesce(sum(items), 0) AS items, sum(bytes) AS bytes
    FROM answers`);
const [{ size }] = await rows(`SELECT coalesce(sum(size), 0) AS size FROM '${parquet}'`);
const statuses = counts(await rows(`
    SELECT coalesce(status, '') AS key, count(*) AS n FROM '${parquet}' GROUP BY key`));
const rules = counts(await rows(`
    SELECT f.rule AS key, count(*) AS n FROM (SELECT unnest(findings) AS f FROM answers) GROUP BY key`));
const numbers = Object.fromEntries(Object.entries(sums).map(([name, n]) => [name, Number(n)]));
console.log(JSON.stringify({ ...numbers, size: String(size), statuses, rules }));
process.exit(0);
