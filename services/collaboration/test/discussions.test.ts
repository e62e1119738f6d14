/** People writing about a customer or an opportunity: where it is shown, to whom, and at what cost. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.customers({ Acme: 'Sun', Bluth: 'Zhou', Nobodys: null });
  await house.deals([
    { code: 'D1', customer: 'Acme', people: ['Zheng'] },
    { code: 'D2', customer: 'Bluth', people: ['Zhou', 'Li'] },
  ]);
});
afterAll(() => house?.close());

interface Discussion {
  id: string;
  name: string;
  kind: string;
  unreadCount: number;
  lastMessage: { text: string } | null;
  messages: { totalCount: number; nodes: { text: string; author: { id: string } }[] } | null;
}

const FIELDS = `id name kind unreadCount lastMessage { text } customer { id } opportunity { id }
  members { nodes { id } } messages(first: 5) { totalCount nodes { text author { id } } }`;

/** The discussions of some entities, as another subgraph or the gateway asks for them. */
async function discussions(caller: string, entities: [string, string][]): Promise<(Discussion | null)[]> {
  const { _entities } = await house.answer<{ _entities: ({ discussion: Discussion | null } | null)[] }>(
    caller,
    `query($all: [_Any!]!) { _entities(representations: $all) {
      ... on Customer { discussion { ${FIELDS} } } ... on Opportunity { discussion { ${FIELDS} } } } }`,
    { all: entities.map(([__typename, id]) => ({ __typename, id })) },
  );
  return _entities.map((one) => one?.discussion ?? null);
}
const ofCustomer = async (caller: string, code: string) =>
  (await discussions(caller, [['Customer', house.customer(code)]]))[0] ?? null;
const POST = 'mutation($input: PostMessageInput!) { postMessage(input: $input) { id channel { id } } }';
const post = (caller: string, channelId: string, text: string, more: object = {}) =>
  house.answer<{ postMessage: { id: string } }>(caller, POST, { input: { channelId, text, ...more } });

