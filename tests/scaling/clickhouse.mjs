// Reads a dump in ClickHouse, with chdb: clickhouse.mjs DUMP FOLDER
// FOLDER contains user_scripts/dynabackup. Prints the counts as one JSON object.
import { Session } from 'chdb';

const [dump, folder] = process.argv.slice(2);
const session = new Session(folder);
const rows = (query) => JSON.parse(session.query(query, 'JSON')).data;

// Keeps the answers to all lines, so the program runs once. By default, ClickHouse ignores its exit status.
const answers = (options, settings) => `
    SELECT line FROM executable('dynabackup map ${options}', 'LineAsString', 'line String',
        (SELECT line FROM file('${dump}', 'LineAsString', 'line String')),
        SETTINGS check_exit_code = 1, command_read_timeout = 60000${settings})`;
session.query('CREATE DATABASE scaling');
session.query(`CREATE TABLE scaling.answers ENGINE = Memory AS ${answers('--data-errors-exit-zero', '')}`);

const backups = `(SELECT arrayJoin(JSONExtractArrayRaw(line, 'backups')) AS backup FROM scaling.answers)`;
const findings = `(SELECT arrayJoin(JSONExtractArrayRaw(line, 'findings')) AS finding FROM scaling.answers)`;
const counts = (list) => Object.fromEntries(list.map(({ key, n }) => [key, Number(n)]));
const [sums] = rows(`
    SELECT toString(count()) AS lines, toString(sum(JSONExtractUInt(line, 'records'))) AS records,
           toString(sum(JSONExtractUInt(line, 'rejected'))) AS rejected,
           toString(sum(JSONExtractUInt(line, 'items'))) AS items,
           toString(sum(JSONExtractUInt(line, 'bytes'))) AS bytes
    FROM scaling.answers`);
const [{ size }] = rows(`SELECT toString(sum(toInt256(JSONExtractInt(backup, 'size')))) AS size FROM ${backups}`);
const statuses = counts(rows(`
    SELECT JSONExtractString(backup, 'status') AS key, toString(count()) AS n FROM ${backups} GROUP BY key`));
const rules = counts(rows(`
    SELECT JSONExtractString(finding, 'rule') AS key, toString(count()) AS n FROM ${findings} GROUP BY key`));

// Without --data-errors-exit-zero, the query fails on damaged lines.
let refused = false;
try {
    session.query(`SELECT count() FROM (${answers('', '')})`, 'CSV');
} catch {
    refused = true;
}
session.cleanup();
const numbers = Object.fromEntries(Object.entries(sums).map(([name, n]) => [name, Number(n)]));
console.log(JSON.stringify({ ...numbers, size, statuses, rules, refused }));
