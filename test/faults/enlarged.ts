/** A CRM folder with more deals: an import that takes a few seconds can be struck in its middle on any machine. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Copies a folder and repeats its deals under further codes.
 * @param times how many deals come of one
 * @returns the new folder, in the temporary files; whoever asked for it removes it
 */
export function enlarged(folder: string, times: number): string {
  const larger = mkdtempSync(join(tmpdir(), 'salesgraph-crm-'));
  cpSync(folder, larger, { recursive: true });
  const file = join(larger, 'sales_pipeline.csv');
  const [header = '', ...rows] = readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean);
  if (!header.startsWith('opportunity_id,')) throw new Error(`${file} does not begin with the code of a deal`);
  const repeated = Array.from({ length: times }, (_, copy) =>
    rows.map((row) => (copy === 0 ? row : row.replace(/^[^,]+/, (code) => `${code}-${copy}`))),
  );
  writeFileSync(file, `${[header, ...repeated.flat()].join('\n')}\n`);
  return larger;
}
