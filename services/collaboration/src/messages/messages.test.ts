import { describe, expect, test } from '@jest/globals';
import { checkedText, deleted, edited, type Message, pageWindow } from './messages.ts';

const sent = new Date('2026-03-10T02:00:00Z');
const later = new Date('2026-03-10T03:00:00Z');
const message: Message = {
  id: 'msg-1',
  channelId: 'chn-1',
  seq: 1,
  authorId: 'emp-1',
  text: 'good morning',
  sentAt: sent,
  editedAt: null,
  deletedAt: null,
  history: [],
  version: 1,
};

describe('a text', () => {
  test.each(['x', '好'.repeat(4_000), '🚗'.repeat(4_000), ' a '])(
    'of 1 to 4,000 characters is kept as it is',
    (text) => {
      expect(checkedText(text)).toBe(text);
    },
  );

  test.each(['', ' \n\t', 'x'.repeat(4_001)])('that is blank or too long is refused', (text) => {
    expect(() => checkedText(text)).toThrow('1 to 4,000 characters');
  });
});

describe('a change leaves a trace', () => {
  test('an edit keeps what the message said before', () => {
    expect(edited(message, 'good evening', later, 'wang')).toEqual({
      ...message,
      text: 'good evening',
      editedAt: later,
      history: [{ text: 'good morning', at: later, actor: 'wang' }],
    });
    expect(edited(message, 'good morning', later, 'wang')).toBe(message);
  });

  test('a deletion keeps the text, and happens once', () => {
    const gone = deleted(message, later, 'wang');
    expect(gone).toMatchObject({ deletedAt: later, history: [{ text: 'good morning' }] });
    expect(deleted(gone, new Date(), 'wang')).toBe(gone);
    expect(() => edited(gone, 'again', later, 'wang')).toThrow('deleted');
  });

  test('more edits than are kept are refused', () => {
    const history = Array.from({ length: 100 }, () => ({ text: 'x', at: sent, actor: 'wang' }));
    expect(() => edited({ ...message, history }, 'again', later, 'wang')).toThrow('100 times');
  });
});

test('a page looks at a bounded range of numbers', () => {
  expect(pageWindow(1_000, null, 50)).toEqual({ from: 929, below: 1_001 });
  expect(pageWindow(1_000, 30, 50)).toEqual({ from: 0, below: 30 });
  expect(pageWindow(0, null, 50)).toEqual({ from: 0, below: 1 });
});
