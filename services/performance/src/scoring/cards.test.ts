import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ClosedDeal } from '../facts/facts.ts';
import { DEFAULT_FORMULAS } from '../formulas/formulas.ts';
import type { Target } from '../targets/targets.ts';
import { type Card, cardOf, changesOf, outputsHashOf, participationsOf, placeWithin, standingsOf } from './cards.ts';
import { type Frozen, factFinder, freeze, type OrganizationOfMonth, shardInputHash } from './freezing.ts';

const MONTH = '2017-03';
const CURRENCY = 'USD';
const PEOPLE = ['e1', 'e2', 'e3', 'e4'];
const above = (id: string) => [id === 'e1' || id === 'e2' ? 't1' : 't2', 'r1', 'company'];
const organization: OrganizationOfMonth = {
  engineers: PEOPLE.map((id) => ({ id, code: id.toUpperCase(), unitIds: above(id) })),
  units: [
    { id: 'company', code: 'COMPANY', group: 'COMPANY', unitIds: ['company'] },
    { id: 'r1', code: 'R1', group: 'REGION', unitIds: ['r1', 'company'] },
    { id: 't1', code: 'T1', group: 'TEAM', unitIds: ['t1', 'r1', 'company'] },
    { id: 't2', code: 'T2', group: 'TEAM', unitIds: ['t2', 'r1', 'company'] },
  ],
  homeOf: above,
  unitsAbove: above,
};

const deal = (id: string, given: Partial<ClosedDeal> = {}): ClosedDeal => ({
  ...{ id, code: id, status: 'WON', ownerId: 'e1', splits: [], amountMinor: 100_00, currency: CURRENCY },
  ...{ engagedOn: '2017-03-01', closedOn: '2017-03-11', month: MONTH, productCode: null, customerId: null },
  ...{ outletId: null, source: null, seq: 1 },
  ...given,
});
const target = (subjectKind: 'EMPLOYEE' | 'UNIT', subjectId: string, metric: string, value: string): Target => ({
  ...{ id: `${subjectId} ${metric}`, subjectKind, subjectId, metric, month: MONTH, value, version: 1 },
  ...{ updatedAt: new Date(0), updatedBy: 'test' },
});

const frozenFrom = (facts: readonly ClosedDeal[], targets: readonly Target[]): Frozen =>
  freeze({ month: MONTH, currency: CURRENCY, organization, facts, targets, formulas: DEFAULT_FORMULAS });

/** All cards of a run, each shard computed from its own facts alone, as the jobs do it. */
function cardsOf(frozen: Frozen, runId = 'run-1'): Card[] {
  const run = { id: runId, month: MONTH, currency: CURRENCY, formulas: frozen.formulas };
  return frozen.shards.flatMap(({ subjects }) => {
    const participations = participationsOf(factFinder(frozen.facts)(subjects));
    return subjects.map((subject) => cardOf(subject, participations, run));
  });
}
const outputs = (cards: Card[]) => outputsHashOf(cards, standingsOf(cards));
const cardFor = (cards: Card[], id: string) => cards.find(({ subjectId }) => subjectId === id)!;
const seen = (cards: Card[], id: string) =>
  Object.fromEntries(cardFor(cards, id).indicators.map(({ metric, actual, target: of }) => [metric, [actual, of]]));

