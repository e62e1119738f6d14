/** A house into which a CRM folder was imported with the command, and what is expected of it. */
import { expect } from '@jest/globals';
import { type Graph, startGraph } from '@salesgraph/testing';
import { importFolder, operation } from '../story.ts';
import { type Crm, readCrm } from './recalculation.ts';

export interface CrmHouse {
  graph: Graph;
  /** The folder, read by the test itself. */
  crm: Crm;
  /** The months with targets, oldest first. */
  months: string[];
  /** How the import ended. */
  imported: Awaited<ReturnType<typeof importFolder>>;
  importSeconds: number;
  /** Sends a flagship operation as the administrator, or as somebody else, and expects no errors. */
  ask<T>(file: string, variables: Record<string, unknown>, options?: { name?: string; as?: string }): Promise<T>;
}

/** Starts a house and imports a CRM folder into it. */
export async function openCrmHouse(folder: string): Promise<CrmHouse> {
  const crm = readCrm(folder);
  const graph = await startGraph();
  try {
    const startedAt = performance.now();
    const imported = await importFolder(graph, folder, 'crm');
    const importSeconds = (performance.now() - startedAt) / 1000;
    process.stderr.write(`imported ${crm.rows} opportunities in ${importSeconds.toFixed(1)} s\n`);
    return {
      graph,
      crm,
      months: [...new Set([...crm.targets.keys()].map((key) => key.split('|')[2]!))].sort(),
      imported,
      importSeconds,
      async ask<T>(
        file: string,
        variables: Record<string, unknown>,
        { name, as = 'administrator' }: { name?: string; as?: string } = {},
      ) {
        const { data, errors } = await graph.as(as).query(operation(file), variables, name);
        expect(errors).toBeUndefined();
        return data as T;
      },
    };
  } catch (error) {
    await graph.stop();
    throw error;
  }
}
