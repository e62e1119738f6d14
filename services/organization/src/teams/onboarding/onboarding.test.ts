import { describe, expect, test } from '@jest/globals';
import { addDays, type Day } from '@salesgraph/calendar';
import fc from 'fast-check';
import { identified } from '../../people/assignments.ts';
import {
  begun,
  CHECKLIST_MOVES,
  type Checklist,
  cancelled,
  dueDay,
  hasBegun,
  marked,
  mayMark,
  nextDue,
  overdueSteps,
  progressOf,
  rolesTakenUp,
} from './checklists.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import { currentOf, MAX_STEPS, revisionsOf, type Template, type TemplateStep, templateFaults } from './templates.ts';

const step = (code: string, due: number, more: Partial<TemplateStep> = {}): TemplateStep => ({
  ...{ code, due, count: 'DAYS', phase: due < 0 ? 'SELECTION' : 'ONBOARDING', owner: 'LEADER' },
  ...{ title: code, titleChinese: '步骤', ...more },
});
const template = (...steps: TemplateStep[]): Template => ({
  ...{ role: 'SALES_ENGINEER', revision: 1, name: 'Engineer', nameChinese: '工程师', steps },
});
const START = '2026-03-16';
const checklist = (...steps: TemplateStep[]): Checklist =>
  begun(template(...steps), { id: 'C', employeeId: 'E', unitId: 'U', startsOn: START });
const mark = (done = true, note: string | null = null) => ({ done, by: 'Qian', at: '2026-03-16T04:00:00.000Z', note });
/** The checklist after some steps were done, one after the other. */
const after = (list: Checklist, ...codes: string[]): Checklist =>
  codes.reduce((one, code) => marked(one, code, mark()) as Checklist, list);

describe('a template', () => {
  test.each(DEFAULT_TEMPLATES)('of $role that a company begins with is sound, in both languages', (one) => {
    expect(templateFaults(one)).toEqual([]);
    expect(one.steps.every(({ titleChinese }) => /^[\u4e00-\u9fff、，]+$/.test(titleChinese))).toBe(true);
    for (const phase of ['SELECTION', 'ONBOARDING']) expect(one.steps.some((each) => each.phase === phase)).toBe(true);
  });

  test.each<[string, Template, string]>([
    ['no name', { ...template(step('a', 0)), name: ' ' }, 'name'],
    ['no Chinese name', { ...template(step('a', 0)), nameChinese: '' }, 'nameChinese'],
    ['no steps', template(), 'steps'],
    ['too many steps', template(...Array.from({ length: MAX_STEPS + 1 }, (_, n) => step(`s${n}`, n))), 'steps'],
    ['the same code twice', template(step('a', 0), step('a', 1)), 'steps.1.code'],
    ['a step without a title', template(step('a', 0, { title: '' })), 'steps.0.title'],
    ['selection after the first day', template(step('a', 1, { phase: 'SELECTION' })), 'steps.0.due'],
    ['onboarding before the first day', template(step('a', -1, { phase: 'ONBOARDING' })), 'steps.0.due'],
    ['a step years away', template(step('a', 731)), 'steps.0.due'],
  ])('with %s is at fault', (_, one, field) => {
    expect(templateFaults(one).map((fault) => fault.field)).toEqual([field]);
  });

  test('is the latest revision of its role; what a company begins with stands until it publishes its own', () => {
    const own = { ...template(step('a', 0)), revision: 2 };
    const forLiaisons = { ...template(step('a', 0)), role: 'LIAISON' as const };
    expect(currentOf([]).get('SALES_ENGINEER')?.revision).toBe(1);
    expect(currentOf([forLiaisons, own]).get('SALES_ENGINEER')).toBe(own);
    expect([...currentOf([forLiaisons, own]).keys()].sort()).toEqual(['LIAISON', 'SALES_ENGINEER', 'TEAM_LEADER']);
    expect(revisionsOf([own]).map(({ role, revision }) => `${role} ${revision}`)).toEqual([
      ...['SALES_ENGINEER 1', 'SALES_ENGINEER 2', 'TEAM_LEADER 1'],
    ]);
  });
});

