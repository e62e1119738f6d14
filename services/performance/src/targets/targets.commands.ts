/** What is done to targets. A command reads, judges all targets together and writes each at the version it was read. */
import { reachesPerson, reachesUnit, type Scope, type Viewer } from '@salesgraph/access';
import { badInput, badInputs, conflict, type FieldFault, fail, type Request, requestOf } from '@salesgraph/service-kit';
import type { Stores } from '../stores.ts';
import { lockedAmong } from './locked.ts';
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
const EVERYTHING: Scope = { kind: 'COMPANY' };

/** Names a field of one of the targets of a call. */
type Naming = (place: number, field: string) => string;

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

/** @throws PERIOD_LOCKED when the scores of a month are final */
async function refuseLocked(inputs: readonly TargetInput[], stores: Stores, name: Naming): Promise<void> {
  const months = inputs.map(({ month }) => month);
  const locked = await lockedAmong(months, stores);
  const faults = months.flatMap((month, place) =>
    locked.has(month) ? [{ field: name(place, 'month'), message: 'is locked' }] : [],
  );
  if (faults.length > 0) throw fail('PERIOD_LOCKED', 'The scores of the month are final.', faults);
}

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
): Promise<Target[]> {
  await viewer.require('target.write');
  const request = requestOf('setTargets', viewer.subject, { inputs, idempotencyKey: key ?? null });
  const ids = inputs.map(targetId);
  const done = new Set((await setBefore(request, stores)).map(({ id }) => id));
  if (!ids.every((id) => done.has(id))) {
    const faults = await faultsOf(inputs, viewer, stores, name);
    if (faults.length > 0) throw badInputs(faults);
    await refuseLocked(inputs, stores, name);
    const left = inputs.flatMap((input, place) => (done.has(targetId(input)) ? [] : [{ input, place }]));
    const contradictions = await write(left, request, viewer, stores, name);
    if (contradictions.length > 0) throw conflict('A target was changed meanwhile; read it again.', contradictions);
  }
  const after = new Map((await stores.targets.byIds(ids, EVERYTHING)).map((target) => [target.id, target]));
  return ids.map((id) => after.get(id)!);
}

/** Writes all of some targets, or none where a version is not the current one. @returns what contradicts the record */
async function write(
  left: readonly { input: TargetInput; place: number }[],
  request: Request | null,
  viewer: Viewer,
  stores: Stores,
  name: Naming,
): Promise<FieldFault[]> {
  const stored = await stores.targets.byIds(
    left.map(({ input }) => targetId(input)),
    EVERYTHING,
  );
  const versions = new Map(stored.map(({ id, version }) => [id, version]));
  const stale = left.filter(({ input }) => (versions.get(targetId(input)) ?? null) !== (input.expectedVersion ?? null));
  const writes = left.map(({ input }) => {
    const { subjectKind, subjectId, metric, month, value, expectedVersion } = input;
    const target = { id: targetId(input), subjectKind, subjectId, metric, month, value: shortest(value)! };
    return { target, expectedVersion: expectedVersion ?? null };
  });
  const written = stale.length > 0 ? [] : await stores.targets.write(writes, viewer.subject, request);
  const lost = stale.length > 0 ? stale : left.filter((_, at) => !written[at]);
  if (lost.length === 0) return [];
  // Somebody else was faster: the same call sent twice at the same moment, or another one.
  const twin = new Set((await setBefore(request, stores)).map(({ id }) => id));
  return lost
    .filter(({ input }) => !twin.has(targetId(input)))
    .map(({ input, place }) => ({
      field: name(place, 'expectedVersion'),
      message: `is not the current version, ${versions.get(targetId(input)) ?? 'which is none'}`,
    }));
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
