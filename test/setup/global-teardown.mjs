/** Ends the servers that global-setup started; they stop when their standard input closes. */
export default async function globalTeardown() {
  const child = globalThis.__salesgraphServers;
  if (!child || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdin.end();
  const timeout = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timeout);
}