describe('a checklist', () => {
  test.each<[number, TemplateStep['count'], Day]>([
    [0, 'DAYS', '2026-03-16'],
    [5, 'DAYS', '2026-03-21'],
    [5, 'BUSINESS_DAYS', '2026-03-23'],
    [-1, 'DAYS', '2026-03-15'],
    [-1, 'BUSINESS_DAYS', '2026-03-13'],
  ])('has a step due %i %s from Monday, 16 March 2026, on %s', (due, count, day) => {
    expect(dueDay({ due, count }, START)).toBe(day);
  });

  test('counts the holidays of a calendar that it is given', () => {
    expect(dueDay({ due: 1, count: 'BUSINESS_DAYS' }, '2026-09-30', { holidays: new Set(['2026-10-01']) })).toBe(
      '2026-10-02',
    );
  });

  test('has its steps in the order of their days, those of one day as the template has them', () => {
    const list = checklist(step('c', 2), step('b', 0), step('a', 0), step('s', -3));
    expect(list.steps.map(({ code }) => code)).toEqual(['s', 'b', 'a', 'c']);
  });

  test('is done with its last step, open again when one is undone, and keeps who said so', () => {
    const list = checklist(step('a', 0), step('b', 1));
    expect(after(list, 'a').state).toBe('OPEN');
    const done = after(list, 'a', 'b');
    expect(done.state).toBe('DONE');
    const undone = marked(done, 'a', mark(false, 'not so')) as Checklist;
    expect(undone).toMatchObject({ state: 'OPEN', steps: [{ mark: { done: false, note: 'not so' } }, {}] });
    expect(nextDue(undone)).toBe(START);
    expect(progressOf(undone, '2026-03-17')).toEqual({ total: 2, done: 1, overdue: 1 });
  });

  test.each<[string, Checklist, string, boolean, string]>([
    ['a step it does not have', checklist(step('a', 0)), 'x', true, 'step UNKNOWN_REFERENCE'],
    ['a step undone that is not done', checklist(step('a', 0)), 'a', false, 'step CONFLICT'],
    ['any step once it is cancelled', cancelled(checklist(step('a', 0)), 'x') as Checklist, 'a', true, 'id CONFLICT'],
  ])('refuses %s', (_, list, code, done, expected) => {
    const fault = marked(list, code, mark(done)) as { field: string; code: string };
    expect(`${fault.field} ${fault.code}`).toBe(expected);
  });

  test('is late the day after a step was due, and never once it is given up or done', () => {
    const list = checklist(step('a', 0), step('b', 5));
    expect(overdueSteps(list, START)).toEqual([]);
    expect(overdueSteps(list, addDays(START, 1)).map(({ code }) => code)).toEqual(['a']);
    expect(overdueSteps(list, addDays(START, 6))).toHaveLength(2);
    expect(overdueSteps(after(list, 'a'), addDays(START, 1))).toEqual([]);
    expect(overdueSteps(cancelled(list, 'left') as Checklist, addDays(START, 9))).toEqual([]);
  });

  test('is given up once, with a reason', () => {
    const list = checklist(step('a', 0));
    expect(cancelled(list, ' ')).toMatchObject({ field: 'reason' });
    expect(cancelled(list, ' left ')).toMatchObject({ state: 'CANCELLED', cancelledFor: 'left' });
    expect(cancelled(cancelled(list, 'left') as Checklist, 'again')).toMatchObject({ field: 'id', code: 'CONFLICT' });
    expect(cancelled(after(list, 'a'), 'late')).toMatchObject({ field: 'id', code: 'CONFLICT' });
  });

  test('goes only where the table says, whatever is done to it', () => {
    const moves = new Set(CHECKLIST_MOVES.map(({ from, to }) => `${from} ${to}`));
    const met = new Set<string>();
    const steps = Array.from({ length: 4 }, (_, n) => step(`s${n}`, n));
    const deeds = fc.array(
      fc.oneof(
        { weight: 9, arbitrary: fc.record({ code: fc.constantFrom('s0', 's1', 's2', 's3'), done: fc.boolean() }) },
        { weight: 1, arbitrary: fc.constant('cancel' as const) },
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(deeds, (sequence) => {
        let list = checklist(...steps);
        for (const deed of sequence) {
          const next = deed === 'cancel' ? cancelled(list, 'x') : marked(list, deed.code, mark(deed.done));
          if ('field' in next) continue;
          if (next.state !== list.state) {
            met.add(`${list.state} ${next.state}`);
            expect(moves).toContain(`${list.state} ${next.state}`);
          }
          const { done, total } = progressOf(next, START);
          if (next.state !== 'CANCELLED') expect(next.state === 'DONE').toBe(done === total);
          list = next;
        }
      }),
      // The first is a way through all of the table, so that none of its moves is met by chance alone.
      {
        numRuns: 300,
        examples: [[[...steps.map(({ code }) => ({ code, done: true })), { code: 's0', done: false }, 'cancel']]],
      },
    );
    expect(met).toEqual(moves);
  });

  test('of oneself: the own steps alone', () => {
    const owners = ['LEADER', 'EMPLOYEE', 'TEAM_DEVELOPER'] as const;
    expect(owners.map((owner) => [mayMark({ owner }, true), mayMark({ owner }, false)])).toEqual([
      [true, false],
      [true, true],
      [true, false],
    ]);
  });
});

describe('a role is taken up', () => {
  const roles = new Set(['SALES_ENGINEER', 'TEAM_LEADER'] as const);
  const held = (from: Day, more: object = {}) =>
    identified('E', {
      ...{ unitId: 'U', role: 'SALES_ENGINEER', primary: true, leader: false, from, to: null, by: 'Zhao' },
      ...more,
    });
  test.each([
    ['by who is hired today', [held(START)], ['SALES_ENGINEER']],
    ['by who comes later', [held('2026-06-01')], ['SALES_ENGINEER']],
    ['by who came a month ago', [held('2026-02-13')], ['SALES_ENGINEER']],
    ['by nobody who came before that', [held('2026-02-12')], []],
    ['by nobody whom an import told of', [held(START, { by: null })], []],
    ['by nobody in a second assignment', [held(START, { primary: false })], []],
    ['by nobody in a role without a template', [held(START, { role: 'LIAISON' })], []],
    ['by nobody who is transferred in it', [held('2020-01-01'), held(START, { unitId: 'V' })], []],
    ['by who is promoted to it', [held('2020-01-01'), held(START, { role: 'TEAM_LEADER' })], ['TEAM_LEADER']],
  ])('%s', (_, assignments, expected) => {
    expect(rolesTakenUp(assignments, roles, START).map(({ role }) => role)).toEqual(expected);
  });

  test('and begins one checklist, again only after one that was given up before', () => {
    const list = checklist(step('a', 0));
    expect(hasBegun([], 'SALES_ENGINEER', START)).toBe(false);
    expect(hasBegun([list], 'SALES_ENGINEER', START)).toBe(true);
    expect(hasBegun([list], 'TEAM_LEADER', START)).toBe(false);
    expect(hasBegun([{ ...list, state: 'CANCELLED' }], 'SALES_ENGINEER', START)).toBe(true);
    expect(hasBegun([{ ...list, state: 'CANCELLED' }], 'SALES_ENGINEER', addDays(START, 1))).toBe(false);
  });
});
