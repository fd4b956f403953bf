// Reports tests that fail, and the number of tests: node --test-reporter=PATH/failures.mjs
export default async function* failures(events) {
  const counts = { "test:pass": 0, "test:fail": 0 };
  for await (const { type, data } of events) {
    if (!(type in counts)) continue;
    counts[type]++;
    if (type === "test:pass") continue;
    const error = data.details.error?.cause ?? data.details.error;
    yield `${data.name}\n  ${error?.code === "ERR_ASSERTION" ? error.message : error?.stack ?? error}\n`;
  }
  yield `${counts["test:pass"]} passed, ${counts["test:fail"]} failed\n`;
}
