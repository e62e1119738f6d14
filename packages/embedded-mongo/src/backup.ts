import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Store } from './storage/store.ts';

/**
 * Copies everything in a data directory into one file, as it is at one moment; a server may be running on it.
 * Throws when there is no data or the file exists.
 */
export function backUp(dir: string, file: string): void {
  const source = join(dir, 'data.sqlite');
  if (!existsSync(source)) throw new Error(`there is no data in ${dir}`);
  if (existsSync(file)) throw new Error(`${file} exists already`);
  const db = new DatabaseSync(source, { timeout: 10_000 });
  try {
    db.prepare('VACUUM INTO ?').run(file);
  } finally {
    db.close();
  }
}

/** Makes a data directory of a backup. Throws when the directory holds data already or the file is not a backup. */
export function restore(file: string, dir: string): void {
  if (!existsSync(file)) throw new Error(`there is no file ${file}`);
  const target = join(dir, 'data.sqlite');
  if (existsSync(target)) throw new Error(`${dir} holds data already`);
  mkdirSync(dir, { recursive: true });
  // Under another name until it is whole, so that what was cut short is never taken for data.
  const unfinished = `${target}.restoring`;
  rmSync(unfinished, { force: true });
  const backup = new DatabaseSync(file, { readOnly: true });
  try {
    backup.prepare('VACUUM INTO ?').run(unfinished);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new Error(`${file} is not a backup: ${(error as Error).message}`);
  } finally {
    backup.close();
  }
  renameSync(unfinished, target);
  Store.open(dir).close();
}