describe('the discussion of a customer', () => {
  test('is there before the first message', async () => {
    expect(await ofCustomer('Sun', 'Acme')).toEqual({
      ...{ id: expect.any(String), name: 'Customer Acme', kind: 'DISCUSSION', unreadCount: 0, lastMessage: null },
      ...{ customer: { id: house.customer('Acme') }, opportunity: null },
      members: { nodes: ['Sun', 'Zheng'].map((code) => ({ id: house.person(code) })) },
      messages: { totalCount: 0, nodes: [] },
    });
  });

  test('is shared by everybody who may see the customer', async () => {
    const { id } = (await ofCustomer('Sun', 'Acme'))!;
    await Promise.all([post('Sun', id, 'They like the blue one'), post('Zheng', id, 'I know their buyer')]);
    for (const reader of ['Sun', 'Zheng', 'Qian', 'Wu', 'Zhao', 'Wang']) {
      const seen = await ofCustomer(reader, 'Acme');
      expect(seen?.messages?.nodes.map(({ text }) => text).sort()).toEqual([
        'I know their buyer',
        'They like the blue one',
      ]);
      expect(seen?.unreadCount).toBe(reader === 'Sun' || reader === 'Zheng' ? 1 : 2);
    }
    await house.answer('Wang', 'mutation($input: MarkReadInput!) { markRead(input: $input) { id } }', {
      input: { channelId: id },
    });
    expect((await ofCustomer('Wang', 'Acme'))?.unreadCount).toBe(0);
  });

  test('hides from all others as if there were none', async () => {
    const { id } = (await ofCustomer('Sun', 'Acme'))!;
    const absent = await house.fault('Li', POST, { input: { channelId: 'dis-cus-none', text: 'x' } });
    for (const stranger of ['Li', 'Zhou', 'Feng', 'Hr']) expect(await ofCustomer(stranger, 'Acme')).toBeNull();
    for (const stranger of ['Li', 'Zhou', 'Feng']) {
      expect(await house.fault(stranger, POST, { input: { channelId: id, text: 'x' } })).toEqual(absent);
    }
    expect(absent.code).toBe('NOT_FOUND');
    expect(await ofCustomer('Wang', 'Nowhere')).toBeNull();
    const calls = (code: string) => house.countCommands(() => ofCustomer('Li', code));
    expect(await calls('Acme')).toBe(await calls('Nowhere'));
  });

  test('opens to whoever gets a deal with the customer, and closes behind who hands it over', async () => {
    expect(await ofCustomer('Li', 'Nobodys')).toBeNull();
    expect((await ofCustomer('Wang', 'Nobodys'))?.name).toBe('Customer Nobodys');
    await house.deals([{ code: 'D3', customer: 'Nobodys', people: ['Li'] }]);
    expect((await ofCustomer('Li', 'Nobodys'))?.name).toBe('Customer Nobodys');
    const handedOver = { code: 'D3', customer: 'Nobodys', people: ['Zhou'], seq: 2 };
    // Twice, and the state before once more: late and repeated events change nothing.
    await house.deals([handedOver, handedOver, { ...handedOver, people: ['Li'], seq: 1 }]);
    expect(await ofCustomer('Li', 'Nobodys')).toBeNull();
    expect((await ofCustomer('Zhou', 'Nobodys'))?.name).toBe('Customer Nobodys');
  });

  test('is seen by an administrator without its messages', async () => {
    expect(await ofCustomer('administrator', 'Acme')).toMatchObject({
      ...{ name: 'Customer Acme', messages: null, lastMessage: null, unreadCount: 0 },
    });
  });

  test('is neither opened by hand nor given members', async () => {
    const { id } = (await ofCustomer('Sun', 'Acme'))!;
    expect(
      await house.fault('Sun', 'mutation($input: CreateChannelInput!) { createChannel(input: $input) { id } }', {
        input: { kind: 'DISCUSSION', name: 'mine' },
      }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', fields: ['kind'] });
    expect(
      await house.fault('Sun', 'mutation($input: ChannelMembersInput!) { addChannelMembers(input: $input) { id } }', {
        input: { channelId: id, employeeIds: [house.person('Li')] },
      }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', fields: ['channelId'] });
  });

  test('takes a first message once per key, and many first messages at the same moment', async () => {
    const { id } = (await ofCustomer('Zhou', 'Bluth'))!;
    const again = Array.from({ length: 3 }, () => post('Zhou', id, 'hello', { idempotencyKey: 'first' }));
    const others = Array.from({ length: 10 }, (_, i) => post('Feng', id, `note ${i}`));
    await Promise.all([...again, ...others]);
    expect((await ofCustomer('Li', 'Bluth'))?.messages?.totalCount).toBe(11);
  });
});

test('the discussion of an opportunity is open to those whose it is and those above them', async () => {
  const read = async (caller: string) => (await discussions(caller, [['Opportunity', house.deal('D2')]]))[0];
  const { id } = (await read('Li'))!;
  await post('Li', id, 'half of it is mine');
  for (const reader of ['Li', 'Zhou', 'Qian', 'Zhao', 'Feng', 'Wang']) {
    expect(await read(reader)).toMatchObject({
      ...{ name: 'D2', opportunity: { id: house.deal('D2') }, customer: null },
      messages: { nodes: [{ text: 'half of it is mine', author: { id: house.person('Li') } }] },
    });
  }
  for (const stranger of ['Sun', 'Wu', 'Hr']) expect(await read(stranger)).toBeNull();
});

test('the number of calls to the database is the same for 10 discussions and for 200', async () => {
  const codes = Array.from({ length: 200 }, (_, i) => `N${i}`);
  await house.customers(Object.fromEntries(codes.map((code) => [code, 'Sun'])));
  await house.deals(codes.map((code) => ({ code, customer: code, people: ['Sun', 'Zhou'] })));
  for (const code of codes.slice(0, 40)) await post('Sun', `dis-${house.customer(code)}`, 'noted');
  const entities = (count: number): [string, string][] =>
    codes.slice(0, count).flatMap((code): [string, string][] => [
      ['Customer', house.customer(code)],
      ['Opportunity', house.deal(code)],
    ]);
  for (const caller of ['Qian', 'Wang']) {
    const ten = await house.countCommands(() => discussions(caller, entities(10)));
    expect(await house.countCommands(() => discussions(caller, entities(200)))).toBe(ten);
    expect(ten).toBeGreaterThan(0);
  }
});
