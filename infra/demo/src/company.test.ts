import { describe, expect, test } from '@jest/globals';
import { addMonths, firstDay, lastDay, monthOf } from '@salesgraph/calendar';
import { ROLES } from './company/rows.ts';
import { demoCompany } from './company.ts';

const MONTH = '2026-03';
const company = demoCompany(MONTH);
const unique = (values: readonly string[]) => new Set(values).size === values.length;

describe('the demo company', () => {
  test('is the same for the same month and another one for another month', () => {
    expect(demoCompany(MONTH)).toEqual(company);
    expect(demoCompany('2026-04').opportunities).not.toEqual(company.opportunities);
    expect(demoCompany('2026-04').units).toEqual(company.units);
    expect(demoCompany('2026-04').customers).toEqual(company.customers);
  });

  test('has one company, five divisions, four regions, eight teams and four partner departments', () => {
    const count = (kind: string) => company.units.filter((unit) => unit.kind === kind).length;
    expect(['COMPANY', 'DEPARTMENT', 'DIVISION', 'REGION', 'TEAM'].map(count)).toEqual([1, 5, 5, 4, 8]);
  });

  test('has 40 to 60 people in every role, each with one main assignment today', () => {
    const today = company.employees.map(({ assignments }) => assignments.filter(({ primary, to }) => primary && !to));
    expect(company.employees.length).toBeGreaterThanOrEqual(40);
    expect(company.employees.length).toBeLessThanOrEqual(60);
    expect(today.filter((seats) => seats.length !== 1)).toEqual([]);
    expect(new Set(today.map(([seat]) => seat!.role))).toEqual(new Set(ROLES));
  });

  test('has one senior sales engineer in every team, and a title for every other one', () => {
    const titles = company.employees.flatMap(({ titles: some = [] }) => some.filter(({ to }) => to === null));
    expect(titles.filter(({ title }) => title === '高级销售工程师')).toHaveLength(8);
    expect(titles).toHaveLength(24);
  });

  test('has one leader in every region and team', () => {
    const led = company.employees.flatMap(({ assignments }) =>
      assignments.filter(({ leader, to }) => leader && to === null).map(({ unitCode }) => unitCode),
    );
    expect(unique(led)).toBe(true);
    for (const { code, kind } of company.units) if (kind === 'REGION' || kind === 'TEAM') expect(led).toContain(code);
  });

  test('names nothing that it does not have, and nothing twice', () => {
    const { units, employees, outlets, products, customers, opportunities, targets, conversations } = company;
    const codes = (rows: readonly { code: string }[]) => {
      expect(unique(rows.map(({ code }) => code))).toBe(true);
      return new Set(rows.map(({ code }) => code));
    };
    const [known, people, places, models, parties] = [units, employees, outlets, products, customers].map(codes);
    codes(opportunities);
    for (const { assignments } of employees) for (const seat of assignments) expect(known).toContain(seat.unitCode);
    for (const { unitCode } of outlets) expect(known).toContain(unitCode);
    for (const { ownerCode } of customers) expect(people).toContain(ownerCode);
    for (const deal of opportunities) {
      expect(people).toContain(deal.ownerCode);
      expect(places).toContain(deal.outletCode);
      expect(models).toContain(deal.productCode);
      expect(parties).toContain(deal.customerCode);
    }
    for (const { subjectKind, subjectCode } of targets) {
      expect(subjectKind === 'UNIT' ? known : people).toContain(subjectCode);
    }
    for (const { opener, memberCodes, messages } of conversations) {
      for (const code of [opener, ...(memberCodes ?? []), ...messages.map(({ author }) => author)]) {
        expect(people).toContain(code);
      }
    }
  });

  test('has won and lost deals in every one of the last twelve months, and none after the first of this one', () => {
    const closed = company.opportunities.filter(({ closedOn }) => closedOn !== null);
    for (let back = 1; back <= 12; back += 1) {
      const month = addMonths(MONTH, -back);
      const stages = closed.filter(({ closedOn }) => monthOf(closedOn!) === month).map(({ stage }) => stage);
      expect(new Set(stages)).toEqual(new Set(['WON', 'LOST']));
    }
    const days = closed.map(({ closedOn }) => closedOn!).sort();
    expect(days[0]! >= firstDay(addMonths(MONTH, -12))).toBe(true);
    expect(days.at(-1)! <= firstDay(MONTH)).toBe(true);
  });

  test('has open deals that are expected to close later', () => {
    const open = company.opportunities.filter(({ stage }) => stage === 'PROSPECTING' || stage === 'ENGAGING');
    expect(open.length).toBeGreaterThan(40);
    for (const deal of open) expect(deal.expectedCloseOn! > lastDay(addMonths(MONTH, -1))).toBe(true);
  });

  test('splits deals so that the shares sum to one and name the owner', () => {
    const split = company.opportunities.filter(({ splits }) => splits.length > 0);
    expect(split.length).toBeGreaterThan(10);
    for (const { ownerCode, splits } of split) {
      expect(splits.map(({ employeeCode }) => employeeCode)).toContain(ownerCode);
      expect(splits.reduce((sum, { share }) => sum + Number(share) * 10, 0)).toBe(10);
    }
  });

  test('asks a sales amount, a win rate and a cycle of every sales engineer in every month', () => {
    const engineers = company.employees.filter(({ assignments }) => assignments.at(-1)!.role === 'SALES_ENGINEER');
    for (const { code } of engineers) {
      const own = company.targets.filter(({ subjectCode, month }) => subjectCode === code && month === '2025-06');
      expect(own.map(({ metric }) => metric).sort()).toEqual(['CYCLE_DAYS', 'SALES_AMOUNT', 'WIN_RATE']);
    }
  });
});
