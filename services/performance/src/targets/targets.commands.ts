/** What is done to targets. A command reads, judges all targets together and writes each at the version it was read. */
import { createHash } from 'node:crypto';
import { reachesPerson, reachesUnit, type Scope, type Viewer } from '@salesgraph/access';
import { badInput, badInputs, conflict, type FieldFault, fail } from '@salesgraph/service-kit';
import type { Stores } from '../stores.ts';
import { lockedAmong } from './locked.ts';
import type { Request } from './targets.store.ts';
import { type SubjectKind, shortest, type Target, targetFaults, targetId } from './targets.ts';

export interface TargetInput {
  subjectKind: SubjectKind;
  subjectId: string;
  metric: string;
  month: string;
  value: string;
  expectedVersion?: number | null;
}

interface Keyed {
  idempotencyKey?: string | null;
}

const MOST_TARGETS = 200;
const MAX_KEY = 200;
const EVERYTHING: Scope = { kind: 'COMPANY' };

/** Names a field of one of the targets of a call. */
type Naming = (place: number, field: string) => string;

/** The call as targets remember it; null without a key. */
function requestOf(viewer: Viewer, key: string | null | undefined, inputs: readonly TargetInput[]): Request | null {
  if (key === null || key === undefined) return null;
  if (key === '' || key.length > MAX_KEY) throw badInput('idempotencyKey', `must have 1 to ${MAX_KEY} characters`);
  const hash = createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
  return { key: `${viewer.subject} ${key}`, hash };
}

/** What a call with this key has set so far. @throws BAD_USER_INPUT when the key was used for other targets */
async function setBefore(request: Request | null, stores: Stores): Promise<Target[]> {
  const first = request && (await stores.targets.remembered(request.key));
  if (first && first.hash !== request.hash) throw badInput('idempotencyKey', 'was used for another call');
  return first?.targets ?? [];
}

/** Which subjects exist and are in reach; hidden and absent look the same and cost the same. */
async function subjectsInReach(inputs: readonly TargetInput[], scope: Scope, stores: Stores): Promise<Set<string>> {
  const idsOf = (kind: SubjectKind) => [
    ...new Set(inputs.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId)),
  ];
  const [people, units] = await Promise.all([stores.view.peopleByIds(idsOf('EMPLOYEE')), stores.view.units()]);
  const reached = [
    ...[...people.keys()].filter((id) => reachesPerson(scope, id)).map((id) => `EMPLOYEE ${id}`),
    ...idsOf('UNIT')
      .filter((id) => units.get(id) !== null && reachesUnit(scope, id))
      .map((id) => `UNIT ${id}`),
  ];
  return new Set(reached);
}

async function faultsOf(inputs: readonly TargetInput[], viewer: Viewer, stores: Stores, name: Naming) {
  const scope = await viewer.require('target.write');
  const [reached, currency] = await Promise.all([subjectsInReach(inputs, scope, stores), stores.currency()]);
  const seen = new Map<string, number>();
  return inputs.flatMap((input, place): FieldFault[] => {
    const faults = targetFaults(input, currency).map(({ field, message }) => ({ field: name(place, field), message }));
    if (!reached.has(`${input.subjectKind} ${input.subjectId}`)) {
      const what = input.subjectKind === 'UNIT' ? 'unit' : 'person';
      faults.push({ field: name(place, 'subjectId'), message: `names no ${what}` });
    }
    const twin = seen.get(targetId(input));
    if (twin !== undefined) faults.push({ field: name(place, 'metric'), message: `is set by targets.${twin} too` });
    seen.set(targetId(input), place);
    return faults;
  });
}

/** What contradicts the record: a version that is no longer the current one. */
function versionFaults(inputs: readonly TargetInput[], stored: Map<string, Target>, name: Naming): FieldFault[] {
  return inputs.flatMap((input, place) => {
    const version = stored.get(targetId(input))?.version ?? null;
    if (version === (input.expectedVersion ?? null)) return [];
    const message = version === null ? 'is of a target that is not set' : `is not the current version, ${version}`;
    return [{ field: name(place, 'expectedVersion'), message }];
  });
}

