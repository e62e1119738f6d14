/** Has a service's copies made anew through the graph, follows it, and counts what came of it. */
import { setTimeout as wait } from 'node:timers/promises';
import { type GraphClient, type ServiceName, type Settlement, settle } from '@salesgraph/importer';

/** A rebuild as the graph tells it. */
export interface Rebuild {
  id: string;
  consumer: string;
  eventsBefore: number;
  events: number;
  documents: number | null;
  removed: number;
  finishedAt: string | null;
}

interface Flow {
  producer: ServiceName;
  type: string;
  consumer: string;
  count: number;
}

export interface RebuildOptions {
  client: GraphClient;
  service: ServiceName;
  /** One consumer alone. */
  consumer?: string;
  signal?: AbortSignal;
  /** Gives up when nothing has moved for so long. */
  patienceMs?: number;
  onProgress?(rebuild: Rebuild): void;
}

/** Nothing moves any more. */
export class RebuildStalled extends Error {}

const REBUILD = '{ id consumer eventsBefore events documents removed finishedAt }';
const PAUSE_MS = 300;

const capital = (name: string) => `${name[0]!.toUpperCase()}${name.slice(1)}`;
const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Starts the rebuilds, or joins those under way, and waits until copies, log and reconciliation agree.
 * @returns one for each consumer that keeps a copy; none where the service keeps nothing of others
 * @throws GraphFault, RebuildStalled, NotSettled
 */
export async function rebuild(options: RebuildOptions): Promise<Rebuild[]> {
  const { client, service, consumer = null, signal, patienceMs = 120_000, onProgress } = options;
  const name = camelCase(service);
  const { started } = await client.ask<{ started: Rebuild[] }>(
    `mutation Rebuild($consumer: String) { started: rebuild${capital(name)}ReadModel(consumer: $consumer) ${REBUILD} }`,
    { consumer },
  );
  const wanted = new Set(started.map(({ id }) => id));
  if (wanted.size === 0) return [];
  const question = `query Rebuilds { status: ${name}Events { rebuilds ${REBUILD} consumed { producer type consumer count } } }`;

  let seen = '';
  for (let movedAt = Date.now(); ; await wait(PAUSE_MS, undefined, { signal })) {
    const { status } = await client.ask<{ status: { rebuilds: Rebuild[]; consumed: Flow[] } }>(question);
    const mine = status.rebuilds.filter(({ id }) => wanted.has(id));
    for (const one of mine) onProgress?.(one);
    if (mine.every(({ finishedAt }) => finishedAt !== null)) {
      const names = new Set(mine.map((one) => one.consumer));
      await settle(
        settlementsOf(
          service,
          status.consumed.filter((flow) => names.has(flow.consumer)),
        ),
        {
          client,
          ...(signal && { signal }),
        },
      );
      return mine;
    }
    const now = JSON.stringify(mine);
    if (now !== seen) {
      seen = now;
      movedAt = Date.now();
    } else if (Date.now() - movedAt > patienceMs) {
      const seconds = Math.round(patienceMs / 1000);
      throw new RebuildStalled(
        `Nothing has moved for ${seconds} s. Do the workers of ${service} and of those it hears of run? The rebuild goes on by itself once they do.`,
      );
    }
  }
}

/** What must agree in the end: everything that the rebuilt consumers hear. */
function settlementsOf(service: ServiceName, flows: readonly Flow[]): Settlement[] {
  const byProducer = Map.groupBy(flows, ({ producer }) => producer);
  return [...byProducer].map(([producer, some]) => ({
    producer,
    consumers: [service],
    types: [...new Set(some.map(({ type }) => type))],
  }));
}
