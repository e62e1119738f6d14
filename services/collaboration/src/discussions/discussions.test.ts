import { describe, expect, test } from '@jest/globals';
import { discussionId, discussionOf, reachesSubject, type Subject, subjectIdOf } from './discussions.ts';

const subject: Subject = { id: 'cus-1', kind: 'CUSTOMER', name: 'Acme', peopleIds: ['emp-1', 'emp-2'] };

describe('the discussion of an entity', () => {
  test('is known by an id that leads back to the entity', () => {
    expect(subjectIdOf(discussionId('cus-1'))).toBe('cus-1');
    expect(subjectIdOf('chn-1')).toBeNull();
  });

  test('is there before anybody has written, and goes on from what is stored', () => {
    expect(discussionOf(subject, undefined)).toMatchObject({
      ...{ id: 'dis-cus-1', kind: 'DISCUSSION', name: 'Acme', lastSeq: 0, version: 1 },
      memberIds: ['emp-1', 'emp-2'],
      subject: { kind: 'CUSTOMER', id: 'cus-1' },
    });
    expect(discussionOf(subject, { lastSeq: 7, version: 1 }).lastSeq).toBe(7);
  });

  test('is open to those whose scope reaches somebody whose it is', () => {
    const limited = (...employeeIds: string[]) => ({ kind: 'LIMITED' as const, employeeIds, unitIds: [] });
    expect(reachesSubject({ kind: 'COMPANY' }, subject)).toBe(true);
    expect(reachesSubject({ kind: 'COMPANY' }, { ...subject, peopleIds: [] })).toBe(true);
    expect(reachesSubject(limited('emp-9', 'emp-2'), subject)).toBe(true);
    expect(reachesSubject(limited('emp-9'), subject)).toBe(false);
    expect(reachesSubject({ kind: 'NONE' }, subject)).toBe(false);
  });
});