describe('the cards of a month', () => {
  const facts = [
    deal('d1', { amountMinor: 300_00 }),
    deal('d2', { status: 'LOST' }),
    deal('d3', {
      ...{ ownerId: 'e3', amountMinor: 100_00, engagedOn: '2017-02-19' },
      splits: [
        { employeeId: 'e1', shareBp: 2500 },
        { employeeId: 'e3', shareBp: 7500 },
      ],
    }),
  ];
  const targets = [
    target('EMPLOYEE', 'e1', 'SALES_AMOUNT', '200'),
    target('EMPLOYEE', 'e1', 'WIN_RATE', '0.5'),
    target('EMPLOYEE', 'e2', 'SALES_AMOUNT', '100'),
    target('UNIT', 't2', 'SALES_AMOUNT', '50'),
  ];
  const cards = cardsOf(frozenFrom(facts, targets));

  test('amounts go by share, win rate and cycle days to the owner alone', () => {
    expect(seen(cards, 'e1')).toEqual({
      SALES_AMOUNT: ['325', '200'],
      WIN_RATE: ['1/2', '1/2'],
      CYCLE_DAYS: ['10', null],
      CSAT: [null, null],
    });
    expect(seen(cards, 'e3')).toEqual({
      SALES_AMOUNT: ['75', null],
      WIN_RATE: ['1', null],
      CYCLE_DAYS: ['20', null],
      CSAT: [null, null],
    });
    // (5000 x 1.5 + 2000 x 1) / 7000
    expect(cardFor(cards, 'e1').score).toBe(13_571);
  });

  test('with targets and no fact the amount is 0 and the rest unknown; with nothing at all there is no score', () => {
    expect(seen(cards, 'e2')).toMatchObject({ SALES_AMOUNT: ['0', '100'], WIN_RATE: [null, null] });
    expect(cardFor(cards, 'e2').score).toBe(0);
    expect(seen(cards, 'e4')).toMatchObject({ SALES_AMOUNT: [null, null], WIN_RATE: [null, null] });
    expect(cardFor(cards, 'e4').score).toBeNull();
  });

  test('a unit without a target of an amount has the sum of its people, and counts a deal once', () => {
    expect(seen(cards, 't1')).toEqual({ SALES_AMOUNT: ['325', '300'], WIN_RATE: ['1/2', null] });
    expect(seen(cards, 't2')).toEqual({ SALES_AMOUNT: ['75', '50'], WIN_RATE: ['1', null] });
    expect(seen(cards, 'company')).toEqual({ SALES_AMOUNT: ['400', '300'], WIN_RATE: ['2/3', null] });
  });

  test('people rank among all sales engineers, those without a score last; units among their kind', () => {
    const standings = standingsOf(cards);
    const place = (id: string) => {
      const { rank, peers } = standings.find(({ subjectId }) => subjectId === id)!;
      return [rank, peers];
    };
    expect(['e1', 'e2', 'e3', 'e4'].map(place)).toEqual([
      [1, 4],
      [2, 4],
      [null, 4],
      [null, 4],
    ]);
    expect([place('t1'), place('t2'), place('company')]).toEqual([
      [2, 2],
      [1, 2],
      [1, 1],
    ]);
    const { id } = cardFor(cards, 'e2');
    const team = standings.filter(({ group, unitIds }) => group === 'SALES_ENGINEER' && unitIds.includes('t1'));
    expect(placeWithin(id, team)).toEqual({ rank: 2, peers: 2 });
    expect(placeWithin('card-of-nobody', team)).toEqual({ rank: null, peers: 0 });
  });

  test('a revision tells for whom it changed score or rank', () => {
    const later = cardsOf(frozenFrom([...facts, deal('d4', { ownerId: 'e2', amountMinor: 500_00 })], targets), 'run-2');
    const changes = changesOf('run-2', standingsOf(cards), standingsOf(later));
    const shown = changes.map(({ subjectId, before, after }) => [subjectId, before, after]);
    expect(shown).toContainEqual(['e2', { score: 0, rank: 2 }, { score: 15_000, rank: 1 }]);
    expect(shown).toContainEqual(['e1', { score: 13_571, rank: 1 }, { score: 13_571, rank: 2 }]);
    expect(changes.map(({ subjectId }) => subjectId)).not.toContain('t2');
  });

  test('there is a shard a team and one for the units, and each can tell that its inputs are those that were frozen', () => {
    const frozen = frozenFrom(facts, targets);
    expect(frozen.shards.map(({ key, subjects }) => [key, subjects.length])).toEqual([
      ['team-t1-1', 2],
      ['team-t2-1', 2],
      ['units-1', 4],
    ]);
    for (const { subjects, inputHash } of frozen.shards) {
      const own = factFinder(frozen.facts)(subjects);
      expect(shardInputHash(subjects, [...own].reverse(), frozen.formulas, CURRENCY)).toBe(inputHash);
      expect(shardInputHash(subjects, own.slice(1), frozen.formulas, CURRENCY)).not.toBe(inputHash);
    }
  });
});

