/** `npm run import -- FOLDER --mapping NAME`. */
import { runCommand } from './command.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort(new Error('stopped'));
    // A second Ctrl-C does not wait for the last words.
    process.once(signal, () => process.exit(130));
  });
}
process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  // npm runs scripts in the root of the repository; the paths are meant from where it was called.
  cwd: (process.env.npm_lifecycle_event === 'import' && process.env.INIT_CWD) || process.cwd(),
  out: process.stdout,
  err: process.stderr,
  signal: stop.signal,
});
