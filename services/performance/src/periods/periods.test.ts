import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { stateDiagram } from '@salesgraph/service-kit';
import { type ClosedDeal, creditsOf } from '../facts/facts.ts';
import { RUN_MOVES } from '../scoring/runs.ts';
import { adjustmentsOf } from './adjustments.ts';
import { hasEnded, isDue, mayMove, moved, newPeriod, PERIOD_MOVES, PERIOD_STATES } from './periods.ts';

describe('a period', () => {
  test('goes from open to closed to locked and nowhere else', () => {
    const allowed = PERIOD_STATES.flatMap((from) =>
      PERIOD_STATES.filter((to) => mayMove(from, to)).map((to) => [from, to]),
    );
    expect(allowed).toEqual([
      ['OPEN', 'CLOSED'],
      ['CLOSED', 'LOCKED'],
    ]);
    const at = new Date('2017-04-04');
    const closed = moved(newPeriod('2017-03'), 'CLOSED', at);
    expect(closed).toMatchObject({ state: 'CLOSED', closedAt: at, lockedAt: null });
    expect(() => moved(closed, 'OPEN', at)).toThrow('A period cannot go from CLOSED to OPEN');
  });

  test.each([
    ['periods.md', PERIOD_MOVES],
    ['score-runs.md', RUN_MOVES],
  ])('docs/%s shows the table', (file, moves) => {
    const page = readFileSync(join(import.meta.dirname, '../../docs', file), 'utf8');
    expect(page).toContain(`\`\`\`mermaid\n${stateDiagram(moves)}\n\`\`\``);
  });

  test.each([
    ['2017-03-31', 0, false, false],
    ['2017-04-01', 0, true, true],
    ['2017-04-03', 3, true, false],
    ['2017-04-04', 3, true, true],
    ['2019-01-01', 3, true, true],
  ])('on %s with %i days of grace March 2017 has ended: %s, is due: %s', (today, grace, ended, due) => {
    expect([hasEnded('2017-03', today), isDue('2017-03', today, grace)]).toEqual([ended, due]);
  });
});

describe('what comes late to a locked month', () => {
  const deal = (id: string, amountMinor: number, given: Partial<ClosedDeal> = {}): ClosedDeal => ({
    ...{ id, code: id, status: 'WON', ownerId: 'e1', splits: [], amountMinor, currency: 'USD', engagedOn: null },
    ...{ closedOn: '2017-03-11', month: '2017-03', productCode: null, customerId: null, outletId: null },
    ...{ source: null, seq: 1, ...given },
  });
  const base = { lockedMonth: '2017-03', carriedInto: '2017-06', currency: 'USD', at: new Date(0), earlier: [] };
  const scored = [deal('d1', 100), deal('d2', 50), deal('d3', 70)];
  const facts = [
    deal('d1', 130),
    deal('d3', 70, { status: 'LOST' }),
    deal('d4', 20, {
      splits: [
        { employeeId: 'e1', shareBp: 5000 },
        { employeeId: 'e2', shareBp: 5000 },
      ],
    }),
  ];

  test('is the difference in credit by deal and person', () => {
    const made = adjustmentsOf({ ...base, scored, facts });
    expect(made.map(({ opportunityId, employeeId, amountMinor }) => [opportunityId, employeeId, amountMinor])).toEqual([
      ['d1', 'e1', 30],
      ['d2', 'e1', -50],
      ['d3', 'e1', -70],
      ['d4', 'e1', 10],
      ['d4', 'e2', 10],
    ]);
  });

  test('is carried on once, and later changes by what they change', () => {
    const first = adjustmentsOf({ ...base, scored, facts });
    expect(adjustmentsOf({ ...base, scored, facts, earlier: first })).toEqual([]);
    const now = [...facts.slice(1), deal('d1', 90)];
    const second = adjustmentsOf({ ...base, scored, facts: now, earlier: first });
    expect(second.map(({ opportunityId, amountMinor }) => [opportunityId, amountMinor])).toEqual([['d1', -40]]);
    expect(first.map(({ id }) => id)).not.toContain(second[0]!.id);
    const carried = [...first, ...second].reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const won = (rows: ClosedDeal[]) =>
      rows
        .filter(({ status }) => status === 'WON')
        .flatMap((row) => creditsOf(row))
        .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    expect(won(scored) + carried).toBe(won(now));
  });
});
