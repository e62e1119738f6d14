import { describe, expect, test } from '@jest/globals';
import { addDays } from '@salesgraph/calendar';
import fc from 'fast-check';
import type { Title } from '../people/assignments.ts';
import { entitled, titleFaults, titleOn, untitled } from './titles.ts';

const title = (name: string, from: string, to: string | null = null): Title => ({ title: name, from, to });
const engineer = title('Engineer', '2016-01-01', '2018-01-01');
const senior = title('Senior Engineer', '2018-01-01');
const person = { titles: [engineer, senior] };

describe('titles', () => {
  test.each<[string, Title[], string[]]>([
    ['side by side', [engineer, senior], []],
    ['with a gap', [engineer, title('Manager', '2019-01-01')], []],
    ['in any order', [senior, engineer], []],
    ['none', [], []],
    ['empty in time', [title('Engineer', '2016-01-01', '2016-01-01')], ['titles.0.to']],
    ['that end before they begin', [engineer, title('Manager', '2019-01-01', '2018-06-01')], ['titles.1.to']],
    ['without words', [title('  ', '2016-01-01')], ['titles.0.title']],
    ['two on a day', [engineer, title('Manager', '2017-12-31')], ['titles']],
    ['two without an end', [title('Engineer', '2016-01-01'), title('Manager', '2020-01-01')], ['titles']],
  ])('%s', (_, titles, faults) => {
    expect(titleFaults(titles).map(({ field }) => field)).toEqual(faults);
  });

  test('hold from the first day to the last but one', () => {
    expect(
      ['2015-12-31', '2016-01-01', '2017-12-31', '2018-01-01', '2030-01-01'].map((day) => titleOn(person, day)?.title),
    ).toEqual([undefined, 'Engineer', 'Engineer', 'Senior Engineer', 'Senior Engineer']);
  });
});

describe('another title', () => {
  test('ends the one that holds on its first day', () => {
    expect(entitled(person, title('Manager', '2020-01-01'))).toEqual({
      titles: [engineer, { ...senior, to: '2020-01-01' }, title('Manager', '2020-01-01')],
    });
  });

  test('on the first day of the present one is a correction, and refused', () => {
    expect(entitled(person, title('Manager', '2018-01-01'))).toMatchObject({ field: 'from' });
  });
});

describe('the end of a title', () => {
  test.each([
    ['2017-01-01', [{ ...engineer, to: '2017-01-01' }, senior]],
    ['2019-01-01', [engineer, { ...senior, to: '2019-01-01' }]],
  ])('on %s takes its last days away', (to, titles) => {
    expect(untitled(person, to)).toEqual({ titles });
  });

  test.each(['2016-01-01', '2018-01-01'])('on %s, where none could end, is refused', (to) => {
    expect(untitled(person, to)).toMatchObject({ field: 'to' });
  });
});

test('a new title on a day on which none begins changes that day and leaves what was before it', () => {
  const START = '2020-01-01';
  const lengths = fc.array(fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 5 }) }), { maxLength: 6 });
  fc.assert(
    fc.property(lengths, fc.nat(40), (drawn, day) => {
      let at = 0;
      const titles = drawn.map(({ gap, length }, n): Title => {
        const from = at + gap;
        at = from + length;
        return title(`T${n}`, addDays(START, from), addDays(START, at));
      });
      expect(titleFaults(titles)).toEqual([]);
      const from = addDays(START, day);
      const next = titles.find((one) => one.from > from)?.from ?? null;
      const result = entitled({ titles }, title('New', from, next));
      if ('field' in result) expect(titles.some((one) => one.from === from)).toBe(true);
      else {
        expect(titleFaults(result.titles)).toEqual([]);
        expect(titleOn(result, from)?.title).toBe('New');
        for (let n = 0; n < day; n += 1) {
          const earlier = addDays(START, n);
          expect(titleOn(result, earlier)?.title).toBe(titleOn({ titles }, earlier)?.title);
        }
      }
    }),
    { numRuns: 300, seed: Number(process.env.TEST_SEED ?? 1) },
  );
});
