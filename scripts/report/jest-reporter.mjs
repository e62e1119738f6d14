/** One line a test file, and under it every failure in full. */
import { relative } from 'node:path';

export default class CompactReporter {
  #root;

  constructor(globalConfig) {
    this.#root = globalConfig.rootDir;
  }

  onTestResult(_test, result) {
    const { numPassingTests, numFailingTests, numPendingTests, numTodoTests, testExecError, perfStats } = result;
    const failed = numFailingTests > 0 || Boolean(testExecError);
    const skipped = numPendingTests + numTodoTests;
    const counts = [
      `${numPassingTests} passed`,
      numFailingTests > 0 && `${numFailingTests} failed`,
      skipped > 0 && `${skipped} skipped`,
      testExecError && 'could not be run',
    ].filter(Boolean);
    const time = ((perfStats.end - perfStats.start) / 1000).toFixed(1);
    const lines = [
      `${failed ? 'FAIL' : 'ok  '} ${relative(this.#root, result.testFilePath)}: ${counts.join(', ')} (${time} s)`,
    ];
    if (failed && result.failureMessage) lines.push(result.failureMessage.trimEnd().replace(/^/gm, '    '));
    // What a test has to say about itself (a folder of data that is absent) comes through console.warn.
    for (const entry of result.console ?? []) if (entry.type === 'warn') lines.push(`    note: ${entry.message}`);
    process.stdout.write(`${lines.join('\n')}\n`);
  }

  onRunComplete(_contexts, results) {
    if (results.runExecError) process.stdout.write(`FAIL ${results.runExecError.message}\n`);
  }
}
