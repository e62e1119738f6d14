/** People writing to each other, through the graph. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeCursor } from '@salesgraph/service-kit';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

interface Channel {
  id: string;
  name: string;
  version: number;
  unreadCount: number;
  lastMessage: { text: string } | null;
  members: { totalCount: number; nodes: { id: string }[] };
}
interface Message {
  id: string;
  text: string | null;
  version: number;
  editedAt: string | null;
  deletedAt: string | null;
}

const CHANNEL = 'id name kind version unreadCount unit { id } lastMessage { text } members { totalCount nodes { id } }';
const MESSAGE = 'id text sentAt version editedAt deletedAt author { id } channel { id }';

const OPERATIONS = {
  createChannel: ['CreateChannelInput', CHANNEL],
  addChannelMembers: ['ChannelMembersInput', CHANNEL],
  removeChannelMembers: ['ChannelMembersInput', CHANNEL],
  markRead: ['MarkReadInput', CHANNEL],
  postMessage: ['PostMessageInput', MESSAGE],
  editMessage: ['EditMessageInput', MESSAGE],
  deleteMessage: ['DeleteMessageInput', MESSAGE],
} as const;
type Operation = keyof typeof OPERATIONS;

const mutation = (field: Operation) =>
  `mutation($input: ${OPERATIONS[field][0]}!) { result: ${field}(input: $input) { ${OPERATIONS[field][1]} } }`;
const run = async <T>(caller: string, field: Operation, input: object): Promise<T> =>
  (await house.answer<{ result: T }>(caller, mutation(field), { input })).result;
const fault = (caller: string, field: Operation, input: object) => house.fault(caller, mutation(field), { input });

const topic = (caller: string, name: string, members: string[]) =>
  run<Channel>(caller, 'createChannel', { kind: 'TOPIC', name, memberIds: members.map(house.person) });
const post = (caller: string, channelId: string, text: string) =>
  run<Message>(caller, 'postMessage', { channelId, text });
const look = async (caller: string, id: string) =>
  (
    await house.answer<{ channel: (Channel & { messages: { totalCount: number; nodes: Message[] } | null }) | null }>(
      caller,
      `query($id: ID!) { channel(id: $id) { ${CHANNEL} messages { totalCount nodes { ${MESSAGE} } } } }`,
      { id },
    )
  ).channel;

describe('a channel', () => {
  test('of a unit has the people of its subtree today as members', async () => {
    const channel = await run<Channel>('Zhao', 'createChannel', { kind: 'UNIT', unitId: house.unit('East') });
    expect(channel).toMatchObject({
      name: 'East',
      unit: { id: house.unit('East') },
      unreadCount: 0,
      lastMessage: null,
    });
    expect(channel.members.nodes.map(({ id }) => id).sort()).toEqual(
      ['Zhao', 'Qian', 'Sun', 'Li', 'Wu', 'Zheng'].map(house.person).sort(),
    );
    for (const name of ['Zhao', 'Qian', 'Zheng']) expect((await look(name, channel.id))?.id).toBe(channel.id);
    for (const name of ['Feng', 'Zhou', 'Wang', 'Hr', 'importer']) expect(await look(name, channel.id)).toBeNull();
  });

  test('of a topic has those added, and the one who opened it', async () => {
    const channel = await topic('Sun', 'Spring', ['Zhou']);
    expect(channel.members.totalCount).toBe(2);
    const more = await run<Channel>('Zhou', 'addChannelMembers', {
      channelId: channel.id,
      employeeIds: [house.person('Li')],
      expectedVersion: 1,
    });
    expect(more).toMatchObject({ version: 2, members: { totalCount: 3 } });
    const same = await run<Channel>('Zhou', 'addChannelMembers', {
      channelId: channel.id,
      employeeIds: [house.person('Li')],
    });
    expect(same.version).toBe(2);
    await run('Sun', 'removeChannelMembers', { channelId: channel.id, employeeIds: [house.person('Zhou')] });
    expect(await look('Zhou', channel.id)).toBeNull();
    expect(await fault('Sun', 'addChannelMembers', { channelId: channel.id, employeeIds: ['emp-none'] })).toMatchObject(
      { fields: ['employeeIds'] },
    );
    expect(
      await fault('Sun', 'addChannelMembers', {
        channelId: channel.id,
        employeeIds: [house.person('Wu')],
        expectedVersion: 1,
      }),
    ).toMatchObject({ code: 'CONFLICT' });
  });

  test('between two goes by the name of the other', async () => {
    const channel = await run<Channel>('Sun', 'createChannel', { kind: 'DIRECT', memberIds: [house.person('Zhou')] });
    expect(channel.name).toBe('Zhou');
    expect((await look('Zhou', channel.id))?.name).toBe('Sun');
    expect(
      await fault('Sun', 'addChannelMembers', { channelId: channel.id, employeeIds: [house.person('Li')] }),
    ).toMatchObject({ fields: ['channelId'] });
  });

  test.each<[string, object, string]>([
    ['a topic without a name', { kind: 'TOPIC' }, 'name'],
    ['a unit nobody knows', { kind: 'UNIT', unitId: 'unit-none' }, 'unitId'],
    ['a person nobody knows', { kind: 'DIRECT', memberIds: ['emp-none'] }, 'memberIds'],
  ])('is refused as %s', async (_, input, field) => {
    expect(await fault('Sun', 'createChannel', input)).toMatchObject({ code: 'BAD_USER_INPUT', fields: [field] });
  });

  test('is opened once per key', async () => {
    const input = { kind: 'TOPIC', name: 'Once', idempotencyKey: 'k' };
    const made = await Promise.all([1, 2, 3].map(() => run<Channel>('Sun', 'createChannel', input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  test('is administered without its messages being read', async () => {
    const channel = await topic('Sun', 'Private', ['Li']);
    await post('Sun', channel.id, 'secret');
    expect(await look('administrator', channel.id)).toMatchObject({
      name: 'Private',
      messages: null,
      lastMessage: null,
      unreadCount: 0,
    });
    await run('administrator', 'addChannelMembers', { channelId: channel.id, employeeIds: [house.person('Wang')] });
    expect((await look('Wang', channel.id))?.lastMessage).toEqual({ text: 'secret' });
    expect(await fault('administrator', 'postMessage', { channelId: channel.id, text: 'x' })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('a message', () => {
  test('is unread by the others until they read it', async () => {
    const { id } = await topic('Sun', 'Unread', ['Zhou']);
    const first = await post('Sun', id, 'one');
    await post('Sun', id, 'two');
    expect((await look('Sun', id))?.unreadCount).toBe(0);
    expect((await look('Zhou', id))?.unreadCount).toBe(2);
    expect((await run<Channel>('Zhou', 'markRead', { channelId: id, messageId: first.id })).unreadCount).toBe(1);
    await run('Zhou', 'markRead', { channelId: id });
    await run('Zhou', 'markRead', { channelId: id, messageId: first.id });
    expect(await look('Zhou', id)).toMatchObject({ unreadCount: 0, lastMessage: { text: 'two' } });
    const elsewhere = await post('Sun', (await topic('Sun', 'Elsewhere', [])).id, 'x');
    expect(await fault('Zhou', 'markRead', { channelId: id, messageId: elsewhere.id })).toMatchObject({
      fields: ['messageId'],
    });
  });

  test('is edited and deleted by its author alone, and both leave a trace', async () => {
    const { id } = await topic('Sun', 'Trace', ['Zhou']);
    const message = await post('Sun', id, 'good morning');
    const other = await fault('Zhou', 'editMessage', { id: message.id, text: 'x' });
    expect(other.code).toBe('FORBIDDEN');
    const stranger = await fault('Feng', 'editMessage', { id: message.id, text: 'x' });
    expect(stranger).toEqual(await fault('Feng', 'editMessage', { id: 'msg-none', text: 'x' }));
    expect(stranger.code).toBe('NOT_FOUND');

    const edited = await run<Message>('Sun', 'editMessage', {
      id: message.id,
      text: 'good evening',
      expectedVersion: 1,
    });
    expect(edited).toMatchObject({ text: 'good evening', version: 2, editedAt: expect.any(String) });
    expect(await fault('Sun', 'editMessage', { id: message.id, text: 'x', expectedVersion: 1 })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await run('Sun', 'deleteMessage', { id: message.id })).toMatchObject({
      text: null,
      deletedAt: expect.any(String),
      version: 3,
    });
    expect(await run('Sun', 'deleteMessage', { id: message.id })).toMatchObject({ version: 3 });
    expect(await fault('Sun', 'editMessage', { id: message.id, text: 'x' })).toMatchObject({ fields: ['id'] });
    expect(await look('Zhou', id)).toMatchObject({
      unreadCount: 0,
      lastMessage: null,
      messages: { totalCount: 1, nodes: [{ text: null }] },
    });
    expect(await house.trace(message.id)).toEqual(['good morning', 'good evening']);
  });

  test.each(['', '  \n', 'x'.repeat(4_001)])('with a bad text is refused', async (text) => {
    const { id } = await topic('Sun', 'Bad', []);
    expect(await fault('Sun', 'postMessage', { channelId: id, text })).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: ['text'],
    });
    expect((await look('Sun', id))?.messages?.totalCount).toBe(0);
  });

  test('posted where one does not belong looks like posted nowhere', async () => {
    const { id } = await topic('Sun', 'Closed', []);
    const hidden = await fault('Zhou', 'postMessage', { channelId: id, text: 'x' });
    expect(hidden.code).toBe('NOT_FOUND');
    expect(hidden).toEqual(await fault('Zhou', 'postMessage', { channelId: 'chn-none', text: 'x' }));
  });

  test('is posted once per key, and many at the same moment all find a place', async () => {
    const { id } = await topic('Sun', 'Busy', ['Zhou']);
    const input = { channelId: id, text: 'again and again', idempotencyKey: 'phone' };
    const repeated = await Promise.all([1, 2, 3].map(() => run<Message>('Sun', 'postMessage', input)));
    expect(new Set(repeated.map((message) => message.id)).size).toBe(1);
    const texts = Array.from({ length: 30 }, (_, i) => `message ${i}`);
    await Promise.all(texts.map((text, i) => post(i % 2 ? 'Sun' : 'Zhou', id, text)));
    const seen = (await look('Sun', id))!.messages!;
    expect(seen.totalCount).toBe(31);
    expect(seen.nodes.map(({ text }) => text).sort()).toEqual([...texts, 'again and again'].sort());
  });

  test('is found again page by page, also past numbers that nobody took', async () => {
    const { id } = await topic('Sun', 'Long', []);
    const expected: string[] = [];
    for (let i = 0; i < 25; i++) {
      if (i % 8 === 3) await house.loseNumbers(id, 40);
      await post('Sun', id, `message ${i}`);
      expected.unshift(`message ${i}`);
    }
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const {
        channel,
      }: {
        channel: { messages: { nodes: { text: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      } = await house.answer(
        'Sun',
        'query($id: ID!, $after: String) { channel(id: $id) { messages(first: 4, after: $after) { nodes { text } pageInfo { hasNextPage endCursor } } } }',
        { id, after },
      );
      seen.push(...channel.messages.nodes.map(({ text }) => text));
      after = channel.messages.pageInfo.endCursor;
      more = channel.messages.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(expected);
  });

  test('is resolved as an entity for members and for nobody else', async () => {
    const { id } = await topic('Sun', 'Entity', ['Li']);
    const message = await post('Sun', id, 'here');
    const document =
      'query($all: [_Any!]!) { _entities(representations: $all) { ... on Message { text } ... on Channel { name } } }';
    const all = [
      { __typename: 'Message', id: message.id },
      { __typename: 'Channel', id },
      { __typename: 'Message', id: 'msg-none' },
    ];
    expect(await house.answer('Li', document, { all })).toEqual({
      _entities: [{ text: 'here' }, { name: 'Entity' }, null],
    });
    expect(await house.answer('Zhou', document, { all })).toEqual({ _entities: [null, null, null] });
  });
});

test('a cursor of another list is refused', async () => {
  const { id } = await topic('Sun', 'Cursor', []);
  const fault = await house.fault(
    'Sun',
    'query($id: ID!, $after: String) { channel(id: $id) { messages(after: $after) { totalCount } } }',
    { id, after: encodeCursor([id]) },
  );
  expect(fault).toMatchObject({ code: 'BAD_USER_INPUT', fields: ['after'] });
});

test('who changes the unit leaves its channels behind and finds those of the new one', async () => {
  const open = (leader: string, unit: string) =>
    run<Channel>(leader, 'createChannel', { kind: 'UNIT', unitId: house.unit(unit) });
  const [east, west] = await Promise.all([open('Zhao', 'East'), open('Feng', 'West')]);
  const seen = async () => [await look('Li', east.id), await look('Li', west.id)].map((one) => one?.id ?? null);
  expect(await seen()).toEqual([east.id, null]);
  await house.move('Li', 'West One');
  expect(await seen()).toEqual([null, west.id]);
});

describe('the number of calls to the database is the same for 10 channels and for 200', () => {
  const fields =
    'id name kind unreadCount unit { id } lastMessage { text author { id } } members(first: 3) { totalCount nodes { id } }';
  const topics: string[] = [];
  let own: House;
  beforeAll(async () => {
    own = await openHouse();
    const openWithMessage = async (_: unknown, i: number) => {
      const input = { kind: 'TOPIC', name: `Channel ${i}`, memberIds: [own.person('Zheng')] };
      const { result } = await own.answer<{ result: Channel }>('Wu', mutation('createChannel'), { input });
      await own.answer('Wu', mutation('postMessage'), { input: { channelId: result.id, text: 'hello' } });
      return result.id;
    };
    topics.push(...(await Promise.all(Array.from({ length: 200 }, openWithMessage))));
  });
  afterAll(() => own?.close());

  test('in a list', async () => {
    const document = `query($first: Int!) { channels(first: $first) { totalCount nodes { ${fields} messages(first: 2) { totalCount nodes { text channel { name } } } } } }`;
    const read = (first: number) =>
      own.answer<{ channels: { nodes: { unreadCount: number; lastMessage: { text: string } }[] } }>('Zheng', document, {
        first,
      });
    const ten = await own.countCommands(() => read(10));
    expect(await own.countCommands(() => read(200))).toBe(ten);
    const { nodes } = (await read(200)).channels;
    expect(nodes).toHaveLength(200);
    expect(nodes.every(({ unreadCount, lastMessage }) => unreadCount === 1 && lastMessage.text === 'hello')).toBe(true);
  });

  test('among entities of all kinds', async () => {
    const open = async (input: object) =>
      (await own.answer<{ result: Channel }>('Wu', mutation('createChannel'), { input })).result.id;
    const others = [
      await open({ kind: 'UNIT', unitId: own.unit('East Two') }),
      await open({ kind: 'DIRECT', memberIds: [own.person('Zheng')] }),
    ];
    const document = `query($all: [_Any!]!) { _entities(representations: $all) { ... on Channel { ${fields} } } }`;
    const read = (count: number) =>
      own.answer('Zheng', document, {
        all: [...others, ...topics.slice(0, count)].map((id) => ({ __typename: 'Channel', id })),
      });
    const ten = await own.countCommands(() => read(10));
    expect(await own.countCommands(() => read(200))).toBe(ten);
  });
});
