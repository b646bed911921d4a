// Runs all audits of graphql-http against a server and prints one line each.
import { serverAudits } from 'graphql-http';

const url = process.argv[2];
let passed = 0;
const audits = serverAudits({ url, fetchFn: fetch });
for (const audit of audits) {
  const result = await audit.fn();
  const isOk = result.status === 'ok';
  passed += isOk ? 1 : 0;
  console.log(`${isOk ? 'ok    ' : result.status.toUpperCase().padEnd(6)} ${audit.id} ${audit.name}`);
  if (!isOk) {
    console.log(`       ${result.reason}`);
  }
}
console.log(`${passed} of ${audits.length} audits ok`);
process.exit(passed === audits.length ? 0 : 1);
