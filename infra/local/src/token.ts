/** `npm run token -- "<employee code>"`: prints a token of the local issuer. `administrator` and `importer` work too. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dataDirectory } from './data-directory.ts';
import { reasonOf } from './fault.ts';
import { requestToken } from './graph.ts';

/** Where the running house says its issuer is. */
async function issuerOfHouse(): Promise<string | undefined> {
  try {
    const { readyFile } = dataDirectory(resolve(process.env.SALESGRAPH_DATA ?? '.data'));
    return (JSON.parse(await readFile(readyFile, 'utf8')) as { issuer: string }).issuer;
  } catch {
    return undefined;
  }
}

const { ISSUER_URL, CONSOLE_PORT } = process.env;
const [as] = process.argv.slice(2);
const issuer =
  ISSUER_URL ?? (CONSOLE_PORT ? undefined : await issuerOfHouse()) ?? `http://127.0.0.1:${CONSOLE_PORT ?? 4010}`;

if (!as) {
  process.stderr.write('Usage: npm run token -- "<employee code | administrator | importer>"\n');
  process.exitCode = 2;
} else {
  try {
    process.stdout.write(`${await requestToken(issuer, as)}\n`);
  } catch (error) {
    process.stderr.write(
      `No token from ${issuer}: ${reasonOf(error)}. Is the house running (npm start)? ISSUER_URL changes the address.\n`,
    );
    process.exitCode = 1;
  }
}
