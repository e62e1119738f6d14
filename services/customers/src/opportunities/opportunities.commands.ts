/** What people do with opportunities. Each function checks everything first and then writes one document. */
import type { Viewer } from '@salesgraph/access';
import {
  badInputs,
  conflict,
  idFromCode,
  isRepeat,
  madeCode,
  notFound,
  once,
  type Request,
  remembering,
  requestOf,
} from '@salesgraph/service-kit';
import { leaveTeam } from '../customers/team.ts';
import { engagedStage, firstStage, type SalesProcess, stageOf } from '../process/process.ts';
import type { Stores } from '../stores.ts';
import {
  close,
  creditsOf,
  move,
  type Opportunity,
  opportunityFaults,
  peopleOf,
  reopen,
  requiredFaults,
  type Stamp,
  WHOLE_BP,
  withStage,
} from './opportunities.ts';
import type { StoredOpportunity } from './opportunity-documents.store.ts';
import { dayFaults, readAmount, readSplits, referenceFaults } from './references.ts';

interface Versioned {
  id: string;
  expectedVersion?: number | null;
  idempotencyKey?: string | null;
}

interface Details {
  customerId?: string | null;
  amount?: string | null;
  currency?: string | null;
  expectedCloseOn?: string | null;
  ownerId?: string | null;
  productCode?: string | null;
  outletId?: string | null;
  source?: string | null;
  engagedOn?: string | null;
}

export interface CreateOpportunity extends Details {
  code?: string | null;
  stage?: string | null;
  splits?: { employeeId: string; share: string }[] | null;
  idempotencyKey?: string | null;
}

/** How often a change is tried again when somebody else was faster. */
const TRIES = 5;

const stampOf = (viewer: Viewer, stores: Stores): Stamp => ({
  at: stores.clock.now(),
  today: stores.today(),
  actor: viewer.subject,
});

function textFaults({ code, source }: { code?: string | null; source?: string | null }) {
  return [
    ...(typeof code === 'string' && (code.trim() === '' || code.length > 80)
      ? [{ field: 'code', message: 'must have 1 to 80 characters' }]
      : []),
    ...(source && source.length > 100 ? [{ field: 'source', message: 'has more than 100 characters' }] : []),
  ];
}

/** Everybody whose deal it is may see its customer from before the deal is written. */
const joinTeam = ({ customerId, ...deal }: Opportunity, stores: Stores): Promise<void> =>
  customerId === null ? Promise.resolve() : stores.customers.addToTeams(new Map([[customerId, peopleOf(deal)]]));

/** Records a new open opportunity of the caller's, or of somebody the caller may write for. */
export async function createOpportunity(
  input: CreateOpportunity,
  viewer: Viewer,
  stores: Stores,
): Promise<StoredOpportunity> {
  const { idempotencyKey: _, ...asked } = input;
  const found = (createKey: string) =>
    stores.opportunities
      .byCreateKey(createKey)
      .then((first) => first && { result: first.opportunity, hash: first.hash });
  return once(requestOf('createOpportunity', viewer.subject, input), found, async (created) => {
    const opportunity = await newOpportunity(asked, viewer, stores);
    await joinTeam(opportunity, stores);
    await stores.opportunities.insert(opportunity, viewer.subject, created);
    await joinTeam(opportunity, stores);
    return { ...opportunity, version: 1 };
  });
}

