// Reads the items of an export as plain JSON in DuckDB, and writes them to Parquet: parquet.mjs PLAIN PARQUET
// Prints the contents of the Parquet file as one JSON object.
import { DuckDBInstance } from '@duckdb/node-api';

const [plain, parquet] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const rows = async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson();

// The types are given, since a guess takes numbers for DOUBLE, which loses digits.
await connection.run(`
    COPY (FROM read_json('${plain}', format = 'newline_delimited', columns = {
        status: 'VARCHAR', total: 'DECIMAL(38, 10)', discount: 'DECIMAL(38, 10)', tags: 'VARCHAR[]',
        owner: 'STRUCT(sku VARCHAR, quantity BIGINT, price DECIMAL(38, 10))[]'}))
    TO '${parquet}' (FORMAT parquet)`);

const [counted] = await rows(`
    SELECT count(*) AS items, sum(total)::VARCHAR AS total, sum(len(tags)) AS tags,
           sum(list_sum(list_transform(owner, line -> line.quantity))) AS quantity
    FROM '${parquet}'`);
const { total, ...numbers } = counted;
console.log(JSON.stringify({
    ...Object.fromEntries(Object.entries(numbers).map(([name, n]) => [name, Number(n)])),
    total: total.replace(/\.?0+$/, '') }));
process.exit(0);
