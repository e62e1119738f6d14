/** A house into which the personnel database was imported with the command, a part of it or the whole. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { type Graph, startGraph } from '@salesgraph/testing';
import { importFolder, operation } from '../story.ts';
import { isEmpty, type Personnel, readPersonnel } from './recount.ts';

type Ended = Awaited<ReturnType<typeof importFolder>>;

export interface PersonnelHouse {
  graph: Graph;
  folder: string;
  /** The folder, read by the test itself. */
  personnel: Personnel;
  /** How trying the import ended, before anything was imported, and what was told afterwards. */
  tried: Ended & { told: number };
  imported: Ended;
  importSeconds: number;
  /** Ends it and removes what was made for it. */
  close(): Promise<void>;
  /** Sends a document as the administrator and expects no errors. */
  ask<T>(document: string, variables?: Record<string, unknown>): Promise<T>;
  /** The flagship operation. */
  asOf(day: string, code: string): Promise<AsOf>;
}

interface Named {
  code: string;
  name: string;
}
export interface AsOf {
  company: { children: (Named & { leader: { name: string } | null; memberCount: number })[] };
  employee: {
    name: string;
    assignments: { role: string; unit: Named; from: string; to: string | null; primary: boolean }[];
    managerThen: Named | null;
    unitThen: Named | null;
  };
}

const FILES = ['employees', 'department_assignments', 'department_managers', 'titles', 'departments'];

/** A part of the people with all that is said of them: those who manage and those with an empty interval are always in it. */
function partOf(folder: string, share: number): string {
  const whole = readPersonnel(folder);
  const always = new Set([
    ...whole.managers.map(({ employee }) => employee),
    ...[...whole.assignments, ...whole.titles].filter(isEmpty).map(({ employee }) => employee),
  ]);
  const every = Math.round(1 / share);
  const taken = new Set(
    whole.employees
      .filter(({ employee }, n) => n % every === 0 || always.has(employee))
      .map(({ employee }) => employee),
  );
  const part = mkdtempSync(join(tmpdir(), 'salesgraph-personnel-'));
  cpSync(folder, part, { recursive: true });
  for (const name of FILES.filter((one) => one !== 'departments')) {
    const [header, ...lines] = readFileSync(join(folder, `${name}.csv`), 'utf8')
      .trimEnd()
      .split('\n');
    const kept = lines.filter((line) => taken.has(line.slice(0, line.indexOf(','))));
    writeFileSync(join(part, `${name}.csv`), `${[header, ...kept].join('\n')}\n`);
  }
  return part;
}

/** @param share of the people: 1 for all of them */
export async function openPersonnelHouse(source: string, share: number): Promise<PersonnelHouse> {
  const folder = share < 1 ? partOf(source, share) : source;
  const graph = await startGraph();
  try {
    const ask = async <T>(document: string, variables: Record<string, unknown> = {}): Promise<T> => {
      const { data, errors } = await graph.as('administrator').query(document, variables);
      expect(errors).toBeUndefined();
      return data as T;
    };
    const trial = await importFolder(graph, folder, 'organization', ['--dry-run']);
    const { organizationEvents } = await ask<{ organizationEvents: { pending: number; produced: object[] } }>(
      '{ organizationEvents { pending produced { count } } }',
    );
    const told = organizationEvents.pending + organizationEvents.produced.length;
    const startedAt = performance.now();
    const imported = await importFolder(graph, folder, 'organization');
    const importSeconds = (performance.now() - startedAt) / 1000;
    const personnel = readPersonnel(folder);
    process.stderr.write(
      `imported ${personnel.employees.length} people with history in ${importSeconds.toFixed(1)} s, all read models included\n`,
    );
    return {
      ...{ graph, folder, personnel, imported, importSeconds, ask, tried: { ...trial, told } },
      async close() {
        await graph.stop();
        if (folder !== source) rmSync(folder, { recursive: true });
      },
      asOf: (day, code) => ask<AsOf>(operation('organization-as-of'), { day, code }),
    };
  } catch (error) {
    await graph.stop();
    throw error;
  }
}
