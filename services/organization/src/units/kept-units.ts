/** Units with their history, kept in memory between requests and never stale: every call looks at their stamp. */
import { type UnitTree, unitTree } from '@salesgraph/organization-model';
import type { StoredUnit } from './units.store.ts';

/**
 * @param stampOf the stamp under which units read from now on may be kept; null when they must not be
 * @param read all units as recorded
 * @returns the tree over time: one small read as long as no unit changes, however many requests ask at once
 */
export function keptUnits(
  stampOf: () => Promise<string | null>,
  read: () => Promise<StoredUnit[]>,
): () => Promise<UnitTree<StoredUnit>> {
  let last: { stamp: string; tree: Promise<UnitTree<StoredUnit>> } | undefined;
  return async () => {
    // The stamp is read before the units: units that change meanwhile bring another stamp.
    const stamp = await stampOf();
    if (stamp === null) return unitTree(await read());
    if (last?.stamp === stamp) return last.tree;
    const kept = { stamp, tree: read().then(unitTree<StoredUnit>) };
    last = kept;
    kept.tree.catch(() => {
      if (last === kept) last = undefined;
    });
    return kept.tree;
  };
}
