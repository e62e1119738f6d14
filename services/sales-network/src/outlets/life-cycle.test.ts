import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  chained,
  changedTo,
  historyFaults,
  LIFE_CYCLE,
  lifeCycleDiagram,
  mayFollow,
  type OutletStatus,
  recordNear,
  recordOn,
} from './life-cycle.ts';

test('these statuses may follow each other, and no others', () => {
  const all = Object.keys(LIFE_CYCLE) as OutletStatus[];
  const allowed = all.flatMap((present) =>
    all.filter((next) => mayFollow(next, present)).map((next) => `${present} ${next}`),
  );
  expect(allowed).toEqual([
    'PLANNED BUILDING',
    'PLANNED CLOSED',
    'BUILDING OPEN',
    'BUILDING CLOSED',
    'OPEN SUSPENDED',
    'OPEN CLOSED',
    'SUSPENDED OPEN',
    'SUSPENDED CLOSED',
  ]);
});

test('the page draws the table', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/outlet-life-cycle.md'), 'utf8');
  expect(page).toContain(`\`\`\`mermaid\n${lifeCycleDiagram()}\n\`\`\``);
});

describe('the history of an outlet', () => {
  const life = chained([
    { status: 'PLANNED', from: '2024-01-01' },
    { status: 'BUILDING', from: '2024-06-01' },
    { status: 'OPEN', from: '2025-01-01' },
  ]);

  test('has one status a day, from the day it begins', () => {
    const on = (day: string) => recordOn(life, day)?.status ?? null;
    expect([on('2023-12-31'), on('2024-01-01'), on('2024-05-31'), on('2024-06-01'), on('2030-01-01')]).toEqual([
      null,
      'PLANNED',
      'PLANNED',
      'BUILDING',
      'OPEN',
    ]);
    expect(recordNear(life, '2023-12-31').status).toBe('PLANNED');
  });

  test('goes on at its end', () => {
    expect(changedTo(life, 'SUSPENDED', '2025-02-01')).toEqual([
      ...life.slice(0, 2),
      { status: 'OPEN', from: '2025-01-01', to: '2025-02-01' },
      { status: 'SUSPENDED', from: '2025-02-01', to: null },
    ]);
  });

  test('goes nowhere the table does not say, and never back in time', () => {
    expect(changedTo(life, 'PLANNED', '2025-02-01')).toMatchObject({ field: 'status' });
    expect(changedTo(life, 'OPEN', '2025-02-01')).toMatchObject({ field: 'status' });
    expect(changedTo(life, 'CLOSED', '2025-01-01')).toMatchObject({ field: 'on' });
    expect(changedTo(chained([{ status: 'CLOSED', from: '2024-01-01' }]), 'OPEN', '2025-01-01')).toMatchObject({
      field: 'status',
    });
  });

  test('as another system tells it may begin anywhere but must follow the table', () => {
    expect(historyFaults(chained([{ status: 'OPEN', from: '2010-01-01' }]))).toEqual([]);
    const faults = (...beginnings: { status: OutletStatus; from: string }[]) =>
      historyFaults(chained(beginnings)).map(({ field }) => field);
    expect(faults({ status: 'PLANNED', from: '2010-01-01' }, { status: 'OPEN', from: '2011-01-01' })).toEqual([
      'status',
    ]);
    expect(
      faults(
        { status: 'OPEN', from: '2010-01-01' },
        { status: 'SUSPENDED', from: '2010-01-01' },
        { status: 'OPEN', from: '2011-01-01' },
      ),
    ).toEqual(['earlier.1.from']);
  });
});
