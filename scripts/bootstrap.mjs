/**
 * The first thing every npm script runs: `node scripts/bootstrap.mjs SCRIPT [ARGUMENTS]`.
 *
 * It needs nothing but the caller's Node (20 or later) and npm. It installs the locked dependencies when they are
 * missing or have changed, then runs SCRIPT on Node 24, which the installed packages bring along on Linux.
 * Plain JavaScript without dependencies, because it runs before there are any.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PNPM = 'pnpm@12.20.0';
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.salesgraph-installed');
const LOCK = join(ROOT, '.cache', 'install.lock');
const REQUIRED_NODE = 24;

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const majorVersion = Number(process.versions.node.split('.')[0]);
if (majorVersion < 20) {
  stop(
    `Salesgraph needs Node 20 or later to begin with; this is ${process.version}. Install a current Node and try again.`,
  );
}

/** The workspace's package folders, read from the plain list in pnpm-workspace.yaml. */
function packageFolders() {
  const folders = [''];
  let inside = false;
  for (const line of readFileSync(join(ROOT, 'pnpm-workspace.yaml'), 'utf8').split('\n')) {
    if (/^\S/.test(line)) inside = line.startsWith('packages:');
    const entry = inside && /^\s+-\s+['"]?([^'"\s]+)['"]?\s*$/.exec(line)?.[1];
    if (!entry) continue;
    if (!entry.endsWith('/*')) folders.push(entry);
    else if (existsSync(join(ROOT, entry.slice(0, -2)))) {
      for (const name of readdirSync(join(ROOT, entry.slice(0, -2))).sort())
        folders.push(`${entry.slice(0, -1)}${name}`);
    }
  }
  return folders.filter((folder) => existsSync(join(ROOT, folder, 'package.json')));
}

