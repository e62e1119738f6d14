import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mapping, SourceFile } from '../mapping/mapping.ts';
import { readCsv } from './csv.ts';
import { readNdjson } from './ndjson.ts';
import { FileFault, type RawRow } from './rows.ts';

/** A file of the mapping as it was found. */
export interface FoundFile {
  source: SourceFile;
  /** As in the folder, with its ending. */
  fileName: string;
  /**
   * Begins at the first row every time it is called.
   * @param onColumns told the columns of a file that names them once, in its first line
   */
  read(onColumns?: (names: string[]) => void): AsyncGenerator<RawRow>;
}

export interface FoundFolder {
  files: FoundFile[];
  /** What the user should know: files that are absent, or there and not read. */
  notices: string[];
}

const READERS = { '.csv': readCsv, '.ndjson': readNdjson } as const;
const ENDINGS = Object.keys(READERS) as (keyof typeof READERS)[];

/** Finds the files of a mapping in a folder. @throws FileFault when one is missing, or there twice */
export async function findFiles(folder: string, mapping: Mapping): Promise<FoundFolder> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new FileFault(`There is no folder ${folder}.`);
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();

  const files: FoundFile[] = [];
  const notices: string[] = [];
  for (const source of mapping.files) {
    const wanted = ENDINGS.map((ending) => `${source.name}${ending}`);
    const found = names.filter((name) => wanted.includes(name.toLowerCase()));
    if (found.length > 1) throw new FileFault(`${folder} holds ${found.join(' and ')}: only one of them can be read.`);
    const [fileName] = found;
    if (fileName === undefined) {
      if (!source.optional)
        throw new FileFault(`${folder} has no ${wanted.join(' or ')}, which the mapping ${mapping.name} needs.`);
      notices.push(`There is no ${wanted[0]}: nothing is imported from it.`);
      continue;
    }
    const reader = READERS[ENDINGS.find((ending) => fileName.toLowerCase().endsWith(ending))!];
    files.push({ source, fileName, read: (onColumns) => reader(join(folder, fileName), onColumns) });
  }
  const read = new Set(files.map(({ fileName }) => fileName));
  for (const name of names.filter((one) => !read.has(one))) {
    const why = mapping.ignored[name.toLowerCase()] ?? `not part of the mapping ${mapping.name}`;
    notices.push(`${name} is not read: ${why}.`);
  }
  return { files, notices };
}
