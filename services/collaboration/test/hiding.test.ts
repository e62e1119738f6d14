/** What is hidden looks like what is absent: the same answer, and the same number of database calls. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tracesOf } from '@salesgraph/testing';
import { type House, openHouse } from './house.ts';

let house: House;
/** Messages that Zhou does not reach: one in a topic, one in a discussion. */
const messages: Record<string, string> = {};
const channels: Record<string, string> = {};
beforeAll(async () => {
  house = await openHouse();
  await house.customers({ C: 'Sun' });
  const { channel } = await house.answer<{ channel: { id: string } }>(
    'Sun',
    'mutation($input: CreateChannelInput!) { channel: createChannel(input: $input) { id } }',
    { input: { kind: 'TOPIC', name: 'Secret', memberIds: [house.person('Li')] } },
  );
  Object.assign(channels, { topic: channel.id, discussion: `dis-${house.customer('C')}` });
  for (const [kind, channelId] of Object.entries(channels)) {
    const { message } = await house.answer<{ message: { id: string } }>(
      'Sun',
      'mutation($input: PostMessageInput!) { message: postMessage(input: $input) { id } }',
      { input: { channelId, text: 'hello' } },
    );
    messages[kind] = message.id;
  }
});
afterAll(() => house?.close());

const message =
  'query($id: ID!) { _entities(representations: [{ __typename: "Message", id: $id }]) { ... on Message { text } } }';
const edit = 'mutation($id: ID!) { editMessage(input: { id: $id, text: "x", expectedVersion: 9 }) { id } }';
const remove = 'mutation($id: ID!) { deleteMessage(input: { id: $id }) { id } }';
const post = 'mutation($id: ID!) { postMessage(input: { channelId: $id, text: "x" }) { id } }';
const add =
  'mutation($id: ID!, $whom: [ID!]!) { addChannelMembers(input: { channelId: $id, employeeIds: $whom }) { id } }';
const read = 'mutation($id: ID!) { markRead(input: { channelId: $id }) { id } }';

test.each<[string, string, (kind: 'topic' | 'discussion') => [string, string]]>([
  ['a message', message, (kind) => [messages[kind]!, 'msg-none']],
  ['changing a message', edit, (kind) => [messages[kind]!, 'msg-none']],
  ['deleting a message', remove, (kind) => [messages[kind]!, 'msg-none']],
  [
    'a channel',
    'query($id: ID!) { channel(id: $id) { name members { totalCount } } }',
    (kind) => [channels[kind]!, absentLike(kind)],
  ],
  ['writing in a channel', post, (kind) => [channels[kind]!, absentLike(kind)]],
  ['adding to a channel', add, (kind) => [channels[kind]!, absentLike(kind)]],
  ['marking a channel as read', read, (kind) => [channels[kind]!, absentLike(kind)]],
])('%s', async (_, document, ids) => {
  for (const kind of ['topic', 'discussion'] as const) {
    const [hidden, absent] = ids(kind).map((id) => ({ id, whom: [house.person('Li')] }));
    const traces = await tracesOf(house.service, 'Zhou', document, { hidden: hidden!, absent: absent! });
    expect(traces.hidden).toEqual(traces.absent);
  }
});

/** Of which kind a channel is its id says. */
const absentLike = (kind: 'topic' | 'discussion') => (kind === 'topic' ? 'chn-none' : 'dis-cus-none');
