/** Computes the cards of a shard from frozen inputs alone, and what follows from all cards of a run. */
import type { Month } from '@salesgraph/calendar';
import { idFromCode } from '@salesgraph/service-kit';
import Fraction from 'fraction.js';
import type { Group } from '../formulas/formulas.ts';
import { measured } from '../metrics/metrics.ts';
import { type Participation, type Participations, shareOut } from '../metrics/participations.ts';
import type { FrozenFact } from './freezing.ts';
import { ranked } from './ranking.ts';
import type { FrozenFormula, ScoredSubject } from './runs.ts';
import { scoreOf } from './score.ts';
import { sha256 } from './sha256.ts';

/** An indicator of a card. Exact values are fractions as text, such as `30000` or `1/3`. */
export interface CardIndicator {
  metric: string;
  weightBp: number;
  capBp: number;
  lowerIsBetter: boolean;
  actual: string | null;
  target: string | null;
  attainment: string | null;
  /** In hundredths of a point; null when it is left out. */
  points: number | null;
  /** How many deals the actual value rests on. */
  creditCount: number;
}

/** The actual value of a metric, exact, as text. */
export interface Figure {
  metric: string;
  value: string | null;
}

/** Metrics of deals that every card knows, whether its formula weighs them or not. */
export const FIGURES = ['SALES_AMOUNT', 'DEALS_WON', 'WIN_RATE', 'CYCLE_DAYS'];

/** A card as a shard computes it; it is inserted once and never changed. */
export interface Card {
  id: string;
  runId: string;
  month: Month;
  subjectKind: 'EMPLOYEE' | 'UNIT';
  subjectId: string;
  code: string;
  group: Group;
  unitIds: string[];
  formulaId: string;
  /** In hundredths; null without data. */
  score: number | null;
  indicators: CardIndicator[];
  /** What lists can be ordered by, exact: the metrics of `FIGURES` and those of the indicators. */
  figures: Figure[];
  /** A SHA-256 over what the card says: equal inputs give equal hashes, whatever the run. */
  hash: string;
}

/** A card's place among its peers; inserted when a run is published. */
export interface Standing {
  /** The card's. */
  id: string;
  runId: string;
  subjectKind: 'EMPLOYEE' | 'UNIT';
  subjectId: string;
  code: string;
  group: Group;
  unitIds: string[];
  score: number | null;
  figures: Figure[];
  rank: number | null;
  peers: number;
}

/** The id of a card follows from its run and subject. */
export const cardId = (runId: string, subjectId: string): string => idFromCode('card', `${runId}/${subjectId}`);

const textOf = (value: Fraction | null): string | null => value?.toFraction() ?? null;

/** What frozen facts say of who has a part in what. */
export function participationsOf(frozen: readonly FrozenFact[]): Participations {
  const adjusted = new Map(frozen.flatMap(({ fact, adjusts }) => (adjusts === undefined ? [] : [[fact.id, adjusts]])));
  // Apart: somebody's place on a day is one thing for a deal and another for an adjustment.
  const deals = shared(frozen.filter(({ adjusts }) => adjusts === undefined));
  const carried = shared(frozen.filter(({ adjusts }) => adjusts !== undefined));
  const marked = (parts: readonly Participation[]) =>
    parts.map((part): Participation => ({ ...part, adjusts: adjusted.get(part.fact.id)! }));
  return {
    ofEmployee: (id) => [...deals.ofEmployee(id), ...marked(carried.ofEmployee(id))],
    ofUnit: (id) => [...deals.ofUnit(id), ...marked(carried.ofUnit(id))],
  };
}

function shared(facts: readonly FrozenFact[]): Participations {
  const places = new Map(
    facts.flatMap(({ fact, places: some }) =>
      some.map(({ employeeId, unitIds }) => [`${employeeId} ${fact.closedOn}`, unitIds] as const),
    ),
  );
  return shareOut(
    facts.map(({ fact }) => fact),
    { unitsAbove: (employeeId, day) => places.get(`${employeeId} ${day}`) ?? [] },
  );
}

/** The part of a subject in the deals of its month. */
export const dealsOf = (subject: { kind: 'EMPLOYEE' | 'UNIT'; id: string }, participations: Participations) =>
  subject.kind === 'EMPLOYEE' ? participations.ofEmployee(subject.id) : participations.ofUnit(subject.id);

type HashedCard = Pick<Card, 'subjectKind' | 'subjectId' | 'group' | 'score' | 'indicators' | 'figures'> & {
  formulaHash: string;
};

function hashOfCard({ subjectKind, subjectId, group, formulaHash, score, indicators, figures }: HashedCard): string {
  const said = indicators.map((one) => [
    ...[one.metric, one.weightBp, one.capBp, one.lowerIsBetter],
    ...[one.actual, one.target, one.attainment, one.points, one.creditCount],
  ]);
  return sha256(
    JSON.stringify([
      subjectKind,
      subjectId,
      group,
      formulaHash,
      score,
      said,
      figures.map(({ metric, value }) => [metric, value]),
    ]),
  );
}

