import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT } from '../checks/check.ts';

/** What is generated: contents by path, seen from the root. */
export type Outputs = Map<string, string>;

const present = (file: string): Promise<string | null> => readFile(join(ROOT, file), 'utf8').catch(() => null);

/** The files that are not as they would be generated. */
export async function stale(outputs: Outputs): Promise<string[]> {
  const compared = await Promise.all(
    [...outputs].map(async ([file, text]) => ({ file, same: (await present(file)) === text })),
  );
  return compared.filter(({ same }) => !same).map(({ file }) => file);
}

/** Writes what has changed. @returns the files written */
export async function write(outputs: Outputs): Promise<string[]> {
  const files = await stale(outputs);
  for (const file of files) {
    await mkdir(dirname(join(ROOT, file)), { recursive: true });
    await writeFile(join(ROOT, file), outputs.get(file)!);
  }
  return files;
}
