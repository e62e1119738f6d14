import { describe, expect, test } from '@jest/globals';
import { addDays, type Day } from '@salesgraph/calendar';
import fc from 'fast-check';
import { DEFAULT_SKILLS } from './default-skills.ts';
import { catalogueOf, type Profile, type Skill, type Statement, skillFaults, skillsOn, stated } from './skills.ts';

const TODAY = '2026-03-16';
const skill = (code: string, more: Partial<Skill> = {}): Skill => ({
  ...{ id: code, code, name: code, nameChinese: '技能', retired: false, ...more },
});
const said = (more: Partial<Statement> = {}): Statement => ({
  ...{ skill: 'A', level: 2, kind: 'CONFIRMED', on: TODAY, by: 'Qian', at: `${TODAY}T04:00:00.000Z`, note: null },
  ...more,
});
const profile = (...statements: Statement[]): Profile => ({ id: 'P', employeeId: 'E', statements });

describe('a skill of the catalogue', () => {
  test('that a company begins with is sound, in both languages', () => {
    expect(DEFAULT_SKILLS.flatMap(skillFaults)).toEqual([]);
    expect(DEFAULT_SKILLS.every(({ nameChinese }) => /^[\u4e00-\u9fff]+$/.test(nameChinese))).toBe(true);
  });
  test.each([
    ['a code in small letters', skill('a'), 'code'],
    ['no code', skill('', { name: 'A' }), 'code'],
    ['no name', skill('A', { name: ' ' }), 'name'],
    ['no Chinese name', skill('A', { nameChinese: '' }), 'nameChinese'],
  ])('with %s is at fault', (_, one, field) => {
    expect(skillFaults(one).map((fault) => fault.field)).toEqual([field]);
  });
  test('of the company stands before the one it began with', () => {
    const own = { ...skill('COACHING', { name: 'Mentoring' }), version: 3 };
    const catalogue = catalogueOf([own, { ...skill('ZEAL'), version: 1 }]);
    expect(catalogue).toHaveLength(DEFAULT_SKILLS.length + 1);
    expect(catalogue.filter(({ code }) => code === 'COACHING')).toEqual([own]);
    expect(catalogue.map(({ code }) => code)).toEqual(catalogue.map(({ code }) => code).toSorted());
  });
});

describe('a statement', () => {
  test.each<[string, Skill | undefined, Partial<Statement>, string]>([
    ['of an unknown skill', undefined, {}, 'skill BAD_VALUE'],
    ['of a skill that is no longer kept', skill('A', { retired: true }), {}, 'skill CONFLICT'],
    ['of level 0', skill('A'), { level: 0 }, 'level BAD_VALUE'],
    ['of level 5', skill('A'), { level: 5 }, 'level BAD_VALUE'],
    ['of tomorrow', skill('A'), { on: '2026-03-17' }, 'on BAD_VALUE'],
    ['with a long note', skill('A'), { note: 'x'.repeat(1_001) }, 'note BAD_VALUE'],
  ])('%s is refused', (_, of, more, expected) => {
    const fault = stated(profile(), of, said(more), TODAY) as unknown as { field: string; code: string };
    expect(`${fault.field} ${fault.code}`).toBe(expected);
  });

  test('holds from its day on; the person and who confirms do not overwrite each other', () => {
    const record = profile(
      said({ on: '2026-01-01', level: 1 }),
      said({ on: '2026-02-01', level: 3, kind: 'SELF', by: 'Sun' }),
      said({ on: '2026-03-01', level: 2 }),
    );
    const levels = (day: Day) =>
      skillsOn(record, day).map(({ confirmed, selfStated }) => [confirmed?.level ?? null, selfStated?.level ?? null]);
    expect(levels('2025-12-31')).toEqual([]);
    expect(levels('2026-01-01')).toEqual([[1, null]]);
    expect(levels('2026-02-28')).toEqual([[1, 3]]);
    expect(levels('2026-03-01')).toEqual([[2, 3]]);
  });

  test('that is said last counts among those of one day, and the latest day among all, in whatever order they were said', () => {
    const statement = fc.record({
      level: fc.integer({ min: 1, max: 4 }),
      kind: fc.constantFrom('SELF' as const, 'CONFIRMED' as const),
      skill: fc.constantFrom('A', 'B'),
      on: fc.integer({ min: 0, max: 9 }).map((count) => addDays('2026-01-01', count)),
    });
    const days = fc.integer({ min: 0, max: 9 }).map((count) => addDays('2026-01-01', count));
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 20 }), days, (statements, day) => {
        const record = profile(...statements.map((one) => said(one)));
        for (const { skill: code, confirmed } of skillsOn(record, day)) {
          const candidates = record.statements.filter(
            (one) => one.skill === code && one.kind === 'CONFIRMED' && one.on <= day,
          );
          const latest = candidates
            .map(({ on }) => on)
            .sort()
            .at(-1);
          expect(confirmed).toEqual(candidates.filter(({ on }) => on === latest).at(-1) ?? null);
        }
        const known = new Set(record.statements.filter(({ on }) => on <= day).map((one) => one.skill));
        expect(new Set(skillsOn(record, day).map((one) => one.skill))).toEqual(known);
      }),
    );
  });
});