/** The card of one subject. */
export function cardOf(
  subject: ScoredSubject,
  participations: Participations,
  run: { id: string; month: Month; currency: string; formulas: readonly FrozenFormula[] },
): Card {
  const formula = run.formulas.find(({ group }) => group === subject.group);
  if (!formula) throw new Error(`The run ${run.id} has no formula for ${subject.group}`);
  const targets = new Map(subject.targets.map(({ metric, value }) => [metric, new Fraction(value)]));
  const deals = dealsOf(subject, participations);
  const ground = { currency: run.currency, hasTargets: targets.size > 0 };
  const measures = formula.indicators.map(({ metric }) => measured(metric, deals, ground));
  const { score, indicators } = scoreOf(
    formula.indicators.map((indicator, place) => ({
      ...indicator,
      actual: measures[place]!.actual,
      target: targets.get(indicator.metric) ?? null,
    })),
    formula.missing,
  );
  const kept = indicators.map(
    ({ metric, weightBp, capBp, lowerIsBetter, actual, target, attainment, points }, place) => ({
      ...{ metric, weightBp, capBp, lowerIsBetter, points },
      ...{ actual: textOf(actual), target: textOf(target), attainment: textOf(attainment) },
      creditCount: measures[place]!.credits.length,
    }),
  );
  const others = FIGURES.filter((metric) => !kept.some((one) => one.metric === metric));
  const figures = [
    ...kept.map(({ metric, actual }) => ({ metric, value: actual })),
    ...others.map((metric) => ({ metric, value: textOf(measured(metric, deals, ground).actual) })),
  ];
  const { kind: subjectKind, id: subjectId, code, group, unitIds } = subject;
  const card = { subjectKind, subjectId, code, group, unitIds, score, indicators: kept, figures };
  return {
    ...{ id: cardId(run.id, subjectId), runId: run.id, month: run.month, ...card, formulaId: formula.id },
    hash: hashOfCard({ ...card, formulaHash: formula.hash }),
  };
}

/** The output hash of a shard. */
export const hashOfCards = (cards: readonly Pick<Card, 'subjectId' | 'hash'>[]): string =>
  sha256(
    cards
      .map(({ subjectId, hash }) => `${subjectId} ${hash}`)
      .sort()
      .join('\n'),
  );

/** Ranks every card among its peers: all cards of its group in the run. */
export function standingsOf(cards: readonly Card[]): Standing[] {
  return [...Map.groupBy(cards, ({ group }) => group).values()].flatMap((peers) =>
    ranked(
      peers.map((card) => ({ card, code: card.code, value: card.score })),
      (a: number, b: number) => b - a,
    ).map(({ card, rank }): Standing => {
      const { id, runId, subjectKind, subjectId, code, group, unitIds, score, figures } = card;
      return { id, runId, subjectKind, subjectId, code, group, unitIds, score, figures, rank, peers: peers.length };
    }),
  );
}

/** The place of a card among some peers; no rank and no peers where it is none of them. */
export function placeWithin(id: string, board: readonly Standing[]): { rank: number | null; peers: number } {
  const own = board.find((standing) => standing.id === id);
  if (!own) return { rank: null, peers: 0 };
  const { score } = own;
  const better = board.filter((other) => score !== null && other.score !== null && other.score > score);
  return { rank: score === null ? null : better.length + 1, peers: board.length };
}

/** A SHA-256 over the results of a run: every card with its rank, sorted; nothing of the run itself, its revision or times. */
export function outputsHashOf(cards: readonly Card[], standings: readonly Standing[]): string {
  const placed = new Map(standings.map(({ id, rank, peers }) => [id, `${rank} ${peers}`]));
  return sha256(
    cards
      .map(({ id, subjectId, hash }) => `${subjectId} ${hash} ${placed.get(id)}`)
      .sort()
      .join('\n'),
  );
}

/** What a revision changed for one subject; null on a side where there is no card. */
export interface ScoreChange {
  id: string;
  runId: string;
  subjectKind: 'EMPLOYEE' | 'UNIT';
  subjectId: string;
  code: string;
  before: { score: number | null; rank: number | null } | null;
  after: { score: number | null; rank: number | null } | null;
}

/** What differs between two runs, by subject. */
export function changesOf(runId: string, before: readonly Standing[], after: readonly Standing[]): ScoreChange[] {
  const was = new Map(before.map((standing) => [standing.subjectId, standing]));
  const is = new Map(after.map((standing) => [standing.subjectId, standing]));
  const shown = (standing: Standing | undefined) => (standing ? { score: standing.score, rank: standing.rank } : null);
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((subjectId): ScoreChange[] => {
    const [old, now] = [was.get(subjectId), is.get(subjectId)];
    if (old && now && old.score === now.score && old.rank === now.rank) return [];
    const { subjectKind, code } = (now ?? old)!;
    const id = idFromCode('chg', `${runId}/${subjectId}`);
    return [{ id, runId, subjectKind, subjectId, code, before: shown(old), after: shown(now) }];
  });
}