async function newOpportunity(input: CreateOpportunity, viewer: Viewer, stores: Stores): Promise<Opportunity> {
  const [currency, process, caller] = await Promise.all([
    stores.currency(),
    stores.processes.current(),
    viewer.employee(),
  ]);
  const stamp = stampOf(viewer, stores);
  const ownerId = input.ownerId ?? caller?.id ?? null;
  const stage = input.stage ? stageOf(process, input.stage) : firstStage(process);
  const { amountMinor, faults } = readAmount(input, currency);
  const [references, given] = await Promise.all([
    referenceFaults({ ...input, ownerId }, viewer, stores),
    readSplits(input.splits ?? [], stores),
  ]);
  faults.push(
    ...textFaults(input),
    ...dayFaults({ engagedOn: input.engagedOn, expectedCloseOn: input.expectedCloseOn }),
  );
  if (ownerId === null) faults.push({ field: 'ownerId', message: 'is required: a service account owns nothing' });
  if (stage?.status !== 'OPEN') faults.push({ field: 'stage', message: 'is no open stage of the process' });
  faults.push(...references, ...given.faults);
  if (faults.length > 0 || ownerId === null || !stage) throw badInputs(faults);

  const code = input.code?.trim() ?? madeCode('D');
  const engagedOn = input.engagedOn ?? (stage === engagedStage(process) ? stamp.today : null);
  const opportunity: Opportunity = {
    id: idFromCode('opp', code),
    code,
    ownerId,
    splits: creditsOf(ownerId, given.splits),
    status: 'OPEN',
    stage: stage.code,
    amountMinor,
    currency: amountMinor === null ? null : currency,
    customerId: input.customerId ?? null,
    productCode: input.productCode ?? null,
    outletId: input.outletId ?? null,
    source: input.source?.trim() || null,
    engagedOn,
    expectedCloseOn: input.expectedCloseOn ?? null,
    closedOn: null,
    lostReason: null,
    history: [],
  };
  refuse([...opportunityFaults(opportunity, process), ...requiredFaults(opportunity)]);
  return withStage(opportunity, stage.code, engagedOn ?? stamp.today, stamp);
}

function refuse(faults: { field: string; message: string }[]): void {
  if (faults.length > 0) throw badInputs(faults);
}

/**
 * Reads an opportunity that the caller may write, changes it by a rule and writes it. Without an expected version the
 * change is made on whatever is current; a repeat of a call that was taken before is answered with what is recorded.
 * @param name of the mutation
 * @throws NOT_FOUND when absent or hidden, CONFLICT when the expected version is not the current one.
 */
async function change(
  name: string,
  input: Versioned,
  viewer: Viewer,
  stores: Stores,
  rule: (current: StoredOpportunity, process: SalesProcess, stamp: Stamp) => Opportunity | Promise<Opportunity>,
): Promise<StoredOpportunity> {
  const { id, expectedVersion } = input;
  const request = requestOf(name, viewer.subject, input);
  const [scope, process] = await Promise.all([viewer.require('opportunity.write'), stores.processes.current()]);
  const read = async () => {
    const [found] = await stores.opportunities.byIds([id], scope);
    if (!found) throw notFound('opportunity');
    return found;
  };
  for (let attempt = 1; ; attempt++) {
    const current = await read();
    const requests = request ? await stores.opportunities.requestsOf(id) : [];
    // Read anew: the first call may have been taken between the two reads above.
    if (isRepeat(requests, request)) return read();
    if (typeof expectedVersion === 'number' && expectedVersion !== current.version) {
      throw conflict('The opportunity has changed since it was read.', [
        { field: 'expectedVersion', message: `The current version is ${current.version}.` },
      ]);
    }
    const next = await rule(current, process, stampOf(viewer, stores));
    refuse(opportunityFaults(next, process));
    try {
      return await write(current, next, request ? remembering(requests, request) : undefined, viewer, stores);
    } catch (error) {
      const stale = (error as { extensions?: { code?: string } }).extensions?.code === 'CONFLICT';
      if (!stale || attempt === TRIES) throw error;
    }
  }
}

async function write(
  current: StoredOpportunity,
  next: Opportunity,
  requests: Request[] | undefined,
  viewer: Viewer,
  stores: Stores,
): Promise<StoredOpportunity> {
  await joinTeam(next, stores);
  await stores.opportunities.save({ ...next, version: current.version }, viewer.subject, requests);
  await joinTeam(next, stores);
  if (current.customerId !== null) {
    const staying = current.customerId === next.customerId ? peopleOf(next) : [];
    const leaving = peopleOf(current).filter((id) => !staying.includes(id));
    if (leaving.length > 0) await leaveTeam(stores.customers, stores.opportunities, current.customerId, leaving);
  }
  return { ...next, version: current.version + 1 };
}

