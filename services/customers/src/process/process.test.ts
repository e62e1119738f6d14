import { describe, expect, test } from '@jest/globals';
import { engagedStage, firstProcess, firstStage, mayMove, processFaults, stageNamed } from './process.ts';

describe('the sales process', () => {
  test('the one a company starts with has no fault', () => {
    expect(processFaults(firstProcess)).toEqual([]);
    expect(firstProcess.stages.map(({ code, probabilityBp }) => [code, probabilityBp])).toEqual([
      ['PROSPECTING', 1_000],
      ['ENGAGING', 3_000],
      ['WON', 10_000],
      ['LOST', 0],
    ]);
  });

  test('starts in its first stage and engages in its last open one', () => {
    expect(firstStage(firstProcess).code).toBe('PROSPECTING');
    expect(engagedStage(firstProcess).code).toBe('ENGAGING');
  });

  test('never leads from won to lost, nor to a stage it does not have', () => {
    expect(mayMove(firstProcess, 'WON', 'LOST')).toBe(false);
    expect(mayMove(firstProcess, 'ENGAGING', 'NEGOTIATING')).toBe(false);
    expect(mayMove(firstProcess, 'NEGOTIATING', 'WON')).toBe(false);
  });

  test('finds a stage by code or name in any case', () => {
    expect(stageNamed(firstProcess, ' engaging ')?.code).toBe('ENGAGING');
    expect(stageNamed(firstProcess, 'negotiating')).toBeUndefined();
  });

  test('lists every fault of a bad definition', () => {
    const [first, ...rest] = firstProcess.stages;
    const faults = processFaults({
      ...firstProcess,
      stages: [
        { ...first!, probabilityBp: 10_001, moves: ['NOWHERE'] },
        first!,
        ...rest.filter(({ code }) => code !== 'LOST'),
      ],
    });
    expect(faults).toEqual(
      expect.arrayContaining([
        'names a stage twice',
        'has no stage that counts as LOST',
        'gives PROSPECTING a probability outside 0 to 1',
        'lets PROSPECTING move to NOWHERE, which is no stage',
      ]),
    );
  });
});