/** @throws PERIOD_LOCKED when the scores of a month are final */
async function refuseLocked(inputs: readonly TargetInput[], stores: Stores, name: Naming): Promise<void> {
  const months = inputs.map(({ month }) => month);
  const locked = await lockedAmong(months, stores);
  const faults = months.flatMap((month, place) =>
    locked.has(month) ? [{ field: name(place, 'month'), message: 'is locked' }] : [],
  );
  if (faults.length > 0) throw fail('PERIOD_LOCKED', 'The scores of the month are final.', faults);
}

const stale = (faults: FieldFault[]) => conflict('A target was changed meanwhile; read it again.', faults);

/**
 * Sets targets, or finishes what an earlier call with the same key began.
 * @throws BAD_USER_INPUT naming the fields, PERIOD_LOCKED, CONFLICT for a version that is not the current one
 */
async function set(
  inputs: readonly TargetInput[],
  key: string | null | undefined,
  viewer: Viewer,
  stores: Stores,
  name: Naming,
) {
  await viewer.require('target.write');
  const request = requestOf(viewer, key, inputs);
  const done = new Set((await setBefore(request, stores)).map(({ id }) => id));
  const ids = inputs.map(targetId);
  if (!ids.every((id) => done.has(id))) {
    const faults = await faultsOf(inputs, viewer, stores, name);
    if (faults.length > 0) throw badInputs(faults);
    await refuseLocked(inputs, stores, name);
    const before = new Map((await stores.targets.byIds(ids, EVERYTHING)).map((target) => [target.id, target]));
    const left = inputs.filter((input) => !done.has(targetId(input)));
    const placeOf = (place: number) => inputs.indexOf(left[place]!);
    const contradictions = versionFaults(left, before, (place, field) => name(placeOf(place), field));
    if (contradictions.length > 0) throw stale(contradictions);
    await write(left, request, viewer, stores, (place, field) => name(placeOf(place), field));
  }
  const after = new Map((await stores.targets.byIds(ids, EVERYTHING)).map((target) => [target.id, target]));
  return ids.map((id) => after.get(id)!);
}

async function write(inputs: TargetInput[], request: Request | null, viewer: Viewer, stores: Stores, name: Naming) {
  const results = await stores.targets.write(
    inputs.map((input) => {
      const { subjectKind, subjectId, metric, month, value, expectedVersion } = input;
      const target = { id: targetId(input), subjectKind, subjectId, metric, month, value: shortest(value)! };
      return { target, expectedVersion: expectedVersion ?? null };
    }),
    viewer.subject,
    request,
  );
  if (results.every(Boolean)) return;
  // Somebody else was faster: the same call sent twice, or another one.
  const twin = new Set((await setBefore(request, stores)).map(({ id }) => id));
  const lost = inputs.flatMap((input, place) => (results[place] || twin.has(targetId(input)) ? [] : [place]));
  if (lost.length > 0) {
    throw stale(lost.map((place) => ({ field: name(place, 'expectedVersion'), message: 'was overtaken' })));
  }
}

export async function setTarget({ idempotencyKey, ...input }: TargetInput & Keyed, viewer: Viewer, stores: Stores) {
  const [target] = await set([input], idempotencyKey, viewer, stores, (_, field) => field);
  return target!;
}

export async function setTargets(input: { targets: TargetInput[] } & Keyed, viewer: Viewer, stores: Stores) {
  const { targets, idempotencyKey } = input;
  if (targets.length < 1 || targets.length > MOST_TARGETS) {
    throw badInput('targets', `must be 1 to ${MOST_TARGETS} targets`);
  }
  return set(targets, idempotencyKey, viewer, stores, (place, field) => `targets.${place}.${field}`);
}