/** Changes what is recorded of an opportunity; fields left out stay as they are. */
export async function updateOpportunity(input: Versioned & Details, viewer: Viewer, stores: Stores) {
  const currency = await stores.currency();
  const { amountMinor, faults } = readAmount(input, currency);
  faults.push(
    ...textFaults(input),
    ...dayFaults({ engagedOn: input.engagedOn, expectedCloseOn: input.expectedCloseOn }),
  );
  if (input.ownerId === null) faults.push({ field: 'ownerId', message: 'must not be null' });
  refuse(faults);
  return change('updateOpportunity', input, viewer, stores, async (current) => {
    refuse(await referenceFaults(changedReferences(input, current), viewer, stores));
    const keep = <T>(given: T | null | undefined, kept: T | null): T | null => (given === undefined ? kept : given);
    const next: Opportunity = {
      ...current,
      ...(input.ownerId ? handedOver(current, input.ownerId) : {}),
      ...(input.amount === undefined ? {} : { amountMinor, currency: amountMinor === null ? null : currency }),
      customerId: keep(input.customerId, current.customerId),
      productCode: keep(input.productCode, current.productCode),
      outletId: keep(input.outletId, current.outletId),
      source: input.source === undefined ? current.source : input.source?.trim() || null,
      engagedOn: keep(input.engagedOn, current.engagedOn),
      expectedCloseOn: keep(input.expectedCloseOn, current.expectedCloseOn),
    };
    refuse(requiredFaults(next));
    return next;
  });
}

/** Only what is changed is looked up: a deal may keep what the caller cannot see. */
function changedReferences(input: Details, current: Opportunity): Details {
  const changed = (key: 'ownerId' | 'customerId' | 'productCode' | 'outletId') =>
    input[key] === current[key] ? null : input[key];
  return {
    ownerId: changed('ownerId'),
    customerId: changed('customerId'),
    productCode: changed('productCode'),
    outletId: changed('outletId'),
  };
}

/** The whole credit goes along with the ownership; shared credits must be set by hand. */
function handedOver({ ownerId, splits }: Opportunity, to: string): Pick<Opportunity, 'ownerId' | 'splits'> {
  const whole = splits.length === 1 && splits[0]!.employeeId === ownerId;
  return { ownerId: to, splits: whole ? [{ employeeId: to, shareBp: WHOLE_BP }] : splits };
}

export async function setOpportunitySplits(
  input: Versioned & { splits: { employeeId: string; share: string }[] },
  viewer: Viewer,
  stores: Stores,
) {
  const { splits, faults } = await readSplits(input.splits, stores);
  refuse(faults);
  return change('setOpportunitySplits', input, viewer, stores, (current) => ({
    ...current,
    splits: creditsOf(current.ownerId, splits),
  }));
}

export function moveOpportunity(
  input: Versioned & { stage: string; on?: string | null },
  viewer: Viewer,
  stores: Stores,
) {
  refuse(dayFaults({ on: input.on }));
  return change('moveOpportunity', input, viewer, stores, (current, process, stamp) =>
    move(current, process, input.stage, input.on ?? stamp.today, stamp),
  );
}

export async function winOpportunity(
  input: Versioned & { closedOn: string; amount?: string | null; currency?: string | null },
  viewer: Viewer,
  stores: Stores,
) {
  const currency = await stores.currency();
  const { amountMinor, faults } = readAmount(input, currency);
  refuse([...faults, ...dayFaults({ closedOn: input.closedOn })]);
  return change('winOpportunity', input, viewer, stores, (current, process, stamp) =>
    close(current, process, { status: 'WON', closedOn: input.closedOn, amountMinor, currency }, stamp),
  );
}

export async function loseOpportunity(
  input: Versioned & { closedOn: string; reason: string },
  viewer: Viewer,
  stores: Stores,
) {
  const reason = input.reason.trim();
  const faults = dayFaults({ closedOn: input.closedOn });
  if (reason === '' || reason.length > 500) faults.push({ field: 'reason', message: 'must have 1 to 500 characters' });
  refuse(faults);
  return change('loseOpportunity', input, viewer, stores, (current, process, stamp) =>
    close(current, process, { status: 'LOST', closedOn: input.closedOn, reason }, stamp),
  );
}

export function reopenOpportunity(input: Versioned & { stage?: string | null }, viewer: Viewer, stores: Stores) {
  return change('reopenOpportunity', input, viewer, stores, (current, process, stamp) =>
    reopen(current, process, input.stage ?? null, stamp),
  );
}
