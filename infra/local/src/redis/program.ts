import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fetchRedisPackages } from './packages.ts';

/** A Redis or Valkey server that can be started: the file and, when it was fetched, where its libraries lie. */
export interface RedisProgram {
  file: string;
  libraryPath?: string;
  origin: 'path' | 'packages';
}

/** No Redis is given, installed or fetchable. The message is one line that says what to do. */
export class RedisUnavailable extends Error {
  override name = 'RedisUnavailable';
}

const PROGRAMS = ['redis-server', 'valkey-server'];

function onPath(name: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (!folder) continue;
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here; the next folder may have it.
    }
  }
  return undefined;
}

/**
 * Finds a server program without changing anything on the machine.
 *
 * @param cache folder for fetched packages; shared between the local stack and the tests
 * @param onProgress called with a short line when something takes a while
 * @throws RedisUnavailable with one line naming what to install or set
 */
export async function findRedisServer(cache: string, onProgress?: (line: string) => void): Promise<RedisProgram> {
  for (const name of PROGRAMS) {
    const file = onPath(name);
    if (file) return { file, origin: 'path' };
  }
  const advice =
    'install Redis or Valkey (for example "apt install redis-server" or "brew install redis") or set REDIS_URL';
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg')) {
    throw new RedisUnavailable(`No redis-server or valkey-server on the PATH: ${advice}.`);
  }
  try {
    return await fetchRedisPackages(cache, onProgress);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RedisUnavailable(`No redis-server on the PATH and fetching one failed (${reason}): ${advice}.`);
  }
}
