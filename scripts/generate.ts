/**
 * Generates what follows from the schemas that are written by hand: printed subgraphs, resolver types, the supergraph, the
 * page of error codes. With --check nothing is written; files that are not up to date are named.
 */
process.env.APOLLO_TELEMETRY_DISABLED = '1';

const { generate } = await import('./generate/generate.ts');
const { stale, write } = await import('./generate/outputs.ts');

const checking = process.argv.includes('--check');
const { outputs, faults } = await generate();
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;

if (checking) {
  const files = await stale(outputs);
  for (const file of files) console.error(`${file} is not up to date: run "npm run generate"`);
  if (files.length > 0) process.exitCode = 1;
} else {
  const files = await write(outputs);
  console.log(files.length > 0 ? files.map((file) => `wrote ${file}`).join('\n') : 'Everything is up to date.');
}
