/** What people do with messages: only members of a channel, and only to their own messages. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@salesgraph/access';
import { badInput, conflict, fail, notFound, once, requestOf } from '@salesgraph/service-kit';
import { belongs, type Membership } from '../channels/channels.store.ts';
import type { Channel } from '../channels/channels.ts';
import { channelsBehind, channelsById, nextNumber } from '../channels/reach.ts';
import type { Stores } from '../stores.ts';
import { checkedText, deleted, edited, type Message } from './messages.ts';

export interface PostMessage {
  channelId: string;
  text: string;
  idempotencyKey?: string | null;
}

export interface ChangeMessage {
  id: string;
  expectedVersion?: number | null;
}

export interface MarkRead {
  channelId: string;
  messageId?: string | null;
}

/** The person behind a membership. @throws FORBIDDEN for a service account: messages have an author. */
function personIn(membership: Membership): string {
  if (membership.kind !== 'PERSON') throw fail('FORBIDDEN', 'Only a person can write messages.');
  return membership.employeeId;
}

/** Writes in a channel: takes the next number, then stores the message under it. Killed between leaves only a gap. */
export async function postMessage(
  input: PostMessage,
  membership: Membership,
  viewer: Viewer,
  stores: Stores,
): Promise<Message> {
  const { idempotencyKey: _, ...asked } = input;
  const authorId = personIn(membership);
  const text = checkedText(asked.text);
  return once(requestOf('postMessage', viewer.subject, input), stores.messages.byCreateKey, async (created) => {
    const seq = await nextNumber(asked.channelId, membership, viewer.subject, stores);
    if (seq === null) throw notFound('channel');
    const message: Message = {
      id: `msg-${randomUUID()}`,
      channelId: asked.channelId,
      seq,
      authorId,
      text,
      sentAt: stores.clock.now(),
      editedAt: null,
      deletedAt: null,
      history: [],
      version: 1,
    };
    await stores.messages.insert(message, created);
    return message;
  });
}

/** A message of the caller's own, in a channel it still belongs to. */
async function ownMessage(
  { id, expectedVersion }: ChangeMessage,
  membership: Membership,
  stores: Stores,
): Promise<Message> {
  const authorId = personIn(membership);
  const [message] = await stores.messages.byIds([id]);
  const [channel] = await channelsBehind(message ? [message.channelId] : [], membership, stores);
  if (!message || !channel || !belongs(channel, membership)) throw notFound('message');
  if (message.authorId !== authorId) throw fail('FORBIDDEN', 'Only its author can change a message.');
  if (typeof expectedVersion === 'number' && expectedVersion !== message.version) {
    throw conflict('The message has changed since it was read.', [
      { field: 'expectedVersion', message: `The current version is ${message.version}.` },
    ]);
  }
  return message;
}

async function change(
  input: ChangeMessage,
  membership: Membership,
  stores: Stores,
  rule: (message: Message) => Message,
): Promise<Message> {
  const current = await ownMessage(input, membership, stores);
  const next = rule(current);
  if (next === current) return current;
  const saved = await stores.messages.save(next);
  if (!saved) throw conflict('The message has changed since it was read.');
  return saved;
}

/** Changes the text of one's own message; what it said before is kept. */
export async function editMessage(
  input: ChangeMessage & { text: string },
  membership: Membership,
  viewer: Viewer,
  stores: Stores,
): Promise<Message> {
  const text = checkedText(input.text);
  return change(input, membership, stores, (message) => edited(message, text, stores.clock.now(), viewer.subject));
}

/** Deletes one's own message: its place and a trace stay. */
export const deleteMessage = (input: ChangeMessage, membership: Membership, viewer: Viewer, stores: Stores) =>
  change(input, membership, stores, (message) => deleted(message, stores.clock.now(), viewer.subject));

/** Marks a channel as read up to a message, or up to the newest. */
export async function markRead(input: MarkRead, membership: Membership, stores: Stores): Promise<Channel> {
  const employeeId = personIn(membership);
  const [channel] = await channelsById([input.channelId], membership, stores);
  if (!channel) throw notFound('channel');
  let { lastSeq: seq } = channel;
  if (input.messageId) {
    const [message] = await stores.messages.byIds([input.messageId]);
    if (message?.channelId !== channel.id) throw badInput('messageId', 'There is none with this id in the channel.');
    seq = message.seq;
  }
  await stores.messages.markRead(employeeId, channel.id, seq);
  return channel;
}
