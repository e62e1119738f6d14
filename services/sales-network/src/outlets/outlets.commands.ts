/** What is done to outlets. Each command reads, judges and writes one document at the version it read. */
import { reachesUnit, type Viewer } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import {
  ApiError,
  badInput,
  badInputs,
  conflict,
  idFromCode,
  notFound,
  type Request,
  requestOf,
} from '@salesgraph/service-kit';
import { badValue, type Fault } from '../faults.ts';
import type { Stores } from '../stores.ts';
import { chained, changedTo, type OutletStatus } from './life-cycle.ts';
import {
  kindsInOrder,
  type Outlet,
  type OutletDetails,
  type OutletKind,
  outletFaults,
  pointFrom,
  type StoredOutlet,
  sameOutlet,
} from './outlets.ts';

interface Keyed {
  idempotencyKey?: string | null;
}

interface Details {
  address?: string | null;
  latitude?: number | null;
  longitude?: number | null;
  capacity?: number | null;
}

export type PlanOutlet = Keyed &
  Details & { code: string; name: string; kinds: OutletKind[]; unitId: string; on?: Day | null };

interface Change extends Keyed {
  id: string;
  expectedVersion: number;
}

export type ChangeOutletStatus = Change & { status: OutletStatus; on: Day };

export type UpdateOutlet = Change &
  Details & { name?: string | null; kinds?: OutletKind[] | null; unitId?: string | null };

/** The outlet that a repeated call was answered with before. @throws BAD_USER_INPUT when the key was used for something else */
async function answered(request: Request | null, stores: Stores): Promise<StoredOutlet | null> {
  const first = request && (await stores.outlets.remembered(request.key));
  if (!first) return null;
  if (first.hash !== request.hash) throw badInput('idempotencyKey', 'was used for another call');
  return first.outlet;
}

/** Whether an outlet's unit exists today and is within the caller's reach; hidden and absent look the same. */
async function unitFaults(unitId: string, viewer: Viewer, stores: Stores): Promise<Fault[]> {
  const scope = await viewer.scope('outlet.write');
  const units = await stores.view.units();
  const exists = units.subtree(unitId, stores.today()).length > 0;
  return reachesUnit(scope, unitId) && exists
    ? []
    : [{ field: 'unitId', message: 'names no unit that exists today', code: 'UNKNOWN_REFERENCE' }];
}

const trimmed = (text: string | null | undefined): string | null => text?.trim() || null;

function refuse(faults: Fault[]): void {
  if (faults.length > 0) throw badInputs(faults.map(({ field, message }) => ({ field, message })));
}

/**
 * Plans an outlet.
 * @throws BAD_USER_INPUT naming the field, CONFLICT when the code is taken
 */
export async function planOutlet(input: PlanOutlet, viewer: Viewer, stores: Stores): Promise<StoredOutlet> {
  await viewer.require('outlet.write');
  const request = requestOf('planOutlet', viewer.subject, input);
  const before = await answered(request, stores);
  if (before) return before;
  const code = input.code.trim();
  const point = pointFrom(input.latitude ?? null, input.longitude ?? null);
  if (point && 'field' in point) throw badInput(point.field, point.message);
  const outlet: Outlet = {
    id: idFromCode('out', code),
    code,
    name: input.name.trim(),
    kinds: kindsInOrder(input.kinds),
    unitId: input.unitId,
    address: trimmed(input.address),
    point,
    capacity: input.capacity ?? null,
    records: chained([{ status: 'PLANNED', from: input.on ?? stores.today() }]),
  };
  refuse([...outletFaults(outlet), ...(await unitFaults(outlet.unitId, viewer, stores))]);
  try {
    await stores.outlets.insert(outlet, viewer.subject, request);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 11_000) throw error;
    // Somebody else was faster: the same call sent twice, or another outlet with this code.
    const twin = await answered(request, stores);
    if (twin) return twin;
    throw conflict('The code is taken.', [{ field: 'code', message: 'is taken' }]);
  }
  return { ...outlet, version: 1 };
}

/** A change of one outlet: its new state by a rule, judged, written at its version. */
function change<Input extends Change>(
  name: string,
  next: (outlet: Outlet, input: Input) => (OutletDetails & Pick<Outlet, 'records'>) | Fault,
) {
  async function write(input: Input, request: Request | null, viewer: Viewer, stores: Stores): Promise<StoredOutlet> {
    const [present] = await stores.outlets.byIds([input.id], await viewer.require('outlet.write'));
    if (!present) throw notFound('outlet');
    if (present.version !== input.expectedVersion) {
      const message = `is not the current version, ${present.version}`;
      throw conflict('The outlet has changed since it was read.', [{ field: 'expectedVersion', message }]);
    }
    const said = next(present, input);
    if ('field' in said) throw badInput(said.field, said.message);
    const outlet = { ...present, ...said };
    if (sameOutlet(outlet, present)) return present;
    const moves = outlet.unitId !== present.unitId;
    refuse([...outletFaults(outlet), ...(moves ? await unitFaults(outlet.unitId, viewer, stores) : [])]);
    await stores.outlets.save(outlet, viewer.subject, request);
    return { ...outlet, version: present.version + 1 };
  }

  return async (input: Input, viewer: Viewer, stores: Stores): Promise<StoredOutlet> => {
    await viewer.require('outlet.write');
    const request = requestOf(name, viewer.subject, input);
    const before = await answered(request, stores);
    if (before) return before;
    try {
      return await write(input, request, viewer, stores);
    } catch (error) {
      // The one that was faster may be this very call, sent twice.
      const twin = error instanceof ApiError && error.code === 'CONFLICT' ? await answered(request, stores) : null;
      if (twin) return twin;
      throw error;
    }
  };
}

/** Takes an outlet to its next status. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const changeOutletStatus = change<ChangeOutletStatus>('changeOutletStatus', (outlet, { status, on }) => {
  const records = changedTo(outlet.records, status, on);
  return 'field' in records ? records : { ...outlet, records };
});

/** Changes what is recorded of an outlet. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export const updateOutlet = change<UpdateOutlet>('updateOutlet', (outlet, input) => {
  for (const field of ['name', 'kinds', 'unitId'] as const)
    if (input[field] === null) return badValue(field, 'cannot be taken away');
  const { latitude = outlet.point?.latitude ?? null, longitude = outlet.point?.longitude ?? null } = input;
  const point = pointFrom(latitude, longitude);
  if (point && 'field' in point) return point;
  return {
    ...outlet,
    name: input.name?.trim() ?? outlet.name,
    kinds: input.kinds ? kindsInOrder(input.kinds) : outlet.kinds,
    unitId: input.unitId ?? outlet.unitId,
    address: input.address === undefined ? outlet.address : trimmed(input.address),
    point,
    capacity: input.capacity === undefined ? outlet.capacity : input.capacity,
  };
});
