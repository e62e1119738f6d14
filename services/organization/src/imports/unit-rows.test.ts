import { describe, expect, test } from '@jest/globals';
import { idFromCode } from '@salesgraph/service-kit';
import type { Unit } from '../units/units.ts';
import { changes, type OrgUnitRow, proposeUnits } from './unit-rows.ts';

const row = (
  code: string,
  kind: OrgUnitRow['kind'],
  parentCode: string | null,
  more: Partial<OrgUnitRow> = {},
): OrgUnitRow => ({
  code,
  name: code,
  kind,
  parentCode,
  from: '2016-01-01',
  currency: kind === 'COMPANY' ? 'USD' : null,
  ...more,
});
const company = row('COMPANY', 'COMPANY', null);
const sales = row('SALES', 'DEPARTMENT', 'COMPANY');
const east = row('EAST', 'REGION', 'SALES');

const recordedFrom = (...rows: OrgUnitRow[]) =>
  new Map(proposeUnits(rows, new Map()).map(({ unit }): [string, Unit] => [unit.id, unit]));
const outcomes = (rows: OrgUnitRow[], recorded: Map<string, Unit> = new Map()) => {
  const proposals = proposeUnits(rows, recorded);
  const faults = new Map(proposals.flatMap((proposal) => [...proposal.rows]));
  return rows.map((_, index) => {
    const proposal = proposals.find((one) => one.rows.has(index))!;
    const found = faults.get(index)!;
    return found.length > 0
      ? found.map(({ field, code }) => `${field} ${code}`).join()
      : changes(proposal)
        ? 'taken'
        : 'same';
  });
};

describe('rows of units', () => {
  test('may name a unit above that comes later in the call', () => {
    expect(outcomes([east, sales, company])).toEqual(['taken', 'taken', 'taken']);
  });

  test('that say what is recorded change nothing', () => {
    expect(outcomes([company, sales, { ...east, name: ' EAST ' }], recordedFrom(company, sales, east))).toEqual([
      'same',
      'same',
      'same',
    ]);
  });

  test('of one unit are its history, whatever their order', () => {
    const later = row('EAST', 'REGION', 'COMPANY', { from: '2018-01-01', name: 'Far East' });
    for (const rows of [
      [east, later],
      [later, east],
    ]) {
      const units = recordedFrom(company, sales, ...rows);
      expect(units.get(idFromCode('unit', 'EAST'))!.records).toMatchObject([
        { name: 'EAST', from: '2016-01-01', to: '2018-01-01' },
        { name: 'Far East', from: '2018-01-01', to: null },
      ]);
    }
    expect(outcomes([east], recordedFrom(company, sales, east, later))).toEqual(['same']);
  });

  test('leave why and by whom a record began, and begin new ones in the name of who imports them', () => {
    const recorded = recordedFrom(company, sales, east);
    const known = recorded.get(idFromCode('unit', 'EAST'))!;
    recorded.set(known.id, { ...known, records: [{ ...known.records[0]!, reason: 'growth', by: 'Zhao' }] });
    const begun = (...rows: OrgUnitRow[]) =>
      proposeUnits(rows, recorded, 'importer')[0]!.unit.records.map(({ to, reason, by }) => [to, reason, by]);
    expect(begun({ ...east, name: ' EAST ' }, { ...east, name: 'Far East', from: '2018-01-01' })).toEqual([
      ['2018-01-01', 'growth', 'Zhao'],
      [null, null, 'importer'],
    ]);
    expect(begun({ ...east, name: 'Orient' })).toEqual([[null, null, 'importer']]);
  });

  test.each<[string, OrgUnitRow[], string[]]>([
    [
      'a unit above that nobody has',
      [company, { ...sales, parentCode: 'NONE' }],
      ['taken', 'parentCode UNKNOWN_REFERENCE'],
    ],
    [
      'a rejected unit above',
      [company, { ...sales, name: '' }, east],
      ['taken', 'name BAD_VALUE', 'parentCode UNKNOWN_REFERENCE'],
    ],
    ['a second company', [company, row('OTHER', 'COMPANY', null)], ['taken', 'kind CONFLICT']],
    ['a company without a currency', [{ ...company, currency: null }], ['currency BAD_VALUE']],
    ['an empty interval', [company, { ...sales, to: '2016-01-01' }], ['taken', 'to BAD_VALUE']],
    [
      'a cycle',
      [company, { ...east, parentCode: 'WEST' }, row('WEST', 'REGION', 'EAST')],
      ['taken', 'parentCode CONFLICT', 'parentCode CONFLICT'],
    ],
    ['no code', [company, row(' ', 'TEAM', 'COMPANY', { name: 'T' })], ['taken', 'code BAD_VALUE']],
  ])('with %s are rejected, and the others go on', (_, rows, expected) => {
    expect(outcomes(rows)).toEqual(expected);
  });

  test('change neither kind nor currency', () => {
    const recorded = recordedFrom(company, sales);
    expect(outcomes([{ ...sales, kind: 'DIVISION' }], recorded)).toEqual(['kind BAD_VALUE']);
    expect(outcomes([{ ...company, currency: 'CNY' }], recorded)).toEqual(['currency BAD_VALUE']);
    expect(outcomes([{ ...company, currency: null }], recorded)).toEqual(['same']);
  });

  test('do not end a unit below which another still stands', () => {
    const recorded = recordedFrom(company, sales, east);
    expect(outcomes([{ ...sales, to: '2020-01-01' }], recorded)).toEqual(['to CONFLICT']);
    expect(
      outcomes(
        [
          { ...sales, to: '2020-01-01' },
          { ...east, to: '2020-01-01' },
        ],
        recorded,
      ),
    ).toEqual(['taken', 'taken']);
  });
});
