/** What people do with opportunities, through the graph. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idFromCode } from '@salesgraph/service-kit';
import { type House, openHouse } from './house.ts';

const FIELDS = `id code stage status version closedOn lostReason idleDays engagedOn expectedCloseOn source
  amount { amount currency } owner { id } customer { code } splits { share employee { id } }
  history { totalCount nodes { stage on actor correction } }`;

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.answer(
    'importer',
    `mutation { importProducts(rows: [{ code: "GTX Pro", listPrice: "4821" }]) { accepted } }`,
  );
});
afterAll(() => house?.close());

const customers = new Map<string, string>();

async function customerOf(engineer: string): Promise<string> {
  const known = customers.get(engineer);
  if (known) return known;
  const { createCustomer } = await house.answer<{ createCustomer: { id: string } }>(
    engineer,
    'mutation($input: CreateCustomerInput!) { createCustomer(input: $input) { id } }',
    { input: { name: `Customer of ${engineer}` } },
  );
  customers.set(engineer, createCustomer.id);
  return createCustomer.id;
}

async function deal(engineer = 'Sun', more: Record<string, unknown> = {}) {
  const input = {
    customerId: await customerOf(engineer),
    amount: '1200.50',
    expectedCloseOn: '2026-04-01',
    productCode: 'GTX Pro',
    ...more,
  };
  const document = `mutation($input: CreateOpportunityInput!) { deal: createOpportunity(input: $input) { ${FIELDS} } }`;
  return (await house.answer<{ deal: Deal }>(engineer, document, { input })).deal;
}

interface Deal {
  id: string;
  code: string;
  version: number;
  history: { totalCount: number; nodes: unknown[] };
}

const TYPES: Record<string, string> = {
  createOpportunity: 'CreateOpportunityInput',
  updateOpportunity: 'UpdateOpportunityInput',
  setOpportunitySplits: 'SetOpportunitySplitsInput',
  moveOpportunity: 'MoveOpportunityInput',
  winOpportunity: 'WinOpportunityInput',
  loseOpportunity: 'LoseOpportunityInput',
  reopenOpportunity: 'ReopenOpportunityInput',
};
const mutation = (field: string) =>
  `mutation($input: ${TYPES[field]}!) { deal: ${field}(input: $input) { ${FIELDS} } }`;
const change = async (field: string, input: Record<string, unknown>, as = 'Sun') =>
  (await house.answer<{ deal: Deal }>(as, mutation(field), { input })).deal;
const fault = (field: string, input: Record<string, unknown>, as = 'Sun') =>
  house.fault(as, mutation(field), { input });

describe('a new opportunity', () => {
  test('belongs to the engineer who records it, wholly, in the first stage', async () => {
    expect(await deal()).toMatchObject({
      stage: 'PROSPECTING',
      status: 'OPEN',
      version: 1,
      idleDays: 0,
      amount: { amount: '1200.50', currency: 'USD' },
      owner: { id: house.person('Sun') },
      splits: [{ share: '1.000000', employee: { id: house.person('Sun') } }],
      history: { nodes: [{ stage: 'PROSPECTING', on: '2026-03-10', actor: 'Sun', correction: false }] },
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['an amount that is none', { amount: '12.345' }, 'amount'],
    ['an amount below zero', { amount: '-1' }, 'amount'],
    ['another currency', { currency: 'EUR' }, 'currency'],
    ['a product nobody sells', { productCode: 'GTXPro' }, 'productCode'],
    ['an outlet that does not exist', { outletId: 'out-none' }, 'outletId'],
    ['a customer that does not exist', { customerId: 'cus-none' }, 'customerId'],
    ['a closed stage', { stage: 'WON' }, 'stage'],
    ['a blank code', { code: ' ' }, 'code'],
    ['a day that is none', { expectedCloseOn: '2026-02-30' }, 'expectedCloseOn'],
    ['an owner outside the own reach', { ownerId: 'Zhou' }, 'ownerId'],
  ])('is refused with %s, naming the field', async (_, more, field) => {
    const { count } = await house.count();
    const input = {
      customerId: await customerOf('Sun'),
      amount: '1',
      expectedCloseOn: '2026-04-01',
      ...more,
      ...(more.ownerId ? { ownerId: house.person('Zhou') } : {}),
    };
    const { code, fields, message } = await fault('createOpportunity', input);
    expect(code).toBe('BAD_USER_INPUT');
    expect(`${fields.join()} ${message}`).toContain(field);
    expect((await house.count()).count).toBe(count);
  });

  test('is served at an outlet that sales-network has told of, twice, late or out of order', async () => {
    const outlet = (code: string, seq: number) => ({
      ...{ id: `out-1-${seq}`, aggregateId: 'out-1', seq, type: 'sales-network.outlet.changed', version: 1 },
      ...{ at: new Date('2026-03-01T00:00:00Z'), actor: 'test' },
      data: { id: 'out-1', code, name: code, unitId: null, kinds: [], records: [], point: null },
    });
    await house.service.deliver([outlet('O-2', 2), outlet('O-1', 1), outlet('O-2', 2)]);
    const { id } = await deal('Sun', { outletId: 'out-1' });
    const { opportunity } = await house.answer('Sun', '{ opportunity(id: "ID") { outlet { id } } }'.replace('ID', id));
    expect(opportunity).toEqual({ outlet: { id: 'out-1' } });
    const row = { code: 'AT-O', ownerCode: 'Sun', stage: 'Prospecting', outletCode: 'O-2' };
    await house.imported([row]);
    await expect(house.imported([{ ...row, code: 'AT-OLD', outletCode: 'O-1' }])).rejects.toThrow('outletCode');
  });

  test('is created once per key, also when the calls meet', async () => {
    const more = { code: 'ONCE', idempotencyKey: 'phone-1' };
    const made = await Promise.all([deal('Sun', more), deal('Sun', more), deal('Sun', more)]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await deal('Sun', more)).toMatchObject({ code: 'ONCE', version: 1 });
    const other = {
      customerId: await customerOf('Sun'),
      amount: '9',
      expectedCloseOn: '2026-04-01',
      idempotencyKey: 'phone-1',
    };
    expect(await fault('createOpportunity', other)).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: ['idempotencyKey'],
    });
    const taken = { ...other, code: 'ONCE', idempotencyKey: 'phone-2' };
    expect(await fault('createOpportunity', taken)).toMatchObject({ code: 'CONFLICT', fields: ['code'] });
  });
});

describe('an opportunity moves through the process', () => {
  test('from prospecting over engaging to won, each step in the history', async () => {
    const { id } = await deal();
    expect(await change('moveOpportunity', { id, stage: 'ENGAGING', on: '2026-03-05' })).toMatchObject({
      stage: 'ENGAGING',
      engagedOn: '2026-03-05',
      idleDays: 5,
      version: 2,
    });
    const won = await change('winOpportunity', { id, closedOn: '2026-03-09', amount: '1300', expectedVersion: 2 });
    expect(won).toMatchObject({
      stage: 'WON',
      status: 'WON',
      closedOn: '2026-03-09',
      amount: { amount: '1300.00' },
      idleDays: 0,
      version: 3,
    });
    expect(won.history.nodes).toMatchObject([
      { stage: 'PROSPECTING' },
      { stage: 'ENGAGING' },
      { stage: 'WON', on: '2026-03-09' },
    ]);
    const { opportunity } = await house.answer<{ opportunity: { closedAt: string } }>(
      'Sun',
      'query($id: ID!) { opportunity(id: $id) { closedAt } }',
      { id },
    );
    expect(new Date(opportunity.closedAt).toISOString()).toBe('2026-03-08T16:00:00.000Z');
  });

  test('lost with a reason and opened again', async () => {
    const { id } = await deal();
    expect(await change('loseOpportunity', { id, closedOn: '2026-03-09', reason: 'price' })).toMatchObject({
      status: 'LOST',
      lostReason: 'price',
    });
    expect(await change('reopenOpportunity', { id })).toMatchObject({
      status: 'OPEN',
      stage: 'PROSPECTING',
      closedOn: null,
      lostReason: null,
    });
  });

  test('never where the state or the process forbids it, and nothing changes', async () => {
    const { id } = await deal('Sun', { engagedOn: '2026-03-01' });
    expect(await fault('winOpportunity', { id, closedOn: '2026-02-28' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: ['closedOn'],
    });
    expect(await fault('loseOpportunity', { id, closedOn: '2026-03-09', reason: ' ' })).toMatchObject({
      fields: ['reason'],
    });
    expect(await fault('moveOpportunity', { id, stage: 'NOWHERE' })).toMatchObject({ fields: ['stage'] });
    expect(await fault('reopenOpportunity', { id })).toMatchObject({ fields: ['id'] });
    expect(await fault('winOpportunity', { id, closedOn: '2026-03-09', expectedVersion: 7 })).toMatchObject({
      code: 'CONFLICT',
      fields: ['expectedVersion'],
    });
    const { opportunity } = await house.answer<{ opportunity: Deal }>(
      'Sun',
      `query($id: ID!) { opportunity(id: $id) { version history { totalCount } } }`,
      { id },
    );
    expect(opportunity).toEqual({ version: 1, history: { totalCount: 1 } });
  });

  test('once per key: a repeat is answered with what is recorded, also when the calls meet', async () => {
    const { id } = await deal();
    const win = { id, closedOn: '2026-03-09', expectedVersion: 1, idempotencyKey: 'win-1' };
    const both = await Promise.all([change('winOpportunity', win), change('winOpportunity', win)]);
    both.push(await change('winOpportunity', win));
    for (const one of both) expect(one).toMatchObject({ version: 2, status: 'WON', history: { totalCount: 2 } });
    expect(await fault('winOpportunity', { ...win, closedOn: '2026-03-08' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: ['idempotencyKey'],
    });
    expect(await fault('winOpportunity', { ...win, idempotencyKey: 'win-2' })).toMatchObject({ code: 'CONFLICT' });
  });

  test('one of two who win and lose it at the same moment is refused', async () => {
    const { id } = await deal();
    const both = await Promise.all([
      house.request(mutation('winOpportunity'), { input: { id, closedOn: '2026-03-09' } }, 'Sun'),
      house.request(mutation('loseOpportunity'), { input: { id, closedOn: '2026-03-09', reason: 'price' } }, 'Sun'),
    ]);
    expect(both.filter(({ errors }) => !errors)).toHaveLength(1);
    const { opportunity } = await house.answer<{ opportunity: Deal }>(
      'Sun',
      'query($id: ID!) { opportunity(id: $id) { version history { totalCount } } }',
      { id },
    );
    expect(opportunity).toEqual({ version: 2, history: { totalCount: 2 } });
  });
});

describe('every change', () => {
  interface Told {
    seq: number;
    type: string;
    actor: string;
    data: Record<string, unknown>;
  }
  const told = async (id: string) => {
    await house.service.drainEvents();
    const log = house.service.connection.collection('event_log');
    return (await log.find({ aggregateId: id }).sort({ seq: 1 }).toArray()) as unknown as Told[];
  };

  test('is told once and in order, with the whole state after it and nothing about the customer', async () => {
    const { id, code } = await deal('Sun', { source: 'fair' });
    await change('setOpportunitySplits', {
      id,
      splits: [
        { employeeId: house.person('Sun'), share: '0.75' },
        { employeeId: house.person('Zheng'), share: '0.25' },
      ],
    });
    await change('winOpportunity', { id, closedOn: '2026-03-09' });
    await fault('winOpportunity', { id, closedOn: '2026-03-09' });
    const events = await told(id);
    expect(events.map(({ seq, type, actor }) => `${seq} ${type} ${actor}`)).toEqual(
      [1, 2, 3].map((seq) => `${seq} customers.opportunity.changed Sun`),
    );
    expect(events[0]!.data).toMatchObject({ status: 'OPEN', stage: 'PROSPECTING', closedOn: null });
    expect(events[2]!.data).toEqual({
      ...{ id, code, ownerId: house.person('Sun'), status: 'WON', stage: 'WON', source: 'fair' },
      splits: [
        { employeeId: house.person('Sun'), shareBp: 7_500 },
        { employeeId: house.person('Zheng'), shareBp: 2_500 },
      ],
      ...{ amountMinor: 120_050, currency: 'USD', customerId: await customerOf('Sun'), productCode: 'GTX Pro' },
      ...{ outletId: null, engagedOn: null, expectedCloseOn: '2026-04-01', closedOn: '2026-03-09', lostReason: null },
    });
  });

  test('by an import is told as well, and the same rows again tell nothing', async () => {
    const row = { code: 'TOLD', ownerCode: 'Sun', stage: 'Prospecting', amount: '5' };
    const id = idFromCode('opp', 'TOLD');
    for (const amount of ['5', '5', '6', '6']) await house.imported([{ ...row, amount }]);
    expect((await told(id)).map(({ seq, data }) => [seq, data.amountMinor])).toEqual([
      [1, 500],
      [2, 600],
    ]);
  });
});

describe('edits', () => {
  test('change what is given and keep the rest', async () => {
    const { id } = await deal('Sun', { source: 'fair' });
    expect(await change('updateOpportunity', { id, amount: '99', productCode: null })).toMatchObject({
      amount: { amount: '99.00' },
      source: 'fair',
      version: 2,
    });
    expect(await fault('updateOpportunity', { id, amount: null })).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: ['amount'],
    });
  });

  test('made by many at once without a version are all taken', async () => {
    const { id } = await deal();
    await Promise.all(['a', 'b', 'c'].map((source) => change('updateOpportunity', { id, source })));
    expect(await change('updateOpportunity', { id, source: 'd' })).toMatchObject({ version: 5 });
  });

  test('share the credit, exactly', async () => {
    const { id } = await deal();
    const split = (...shares: [string, string][]) => ({
      id,
      splits: shares.map(([code, share]) => ({ employeeId: house.person(code), share })),
    });
    expect(await change('setOpportunitySplits', split(['Sun', '0.6'], ['Zhou', '0.4']))).toMatchObject({
      splits: [{ share: '0.600000' }, { share: '0.400000', employee: { id: house.person('Zhou') } }],
    });
    for (const wrong of [
      split(['Sun', '0.6'], ['Zhou', '0.3']),
      split(['Zhou', '1']),
      split(['Sun', '0.5'], ['Sun', '0.5']),
      split(['Sun', '0.33333'], ['Zhou', '0.66667']),
      { id, splits: [{ employeeId: 'emp-none', share: '1' }] },
    ]) {
      expect(await fault('setOpportunitySplits', wrong)).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    expect(await change('setOpportunitySplits', { id, splits: [] })).toMatchObject({
      splits: [{ share: '1.000000', employee: { id: house.person('Sun') } }],
    });
  });

  test('that hand a deal over hand the whole credit and the sight of its customer over', async () => {
    const { id } = await deal('Sun');
    const seen = () => house.answer('Li', 'query($id: ID!) { opportunity(id: $id) { customer { name } } }', { id });
    expect(await seen()).toEqual({ opportunity: null });
    expect(await change('updateOpportunity', { id, ownerId: house.person('Li') }, 'Qian')).toMatchObject({
      owner: { id: house.person('Li') },
      splits: [{ employee: { id: house.person('Li') } }],
    });
    expect(await seen()).toEqual({ opportunity: { customer: { name: 'Customer of Sun' } } });
    await change('updateOpportunity', { id, ownerId: house.person('Sun') }, 'Qian');
    const { customer } = await house.answer<{ customer: unknown }>(
      'Li',
      'query($id: ID!) { customer(id: $id) { id } }',
      {
        id: await customerOf('Sun'),
      },
    );
    expect(customer).toBeNull();
  });
});
