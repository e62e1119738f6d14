/** What everybody in the company has, put on record through the graph, and under which ids it is found. */
import { setTimeout as wait } from 'node:timers/promises';
import { idFromCode } from '@salesgraph/service-kit';
import {
  ABSENCE,
  CURRENT,
  ENGINEERS,
  FURNISHED,
  LOCKED,
  NOBODY,
  NOW,
  OWNERS,
  type PersonCode,
  personRows,
  SCORED,
  SILENT,
  unitRows,
  worth,
} from './company.ts';
import { recordOrganization } from './organization-records.ts';

export const SERVICES = ['organization', 'sales-network', 'customers', 'performance', 'collaboration'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** A place where records are put: the house behind the gateway, or the services by themselves. */
export interface Ground {
  /** The data of an answer without errors. `service` is the one that owns all fields of the document. */
  ask<T>(service: ServiceName, caller: string, document: string, variables?: object): Promise<T>;
  /** Waits until every service has heard of everything. */
  settle(): Promise<void>;
  /** Puts rows into a collection of a service, for what only its schedule makes. */
  put(service: ServiceName, collection: string, rows: { _id: string }[]): Promise<void>;
}

/** How a record is known. */
export interface Key {
  id: string;
  code: string;
}

/** Kinds of records that belong to a person, and to a unit. */
export const KINDS = {
  person: [
    ...(['employee', 'customer', 'openDeal', 'wonDeal', 'target', 'card'] as const),
    ...(['channel', 'message', 'discussion', 'checklist', 'move'] as const),
  ],
  unit: ['unit', 'outlet', 'unitTarget', 'unitCard', 'unitChannel', 'opening', 'plan'],
} as const;
export type Kind = (typeof KINDS)['person' | 'unit'][number];

/** Every record by kind and by the code of the person or the unit that it belongs to. */
export type Records = Record<Kind, Map<string, Key>>;

const PREFIX: Partial<Record<Kind, string>> = {
  ...{ employee: 'emp', customer: 'cus', openDeal: 'opp', wonDeal: 'opp', target: 'tgt', card: 'card' },
  ...{ unit: 'unit', outlet: 'out', unitTarget: 'tgt', unitCard: 'card' },
  ...{ checklist: 'chk', move: 'mov', plan: 'suc' },
};

/** A key of the same shape as that of a record, of something that never existed. */
export function absent(kind: Kind): Key {
  const code = `Never ${kind}`;
  const prefix = PREFIX[kind];
  if (prefix) return { id: idFromCode(prefix, code), code };
  if (kind === 'discussion') return { id: `dis-${idFromCode('cus', code)}`, code };
  const made: Partial<Record<Kind, string>> = { message: 'msg', opening: 'opn' };
  return { id: `${made[kind] ?? 'chn'}-00000000-0000-4000-8000-000000000000`, code };
}

/** Who has nothing, as a key: what is nested below somebody whose records are hidden must look like this. */
export const nobody = (of: 'person' | 'unit'): Key =>
  of === 'person'
    ? { id: idFromCode('emp', NOBODY.person), code: NOBODY.person }
    : { id: idFromCode('unit', NOBODY.unit), code: NOBODY.unit };

const IMPORTS = {
  importOrgUnits: 'OrgUnitRow',
  importEmployees: 'EmployeeRow',
  importOutlets: 'OutletRow',
  importProducts: 'ProductRow',
  importCustomers: 'CustomerRow',
  importOpportunities: 'OpportunityRow',
  importTargets: 'TargetRow',
} as const;

async function take(ground: Ground, service: ServiceName, field: keyof typeof IMPORTS, rows: object[]): Promise<void> {
  const { result } = await ground.ask<{ result: { rejected: number; rows: object[] } }>(
    service,
    'importer',
    `mutation($rows: [${IMPORTS[field]}!]!) { result: ${field}(rows: $rows) {
      rejected rows { code faults { field message } } } }`,
    { rows },
  );
  if (result.rejected > 0) throw new Error(`${field}: ${JSON.stringify(result.rows)}`);
}

const deal = (person: PersonCode, code: string, more: object) => ({
  ...{ code: `${code} ${person}`, ownerCode: person, customerCode: `C ${person}`, productCode: 'P' },
  ...{ amount: String(worth(person)), outletCode: 'O SALES', source: 'fair', engagedOn: '2026-01-05' },
  ...more,
});

/** What came late of a deal to a locked month. */
const adjustment = (person: PersonCode) => ({
  ...{ _id: idFromCode('adj', person), lockedMonth: LOCKED, carriedInto: CURRENT, at: new Date(NOW) },
  ...{ employeeId: idFromCode('emp', person), opportunityId: idFromCode('opp', `W ${person}`) },
  ...{ amountMinor: 100 * worth(person), currency: 'CNY' },
});

/** Runs of a month end by themselves; one is asked for and waited for. */
async function score(ground: Ground, period: string): Promise<void> {
  const { scorePeriod } = await ground.ask<{ scorePeriod: { id: string } }>(
    'performance',
    'administrator',
    'mutation($period: Month!) { scorePeriod(period: $period) { id } }',
    { period },
  );
  for (const deadline = Date.now() + 60_000; ; await wait(50)) {
    const { scoreRun } = await ground.ask<{ scoreRun: { state: string } }>(
      'performance',
      'administrator',
      'query($id: ID!) { scoreRun(id: $id) { state } }',
      { id: scorePeriod.id },
    );
    if (scoreRun.state === 'PUBLISHED') return;
    if (scoreRun.state === 'FAILED' || Date.now() > deadline) throw new Error(`${period}: ${JSON.stringify(scoreRun)}`);
  }
}

const target = (subjectKind: 'EMPLOYEE' | 'UNIT', subjectCode: string, month: string) => ({
  ...{ subjectKind, subjectCode, month, metric: 'SALES_AMOUNT', target: '1000' },
});

/** Opens a channel and, where there is an author, writes into it. */
async function openChannel(ground: Ground, input: object, author: string | null) {
  const { createChannel } = await ground.ask<{ createChannel: Key }>(
    'collaboration',
    'administrator',
    'mutation($input: CreateChannelInput!) { createChannel(input: $input) { id } }',
    { input },
  );
  if (author === null) return { channel: createChannel.id, message: '' };
  const { postMessage } = await ground.ask<{ postMessage: Key }>(
    'collaboration',
    author,
    'mutation($input: PostMessageInput!) { postMessage(input: $input) { id } }',
    { input: { channelId: createChannel.id, text: `Of ${author}` } },
  );
  return { channel: createChannel.id, message: postMessage.id };
}

/** Puts everything on record. */
export async function record(ground: Ground): Promise<Records> {
  await take(ground, 'organization', 'importOrgUnits', unitRows);
  await take(ground, 'organization', 'importEmployees', personRows);
  await ground.ask(
    'organization',
    'administrator',
    'mutation($input: DelegateDutiesInput!) { delegateDuties(input: $input) { id } }',
    {
      input: {
        fromId: idFromCode('emp', ABSENCE.absent),
        toId: idFromCode('emp', ABSENCE.standIn),
        ...{ from: ABSENCE.from, to: ABSENCE.to, reason: 'leave', expectedVersion: 1 },
      },
    },
  );
  await ground.settle();
  const outlets = FURNISHED.map((unitCode, place) => ({
    ...{ code: `O ${unitCode}`, name: `O ${unitCode}`, kinds: ['SALES'], unitCode, status: 'OPEN', from: '2021-01-01' },
    ...{ latitude: 31 + place / 100, longitude: 121 },
  }));
  await take(ground, 'sales-network', 'importOutlets', outlets);
  await ground.settle();

  const people = OWNERS.map((person) => ({ code: `C ${person}`, ownerCode: person }));
  await take(ground, 'customers', 'importProducts', [{ code: 'P' }]);
  await take(ground, 'customers', 'importCustomers', people);
  await take(ground, 'customers', 'importOpportunities', [
    ...OWNERS.map((person) => deal(person, 'D', { stage: 'ENGAGING' })),
    ...OWNERS.map((person) => deal(person, 'W', { stage: 'WON', closedOn: `${SCORED}-10` })),
  ]);
  await ground.settle();
  await ground.put('performance', 'adjustments', OWNERS.map(adjustment));
  await score(ground, SCORED);
  await take(ground, 'performance', 'importTargets', [
    ...OWNERS.map((person) => target('EMPLOYEE', person, SCORED)),
    ...FURNISHED.map((unit) => target('UNIT', unit, SCORED)),
  ]);
  await score(ground, SCORED);
  // Final from here on: the schedule would have it scored anew, with other cards.
  await ground.ask('performance', 'administrator', `mutation { lockPeriod(period: "${SCORED}") { state } }`);

  const records = await keysOf(ground);
  for (const person of OWNERS) {
    const author = SILENT.includes(person) ? 'Bo' : person;
    const memberIds = [...new Set([person, author])].map((code) => idFromCode('emp', code));
    const { channel, message } = await openChannel(ground, { kind: 'TOPIC', name: `T ${person}`, memberIds }, author);
    records.channel.set(person, { id: channel, code: `T ${person}` });
    records.message.set(person, { id: message, code: `Of ${author}` });
  }
  for (const unit of FURNISHED) {
    const { channel } = await openChannel(ground, { kind: 'UNIT', unitId: idFromCode('unit', unit) }, null);
    records.unitChannel.set(unit, { id: channel, code: unit });
  }
  await recordOrganization(ground, records);
  await ground.settle();
  return records;
}

/** Ids that come with codes, and those of targets and cards as the administrator reads them. */
async function keysOf(ground: Ground): Promise<Records> {
  const byCode = (prefix: string, codes: readonly string[], name: (code: string) => string = (code) => code) =>
    new Map(codes.map((code) => [code, { id: idFromCode(prefix, name(code)), code: name(code) }]));
  const customer = byCode('cus', OWNERS, (person) => `C ${person}`);
  const read = async (typename: string, prefix: string, codes: readonly string[]) => {
    const ofEach = await Promise.all(
      codes.map((code) =>
        ground.ask<{ targets: { nodes: { id: string }[] } }>(
          'performance',
          'administrator',
          'query($filter: TargetFilter) { targets(filter: $filter) { nodes { id } } }',
          { filter: { from: SCORED, subjects: [idFromCode(prefix, code)], subjectKind: typename } },
        ),
      ),
    );
    return new Map(codes.map((code, place) => [code, { id: ofEach[place]!.targets.nodes[0]!.id, code }]));
  };
  const { period } = await ground.ask<{ period: { currentRun: { id: string } } }>(
    'performance',
    'administrator',
    `{ period(month: "${SCORED}") { currentRun { id } } }`,
  );
  const cards = (prefix: string, codes: readonly string[]) =>
    new Map(
      codes.map((code) => {
        const id = idFromCode('card', `${period.currentRun.id}/${idFromCode(prefix, code)}`);
        return [code, { id, code }];
      }),
    );
  return {
    employee: byCode('emp', OWNERS),
    customer,
    openDeal: byCode('opp', OWNERS, (person) => `D ${person}`),
    wonDeal: byCode('opp', OWNERS, (person) => `W ${person}`),
    target: await read('EMPLOYEE', 'emp', OWNERS),
    card: cards('emp', ENGINEERS),
    channel: new Map(),
    message: new Map(),
    discussion: new Map([...customer].map(([person, { id, code }]) => [person, { id: `dis-${id}`, code }])),
    unit: byCode('unit', FURNISHED),
    outlet: byCode('out', FURNISHED, (unit) => `O ${unit}`),
    unitTarget: await read('UNIT', 'unit', FURNISHED),
    unitCard: cards(
      'unit',
      FURNISHED.filter((code) => code !== 'DIVISION'),
    ),
    unitChannel: new Map(),
    ...{ checklist: new Map(), move: new Map(), opening: new Map(), plan: new Map() },
  };
}
