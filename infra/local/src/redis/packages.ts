import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RedisProgram } from './program.ts';

const execute = promisify(execFile);
const SERVERS = [
  { packages: ['redis-server', 'redis-tools'], program: 'redis-server' },
  { packages: ['valkey-server', 'valkey-tools'], program: 'valkey-server' },
];
/** Libraries of libraries: three rounds are more than either server has ever needed. */
const LIBRARY_ROUNDS = 3;

/** Runs apt with private lists and caches: works without root and leaves the machine's own state alone. */
class PrivateApt {
  readonly downloads: string;
  readonly #options: string[];

  constructor(folder: string) {
    this.downloads = join(folder, 'downloads');
    this.#options = [
      ['Dir::State::Lists', join(folder, 'lists')],
      ['Dir::Cache', join(folder, 'cache')],
      ['Debug::NoLocking', '1'],
      // As root apt would drop to a user who may not write into this folder.
      ['APT::Sandbox::User', process.getuid?.() === 0 ? 'root' : ''],
      ['Acquire::Languages', 'none'],
      ['Acquire::Retries', '2'],
      ['Acquire::http::Timeout', '30'],
    ].flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  }

  async prepare(folder: string): Promise<void> {
    for (const part of ['lists/partial', 'cache/archives/partial', 'downloads']) {
      await mkdir(join(folder, part), { recursive: true });
    }
    // A foreign repository that does not answer is no reason to stop: what counts is whether the download works.
    await this.#run('apt-get', ['-q', 'update']).catch(() => undefined);
  }

  async knows(name: string): Promise<boolean> {
    const { stdout } = await this.#run('apt-cache', ['policy', name]);
    return /Candidate: (?!\(none\))/.test(stdout);
  }

  async libraries(names: readonly string[]): Promise<string[]> {
    const { stdout } = await this.#run('apt-cache', ['depends', '--important', ...names]);
    const found = [...stdout.matchAll(/^\s*\|?\s*(?:Pre)?Depends: (lib[\w.+-]+)/gm)].map((match) => match[1] as string);
    // The C library belongs to the machine's loader and must not be replaced.
    return [...new Set(found)].filter((name) => !/^libc6|^libelogind/.test(name));
  }

  download(names: readonly string[]) {
    return this.#run('apt-get', ['-q', 'download', ...names]);
  }

  #run(program: string, args: readonly string[]) {
    return execute(program, [...this.#options, ...args], {
      cwd: existsSync(this.downloads) ? this.downloads : undefined,
      env: { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
      maxBuffer: 32 * 1024 * 1024,
      timeout: 180_000,
    });
  }
}

/** Folders with libraries below an unpacked package tree (`usr/lib/<architecture>` and the like). */
async function libraryFolders(tree: string): Promise<string[]> {
  const folders: string[] = [];
  for (const base of ['usr/lib', 'lib']) {
    if (!existsSync(join(tree, base))) continue;
    for (const entry of await readdir(join(tree, base), { withFileTypes: true })) {
      if (entry.isDirectory() && entry.name.endsWith('-gnu')) folders.push(join(tree, base, entry.name));
    }
    folders.push(join(tree, base));
  }
  return folders;
}

async function programIn(tree: string, name: string): Promise<RedisProgram> {
  return { file: join(tree, 'usr/bin', name), libraryPath: (await libraryFolders(tree)).join(':'), origin: 'packages' };
}

/** Whether the loader finds everything; a wrong or missing library shows here and not in the middle of a start. */
async function runs(program: RedisProgram): Promise<boolean> {
  const env = { ...process.env, LD_LIBRARY_PATH: program.libraryPath };
  return execute(program.file, ['--version'], { env }).then(
    () => true,
    () => false,
  );
}

/**
 * Fetches a Redis or Valkey server from the distribution's repositories into `cache` and unpacks it there (about 10 MB).
 * A second call finds it in place. Safe against a start that was killed half way: the tree appears in one rename.
 */
export async function fetchRedisPackages(cache: string, onProgress?: (line: string) => void): Promise<RedisProgram> {
  const tree = join(cache, 'tree');
  for (const { program } of SERVERS) {
    const present = await programIn(tree, program);
    if (existsSync(present.file) && (await runs(present))) return present;
  }

  onProgress?.('Fetching a private Redis from the distribution (once, about 10 MB) ...');
  const work = join(cache, `fetch-${process.pid}`);
  const apt = new PrivateApt(work);
  try {
    await apt.prepare(work);
    for (const { packages, program } of SERVERS) {
      if (!(await apt.knows(packages[0] as string))) continue;
      const unpacked = join(work, 'tree');
      await mkdir(unpacked, { recursive: true });
      let wanted = [...packages, ...(await apt.libraries(packages))];
      for (let round = 0; round < LIBRARY_ROUNDS; round += 1) {
        await apt.download(wanted);
        for (const file of await readdir(apt.downloads)) {
          await execute('dpkg', ['-x', join(apt.downloads, file), unpacked]);
          await rm(join(apt.downloads, file));
        }
        if (await runs(await programIn(unpacked, program))) {
          await rm(tree, { recursive: true, force: true });
          await rename(unpacked, tree);
          return await programIn(tree, program);
        }
        wanted = await apt.libraries(wanted);
        if (wanted.length === 0) break;
      }
    }
    throw new Error('the package lists offer no redis-server or valkey-server that runs here');
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