/** One hash over everything that decides what is installed. */
function wantedState(folders) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${PNPM}\n`);
  for (const file of [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...folders.map((folder) => join(folder, 'package.json')),
  ]) {
    hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

function isInstalled(folders, wanted) {
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8').trim() !== wanted) return false;
  return folders.every((folder) => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
    const needsModules = Object.keys({ ...dependencies, ...devDependencies }).length > 0;
    return !needsModules || existsSync(join(ROOT, folder, 'node_modules'));
  });
}

/** Shows pnpm's progress as one line that is rewritten on a terminal, and as a line every few seconds elsewhere. */
function progressLine() {
  const startedAt = Date.now();
  let shownAt = 0;
  const terminal = process.stderr.isTTY;
  const show = (text, force = false) => {
    if (!force && Date.now() - shownAt < (terminal ? 100 : 4000)) return;
    shownAt = Date.now();
    process.stderr.write(terminal ? `\r\x1b[K${text}` : `${text}\n`);
  };
  show('Installing packages (the first time takes a minute) ...', true);
  return {
    read(line) {
      const counts = /resolved (\d+), reused (\d+), downloaded (\d+)/.exec(line);
      if (counts) show(`Installing packages: ${Number(counts[2]) + Number(counts[3])} of ${counts[1]} ...`);
    },
    finish(text) {
      show(`${text} (${Math.max(1, Math.round((Date.now() - startedAt) / 1000))} s)${terminal ? '\n' : ''}`, true);
    },
  };
}

/** The child runs in this process group, so Ctrl-C reaches it directly; other signals are passed on. */
function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, ...options });
    const passOn = (signal) => child.kill(signal);
    const leaveToChild = () => {};
    process.on('SIGINT', leaveToChild).on('SIGTERM', passOn).on('SIGHUP', passOn);
    options.onStart?.(child);
    child.once('error', (error) => resolve({ error }));
    child.once('close', (code, signal) => {
      process.off('SIGINT', leaveToChild).off('SIGTERM', passOn).off('SIGHUP', passOn);
      resolve({ code, signal });
    });
  });
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two commands started at once install one after the other. */
async function withInstallLock(task) {
  mkdirSync(dirname(LOCK), { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') stop(`Cannot write ${LOCK}: ${error.message}`);
      let holder = 0;
      try {
        holder = Number(readFileSync(LOCK, 'utf8'));
      } catch {}
      if (!holder || !isRunning(holder)) rmSync(LOCK, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const release = () => rmSync(LOCK, { force: true });
  process.once('exit', release);
  const result = await task();
  process.off('exit', release);
  release();
  return result;
}

async function install() {
  const folders = packageFolders();
  const wanted = wantedState(folders);
  if (isInstalled(folders, wanted)) return;

  const progress = progressLine();
  const output = [];
  // Development dependencies are needed whatever the caller's NODE_ENV says.
  const { NODE_ENV: _, ...env } = process.env;
  const result = await run(
    process.platform === 'win32' ? 'npx.cmd' : 'npx',
    ['-y', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only', '--config.confirmModulesPurge=false'],
    {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      onStart(child) {
        for (const stream of [child.stdout, child.stderr]) {
          stream.setEncoding('utf8').on('data', (text) => {
            for (const line of text.split('\n').filter(Boolean)) {
              output.push(line);
              progress.read(line);
            }
          });
        }
      },
    },
  );
  if (result.error) stop(`npx could not be started (${result.error.message}). Salesgraph needs npm beside Node.`);
  if (result.signal) process.kill(process.pid, result.signal);
  if (result.code !== 0) {
    progress.finish('Installing packages failed');
    const tail = output.slice(-25).join('\n');
    const hint = /outdated.lockfile|frozen.lockfile/i.test(tail)
      ? `pnpm-lock.yaml does not match the package.json files: run "npx ${PNPM} install" and commit the lockfile.`
      : 'The lines above are what pnpm said last.';
    stop(`${tail}\n${hint}`);
  }
  writeFileSync(STAMP, `${wanted}\n`);
  progress.finish('Packages installed');
}

/** Node 24: from the installed packages on Linux with glibc, else the caller's own when it is new enough. */
function findNode() {
  const usesGlibc = process.platform === 'linux' && Boolean(process.report?.getReport().header.glibcVersionRuntime);
  const brought = join(MODULES, `node-linux-${process.arch}`, 'bin', 'node');
  if (usesGlibc && existsSync(brought)) return brought;
  if (majorVersion >= REQUIRED_NODE) return process.execPath;
  return stop(
    `Salesgraph runs on Node ${REQUIRED_NODE}; this is ${process.version} and no packaged Node exists for ` +
      `${process.platform} ${process.arch}. Install Node ${REQUIRED_NODE} and try again.`,
  );
}

/** The parent of a process on Linux; undefined elsewhere or when it is gone. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/**
 * The processes whose end must end this one: npm, and the shell that npm may have put between. Nobody would tell us
 * when npm is killed outright. Empty when a person's own shell started this script.
 */
function ancestors() {
  if (!process.env.npm_lifecycle_event) return () => [];
  let viaShell = false;
  try {
    viaShell = readFileSync(`/proc/${process.ppid}/cmdline`, 'utf8').includes('\0-c\0');
  } catch {}
  return () => (viaShell ? [process.ppid, parentOf(process.ppid)] : [process.ppid]);
}

const [script, ...args] = process.argv.slice(2);
if (!script) stop('Usage: node scripts/bootstrap.mjs SCRIPT [ARGUMENTS]');

await withInstallLock(install);
const node = findNode();
const currentAncestors = ancestors();
const startedUnder = String(currentAncestors());
const outcome = await run(node, ['--disable-warning=ExperimentalWarning', join(ROOT, script), ...args], {
  cwd: process.cwd(),
  stdio: 'inherit',
  env: {
    ...process.env,
    // Tools that are started by name find the same Node.
    PATH: `${dirname(node)}:${process.env.PATH ?? ''}`,
    APOLLO_TELEMETRY_DISABLED: '1',
    SALESGRAPH_LAUNCHED_BY: String(process.pid),
  },
  onStart(child) {
    const watch = setInterval(() => {
      if (String(currentAncestors()) === startedUnder) return;
      clearInterval(watch);
      child.kill('SIGTERM');
    }, 500);
    watch.unref();
  },
});

if (outcome.error) stop(`${node} could not be started: ${outcome.error.message}`);
if (outcome.signal) process.kill(process.pid, outcome.signal);
else process.exit(outcome.code ?? 1);
