/** The rules of a message: what may be written, who may change it, and which trace a change leaves. */
import { ApiError, badInput } from '@salesgraph/service-kit';

export const MAX_TEXT = 4_000;
/** How many edits a message keeps; an edit beyond is refused, so no trace is ever lost. */
export const MAX_EDITS = 100;
/** How many of the newest messages of a channel are looked at for the unread count. */
export const UNREAD_WINDOW = 1_000;
/** How many of the newest messages of a channel are looked at for the last one. */
export const LAST_WINDOW = 50;
/** How many numbers without a message (writers that were killed) a page looks past. */
export const GAP_ALLOWANCE = 20;

/** What a message said before a change. */
export interface Revision {
  text: string;
  at: Date;
  actor: string;
}

export interface Message {
  id: string;
  channelId: string;
  /** The place in the channel, unique in it, counted from 1. */
  seq: number;
  authorId: string;
  text: string;
  sentAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  history: Revision[];
  version: number;
}

/**
 * A text as it is kept.
 * @throws BAD_USER_INPUT when it is blank or longer than 4,000 characters (as people count them, not bytes).
 */
export function checkedText(text: string): string {
  const length = [...text].length;
  if (text.trim() === '' || length > MAX_TEXT) {
    throw badInput('text', `must have 1 to ${MAX_TEXT.toLocaleString('en-US')} characters that are not all blank`);
  }
  return text;
}

/** The message with another text, what it said before kept. The same text again is no change. */
export function edited(message: Message, text: string, at: Date, actor: string): Message {
  if (message.deletedAt !== null) throw badInput('id', 'The message was deleted.');
  if (message.text === text) return message;
  if (message.history.length >= MAX_EDITS) {
    throw new ApiError('TOO_MANY', `A message can be edited ${MAX_EDITS} times; write a new one.`);
  }
  return { ...message, text, editedAt: at, history: [...message.history, { text: message.text, at, actor }] };
}

/** The message deleted: its text is kept as a trace and no longer shown. */
export function deleted(message: Message, at: Date, actor: string): Message {
  if (message.deletedAt !== null) return message;
  return { ...message, deletedAt: at, history: [...message.history, { text: message.text, at, actor }] };
}

/** The numbers of a page of messages, newest first: `(from, below)`, the lower end 0 at the beginning of the channel. */
export function pageWindow(lastSeq: number, after: number | null, limit: number): { from: number; below: number } {
  const below = Math.min(after ?? lastSeq + 1, lastSeq + 1);
  return { from: Math.max(0, below - 1 - limit - 1 - GAP_ALLOWANCE), below };
}
