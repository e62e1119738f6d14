/** What people do with customers. Each function checks everything first and then writes one document. */
import type { Viewer } from '@salesgraph/access';
import {
  badInputs,
  conflict,
  idFromCode,
  isRepeat,
  madeCode,
  notFound,
  once,
  remembering,
  requestOf,
} from '@salesgraph/service-kit';
import type { Fault } from '../opportunities/opportunities.ts';
import type { Stores } from '../stores.ts';
import type { StoredCustomer } from './customers.store.ts';
import { type Customer, type CustomerKind, customerFaults, loops, sameCustomer } from './customers.ts';

interface Details {
  name?: string | null;
  kind?: CustomerKind | null;
  sector?: string | null;
  country?: string | null;
  parentId?: string | null;
  ownerId?: string | null;
}

export type CreateCustomer = Details & {
  code?: string | null;
  name: string;
  kind: CustomerKind;
  idempotencyKey?: string | null;
};

export type UpdateCustomer = Details & {
  id: string;
  expectedVersion?: number | null;
  idempotencyKey?: string | null;
};

/** What is wrong with the people and customers referred to: each must exist and be within the caller's reach. */
async function referenceFaults(given: Details, viewer: Viewer, stores: Stores): Promise<Fault[]> {
  const scope = await viewer.scope('customer.write');
  const faults: Fault[] = [];
  const { ownerId, parentId } = given;
  if (ownerId) {
    const reachable = scope.kind === 'COMPANY' || (scope.kind === 'LIMITED' && scope.employeeIds.includes(ownerId));
    const people = await stores.view.peopleByIds([ownerId]);
    if (!reachable || people.size === 0) faults.push({ field: 'ownerId', message: 'There is none with this id.' });
  }
  if (parentId) {
    const found = await stores.customers.byIds([parentId], await viewer.scope('customer.read'));
    if (found.length === 0) faults.push({ field: 'parentId', message: 'There is none with this id.' });
  }
  return faults;
}

const trimmed = (text: string | null | undefined): string | null => text?.trim() || null;

/** Records a new customer, of the caller's own unless another owner is named. */
export async function createCustomer(input: CreateCustomer, viewer: Viewer, stores: Stores): Promise<StoredCustomer> {
  const { idempotencyKey: _, ...asked } = input;
  const found = (createKey: string) =>
    stores.customers.byCreateKey(createKey).then((first) => first && { result: first.customer, hash: first.hash });
  return once(requestOf('createCustomer', viewer.subject, input), found, async (created) => {
    const caller = await viewer.employee();
    const code = asked.code?.trim() ?? madeCode('C');
    const customer: Customer = {
      id: idFromCode('cus', code),
      code,
      name: asked.name.trim(),
      kind: asked.kind,
      sector: trimmed(asked.sector),
      country: trimmed(asked.country),
      parentId: asked.parentId ?? null,
      ownerId: asked.ownerId ?? caller?.id ?? null,
    };
    const faults = [...customerFaults(customer), ...(await referenceFaults(customer, viewer, stores))];
    if (faults.length > 0) throw badInputs(faults);
    await stores.customers.insert(customer, viewer.subject, created);
    return { ...customer, version: 1 };
  });
}

/**
 * Changes what is recorded of a customer; fields left out stay as they are and no change is no new version.
 * @throws NOT_FOUND when absent or hidden, CONFLICT when the expected version is not the current one.
 */
export async function updateCustomer(input: UpdateCustomer, viewer: Viewer, stores: Stores): Promise<StoredCustomer> {
  const scope = await viewer.require('customer.write');
  const request = requestOf('updateCustomer', viewer.subject, input);
  const read = async () => {
    const [found] = await stores.customers.byIds([input.id], scope);
    if (!found) throw notFound('customer');
    return found;
  };
  const current = await read();
  const requests = request ? await stores.customers.requestsOf(input.id) : [];
  if (isRepeat(requests, request)) return read();
  if (typeof input.expectedVersion === 'number' && input.expectedVersion !== current.version) {
    throw conflict('The customer has changed since it was read.', [
      { field: 'expectedVersion', message: `The current version is ${current.version}.` },
    ]);
  }
  const next: StoredCustomer = {
    ...current,
    name: input.name?.trim() ?? current.name,
    kind: input.kind ?? current.kind,
    sector: input.sector === undefined ? current.sector : trimmed(input.sector),
    country: input.country === undefined ? current.country : trimmed(input.country),
    parentId: input.parentId === undefined ? current.parentId : input.parentId,
    ownerId: input.ownerId === undefined ? current.ownerId : input.ownerId,
  };
  const changed = {
    ownerId: next.ownerId === current.ownerId ? null : next.ownerId,
    parentId: next.parentId === current.parentId ? null : next.parentId,
  };
  const faults = [...customerFaults(next), ...(await referenceFaults(changed, viewer, stores))];
  // Only of a parent that the caller sees: what stands above a hidden one would tell that there is one.
  if (faults.length === 0 && changed.parentId && (await isAboveItself(next, stores))) {
    faults.push({ field: 'parentId', message: 'would put the customer above itself' });
  }
  if (faults.length > 0) throw badInputs(faults);
  if (sameCustomer(current, next)) return current;
  try {
    await stores.customers.save(next, viewer.subject, request ? remembering(requests, request) : undefined);
  } catch (error) {
    // The same call at the same moment may have been the faster one.
    if (request && isRepeat(await stores.customers.requestsOf(input.id), request)) return read();
    throw error;
  }
  return { ...next, version: current.version + 1 };
}

async function isAboveItself({ id, parentId }: Customer, stores: Stores): Promise<boolean> {
  const parents = await stores.customers.parentsAbove(parentId === null ? [] : [parentId]);
  return loops(id, new Map([...parents, [id, parentId]]));
}
