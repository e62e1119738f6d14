/** Whatever cells a file holds come back as they were written. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCsv } from './csv.ts';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

test('any text in cells is read as it was written, with the line on which its row begins', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'salesgraph-csv-'));
  const path = join(folder, 'any.csv');
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '车', '\t', "'", ';') });
  // A row of blank cells only counts as an empty line.
  const row = fc.tuple(text, text, text).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
      await writeFile(path, `a,b,c\n${rows.map((cells) => `${cells.map(quoted).join(',')}\n`).join('')}`);
      const read: { line: number; cells: string[] }[] = [];
      for await (const { line, cells } of readCsv(path)) read.push({ line, cells: [cells.a!, cells.b!, cells.c!] });
      let line = 2;
      const expected = rows.map((cells) => {
        const begin = line;
        line += 1 + cells.join('').split('\n').length - 1;
        return { line: begin, cells };
      });
      expect(read).toEqual(expected);
    }),
    { numRuns: 60, seed: Number(process.env.TEST_SEED ?? 1) },
  );
});
