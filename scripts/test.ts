/**
 * `npm test`: the checks, then every test. `npm run test:full` runs the same at full size. Further arguments choose test
 * files by path (`npm test -- calendar`) and leave the checks out; `--checks` runs the checks alone. The last line is
 * always `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Check, checks, ROOT } from './checks/index.ts';

const WORKERS = 2;
/** One more than processors: much of what is tested waits for other processes. */
const JEST_WORKERS = 3;
const args = process.argv.slice(2);
const full = args.includes('--full');
const checksOnly = args.includes('--checks');
const patterns = args.filter((each) => each !== '--full' && each !== '--checks');
const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 1_000_000));

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const say = (line: string) => process.stdout.write(`${line}\n`);
const indent = (text: string) => text.replace(/^/gm, '    ');

async function runCheck(check: Check): Promise<boolean> {
  const startedAt = Date.now();
  const faults = await check.run().catch((error: Error) => [error.stack ?? error.message]);
  say(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${check.name} (${seconds(startedAt)})`);
  for (const fault of faults.slice(0, 50)) say(indent(fault));
  if (faults.length > 50) say(indent(`and ${faults.length - 50} more`));
  return faults.length === 0;
}

/** Two at a time: most checks are programs of their own. */
async function runChecks(): Promise<Count> {
  const waiting = [...checks];
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (await runCheck(check)) count.passed += 1;
      else count.failed += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.min(WORKERS, availableParallelism()) }, lane));
  return count;
}

interface JestResults {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
  numTotalTests: number;
}

async function runJest(): Promise<Count> {
  const file = join(tmpdir(), `salesgraph-jest-${process.pid}.json`);
  const reporter = join(ROOT, 'scripts/report/jest-reporter.mjs');
  const options = [
    `--maxWorkers=${JEST_WORKERS}`,
    `--seed=${seed}`,
    '--json',
    '--passWithNoTests',
    `--outputFile=${file}`,
    `--reporters=${reporter}`,
  ];
  const jest = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      // First, because Jest would take them for further reporters after the options.
      ...patterns,
      ...options,
    ],
    {
      cwd: ROOT,
      // Jest prints the JSON nowhere else when it writes a file; its own lines come through the reporter.
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
        TEST_FACTOR: factor,
        TEST_SEED: String(seed),
      },
    },
  );
  const stop = (signal: NodeJS.Signals) => jest.kill(signal);
  process.on('SIGTERM', stop).on('SIGINT', () => {});
  const code = await new Promise<number>((resolve) => jest.once('close', (status) => resolve(status ?? 1)));
  process.off('SIGTERM', stop);
  try {
    const results = JSON.parse(readFileSync(file, 'utf8')) as JestResults;
    const count: Count = {
      passed: results.numPassedTests,
      // A file that could not even be loaded is one failure.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    if (count.passed + count.failed === 0) {
      say('FAIL no test ran');
      count.failed = 1;
    } else if (code !== 0 && count.failed === 0) {
      say(`FAIL jest ended with exit code ${code} although no test failed`);
      count.failed = 1;
    }
    return count;
  } catch {
    say(`FAIL jest ended with exit code ${code} and left no result`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(file, { force: true });
  }
}

const factor = process.env.TEST_FACTOR ?? (full ? '1' : '0.1');
const startedAt = Date.now();
say(`Node ${process.version}, TEST_FACTOR=${factor}, TEST_SEED=${seed}`);

const none: Count = { passed: 0, failed: 0, skipped: 0 };
const checked = patterns.length > 0 ? none : await runChecks();
if (patterns.length > 0) say('The checks are left out because test files are chosen by name.');
const tested = checksOnly ? none : await runJest();

const failed = checked.failed + tested.failed;
say('');
if (tested.skipped > 0) say(`${tested.skipped} skipped`);
say(`${seconds(startedAt)}; the same run again: TEST_SEED=${seed} npm ${full ? 'run test:full' : 'test'}`);
say(`${checked.passed + tested.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
