/** What one request reads of scores, collected and read together: the number of calls does not grow with the rows. */
import type { Viewer } from '@salesgraph/access';
import type { Month } from '@salesgraph/calendar';
import { loader } from '@salesgraph/service-kit';
import type { Formula, Group } from '../formulas/formulas.ts';
import type { Participation, Participations } from '../metrics/participations.ts';
import type { Period } from '../periods/periods.ts';
import { type Card, cardId, dealsOf, participationsOf, type Standing } from '../scoring/cards.ts';
import type { ShardCounts } from '../scoring/runs.store.ts';
import type { ScoreRun } from '../scoring/runs.ts';
import type { Stores } from '../stores.ts';

/** A card to be found: of a month, or the latest one. */
interface CardKey {
  subjectId: string;
  month: Month | null;
}

/** All cards of a group in a run, or those within a unit. */
interface BoardKey {
  runId: string;
  group: Group;
  unitId: string | null;
}

/** The deals of a card. */
interface DealsKey {
  frozenId: string;
  kind: 'EMPLOYEE' | 'UNIT';
  subjectId: string;
}

const found = <T extends { id: string }>(ids: readonly string[], rows: readonly T[]): (T | null)[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

export type ScoreLoaders = ReturnType<typeof createScoreLoaders>;

export function createScoreLoaders(viewer: Viewer, stores: Stores) {
  const scope = () => viewer.scope('score.read');
  let publishedPeriods: Promise<Period[]> | undefined;

  /** The periods whose scores can be read. */
  const published = () => {
    publishedPeriods ??= stores.periods.published();
    return publishedPeriods;
  };

  const formula = loader<string, Formula | null>(async (ids) => found(ids, await stores.formulas.byIds(ids)));
  const run = loader<string, ScoreRun | null>(async (ids) => found(ids, await stores.runs.byIds(ids)));
  const periodById = loader<string, Period | null>(async (ids) => found(ids, await stores.periods.byIds(ids)));

  const shardCounts = loader<ScoreRun, ShardCounts, string>(
    async (runs) => {
      const counts = await stores.runs.shardCounts(runs);
      return runs.map(({ id, shardTotal }) => counts.get(id) ?? { total: shardTotal, done: 0, failed: 0 });
    },
    ({ id }) => id,
  );

  const cardById = loader<string, Card | null>(async (ids) => found(ids, await stores.cards.byIds(ids, await scope())));

  const standing = loader<string, Standing | null>(async (ids) =>
    found(ids, await stores.cards.standingsByIds(ids, await scope())),
  );

  const card = loader<CardKey, Card | null, string>(
    async (keys) => {
      const periods = await published();
      const runOf = new Map(periods.map(({ month, currentRunId }) => [month, currentRunId!]));
      const open = keys.filter(({ month }) => month === null).map(({ subjectId }) => subjectId);
      const latest =
        open.length === 0
          ? new Map<string, string>()
          : await stores.cards.latestCardIds(open, [...runOf.values()], await scope());
      const ids = keys.map(({ subjectId, month }) => {
        if (month === null) return latest.get(subjectId) ?? null;
        const runId = runOf.get(month);
        return runId === undefined ? null : cardId(runId, subjectId);
      });
      const cards = await stores.cards.byIds([...new Set(ids.filter((id) => id !== null))], await scope());
      const byId = new Map(cards.map((one) => [one.id, one]));
      return ids.map((id) => (id === null ? null : (byId.get(id) ?? null)));
    },
    ({ subjectId, month }) => `${subjectId} ${month}`,
  );

  const board = loader<BoardKey, Standing[], string>(
    async (keys) => {
      const kinds = Map.groupBy(keys, ({ group, unitId }) => JSON.stringify([group, unitId]));
      const rows = new Map<string, Standing[]>();
      for (const [kind, some] of kinds) {
        const { group, unitId } = some[0]!;
        const runIds = [...new Set(some.map(({ runId }) => runId))];
        rows.set(kind, await stores.cards.board(runIds, group, unitId));
      }
      return keys.map(({ runId, group, unitId }) =>
        rows.get(JSON.stringify([group, unitId]))!.filter((row) => row.runId === runId),
      );
    },
    ({ runId, group, unitId }) => JSON.stringify([runId, group, unitId]),
  );

  const deals = loader<DealsKey, readonly Participation[], string>(
    async (keys) => {
      const frozenIds = [...new Set(keys.map(({ frozenId }) => frozenId))];
      const subjectIds = [...new Set(keys.map(({ subjectId }) => subjectId))];
      const facts = await stores.frozen.ofMany(frozenIds, subjectIds);
      const participations = new Map<string, Participations>(
        frozenIds.map((id) => [id, participationsOf(facts.get(id) ?? [])]),
      );
      return keys.map(({ frozenId, kind, subjectId }) =>
        dealsOf({ kind, id: subjectId }, participations.get(frozenId)!),
      );
    },
    ({ frozenId, subjectId }) => `${frozenId} ${subjectId}`,
  );

  return { published, formula, run, periodById, shardCounts, card, cardById, standing, board, deals };
}
