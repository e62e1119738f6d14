/**
 * What a dry run keeps in mind while the graph is asked what it would do: since nothing is written, units that were found
 * good have to be shown again with the rows that stand on them.
 */
import type { MutationName, Outgoing } from '../mapping/mapping.ts';
import type { BatchLimits } from './batches.ts';

type Row = Record<string, unknown>;

/** Smaller than those of an import: units go along with the rows. */
export const TRIAL_LIMITS: BatchLimits = { rows: 200, bytes: 25_000 };

export interface Trial {
  /** Further rows to be sent with a batch, at its end; no answer of theirs counts. */
  before(mutation: MutationName, batch: readonly Outgoing[]): Row[];
  /** Variables to be sent with a batch. */
  assuming(mutation: MutationName, batch: readonly Outgoing[]): { assumedUnits: Row[] } | null;
  /** Keeps in mind a row that was found good. */
  found(mutation: MutationName, row: Row): void;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export function createTrial(): Trial {
  const units = new Map<string, Row[]>();

  /** The rows of some units and of all above them, as far as they were found good in this run. */
  function withAbove(codes: Iterable<string | null>): Row[] {
    const seen = new Set<string>();
    const pending = [...codes];
    for (let code = pending.pop(); code !== undefined; code = pending.pop()) {
      const known = code === null ? undefined : units.get(code);
      if (code === null || !known || seen.has(code)) continue;
      seen.add(code);
      pending.push(...known.map(({ parentCode }) => textOf(parentCode)));
    }
    return [...seen].flatMap((code) => units.get(code)!);
  }

  return {
    before(mutation, batch) {
      if (mutation !== 'importOrgUnits') return [];
      return withAbove(batch.flatMap(({ row }) => [textOf(row.parentCode), textOf(row.code)]));
    },
    assuming(mutation, batch) {
      if (mutation !== 'importEmployees') return null;
      const codes = batch.flatMap(({ row }) =>
        ((row.assignments ?? []) as Row[]).map(({ unitCode }) => textOf(unitCode)),
      );
      return { assumedUnits: withAbove(codes) };
    },
    found(mutation, row) {
      if (mutation !== 'importOrgUnits') return;
      const code = String(row.code);
      units.set(code, [...(units.get(code) ?? []), row]);
    },
  };
}
