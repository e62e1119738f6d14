/** `npm run token -- "<employee code>"`: prints a token of the local issuer. `administrator` and `importer` work too. */

import { reasonOf } from './fault.ts';
import { requestToken } from './graph.ts';

const [as] = process.argv.slice(2);
const issuer = process.env.ISSUER_URL ?? `http://127.0.0.1:${process.env.CONSOLE_PORT ?? 4010}`;

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