describe('whatever happened in a month', () => {
  const day = fc.integer({ min: 1, max: 31 }).map((n) => `${MONTH}-${String(n).padStart(2, '0')}`);
  const person = fc.constantFrom(...PEOPLE);
  const split = fc.tuple(person, person, fc.integer({ min: 1, max: 9999 })).map(([a, b, shareBp]) =>
    a === b
      ? []
      : [
          { employeeId: a, shareBp },
          { employeeId: b, shareBp: 10_000 - shareBp },
        ],
  );
  const facts = fc
    .array(
      fc.record({
        status: fc.constantFrom('WON' as const, 'LOST' as const),
        ownerId: person,
        splits: split,
        amountMinor: fc.integer({ min: 0, max: 10_000_000 }),
        closedOn: day,
        engagedOn: fc.option(fc.constant('2017-02-01')),
      }),
      { maxLength: 40 },
    )
    .map((rows) => rows.map((row, place) => deal(`d${place}`, row)));
  const metric = fc.constantFrom('SALES_AMOUNT', 'WIN_RATE', 'CYCLE_DAYS');
  const targets = fc
    .uniqueArray(
      fc.tuple(fc.constantFrom(...PEOPLE, 't1', 't2', 'r1', 'company'), metric, fc.integer({ min: 0, max: 90 })),
      {
        selector: ([id, of]) => `${id} ${of}`,
      },
    )
    .map((rows) =>
      rows.map(([id, of, value]) => target(id.startsWith('e') ? 'EMPLOYEE' : 'UNIT', id, of, String(value))),
    );
  const shuffled = <T>(rows: readonly T[], seed: number): T[] =>
    rows
      .map((row, place) => ({ row, at: Math.sin(seed + place * 7919) }))
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row);

  test('scores lie within 0 and 150, and every subject has one card', () => {
    fc.assert(
      fc.property(facts, targets, (some, set) => {
        const cards = cardsOf(frozenFrom(some, set));
        const ids = new Set(cards.map(({ subjectId }) => subjectId));
        return (
          cards.length === 8 &&
          ids.size === 8 &&
          cards.every(({ score }) => score === null || (score >= 0 && score <= 15_000))
        );
      }),
    );
  });

  test('the order of facts, targets and shards changes neither inputs nor results', () => {
    fc.assert(
      fc.property(facts, targets, fc.nat(), (some, set, seed) => {
        const frozen = frozenFrom(some, set);
        const again = frozenFrom(shuffled(some, seed), shuffled(set, seed));
        expect(again.inputsHash).toBe(frozen.inputsHash);
        expect(outputs(shuffled(cardsOf(again, 'run-2'), seed))).toBe(outputs(cardsOf(frozen)));
      }),
    );
  });

  test('what all people sold is what the company sold', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const cards = cardsOf(frozenFrom(some, [target('UNIT', 'company', 'WIN_RATE', '1')]));
        const won = some.reduce((sum, { status, amountMinor }) => sum + (status === 'WON' ? amountMinor : 0), 0);
        const sold = cardFor(cards, 'company').figures.find((one) => one.metric === 'SALES_AMOUNT')!.value!;
        const [n = '0', d = '1'] = sold.split('/');
        expect((Number(n) / Number(d)) * 100).toBeCloseTo(won, 3);
      }),
    );
  });
});
