import { describe, expect, test } from '@jest/globals';
import { channelFaults, membersAfter, type NewChannel, shownName } from './channels.ts';

const topic: NewChannel = { kind: 'TOPIC', name: 'Spring campaign', unitId: null, memberIds: null };
const channel = {
  id: 'chn-1',
  kind: 'DIRECT',
  name: null,
  unitId: null,
  memberIds: ['a'],
  subject: null,
  lastSeq: 0,
  version: 1,
} as const;

describe('a new channel', () => {
  test('is fine with what its kind needs', () => {
    expect(channelFaults(topic)).toEqual([]);
    expect(channelFaults({ kind: 'UNIT', name: null, unitId: 'unit-1', memberIds: null })).toEqual([]);
    expect(channelFaults({ kind: 'DIRECT', name: null, unitId: null, memberIds: ['b'] })).toEqual([]);
  });

  test.each<[string, NewChannel, string]>([
    ['a topic without a name', { ...topic, name: null }, 'name'],
    ['a blank name', { ...topic, name: '  ' }, 'name'],
    ['a name of 101 characters', { ...topic, name: 'x'.repeat(101) }, 'name'],
    ['a topic of a unit', { ...topic, unitId: 'unit-1' }, 'unitId'],
    ['a unit channel without a unit', { kind: 'UNIT', name: null, unitId: null, memberIds: null }, 'unitId'],
    [
      'a unit channel with members of its own',
      { kind: 'UNIT', name: null, unitId: 'u', memberIds: ['a'] },
      'memberIds',
    ],
    ['a discussion', { ...topic, kind: 'DISCUSSION' }, 'kind'],
    ['a direct channel with nobody', { kind: 'DIRECT', name: null, unitId: null, memberIds: [] }, 'memberIds'],
  ])('is refused as %s', (_, asked, field) => {
    expect(channelFaults(asked).map((fault) => fault.field)).toEqual([field]);
  });
});

test('members are a sorted set with a limit', () => {
  expect(membersAfter({ kind: 'TOPIC', memberIds: ['b', 'a'] }, ['c', 'a'], ['b', 'z'])).toEqual(['a', 'c']);
  const many = Array.from({ length: 21 }, (_, i) => `emp-${i}`);
  expect(() => membersAfter({ kind: 'DIRECT', memberIds: [] }, many, [])).toThrow('20 people');
});

test('a channel without a name goes by its unit or by the others in it', () => {
  expect(shownName({ ...channel, memberIds: [], kind: 'UNIT' }, 'Region East', [])).toBe('Region East');
  expect(shownName({ ...channel, memberIds: [] }, null, ['Li', 'Wang'])).toBe('Li, Wang');
  expect(shownName({ ...channel, memberIds: [], name: 'Own' }, null, ['Li'])).toBe('Own');
});
