/** What people do with channels. Each function checks everything first and then writes one document. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@salesgraph/access';
import { badInput, badInputs, conflict, fail, notFound, once, requestOf } from '@salesgraph/service-kit';
import type { Stores } from '../stores.ts';
import type { Membership } from './channels.store.ts';
import { type Channel, type ChannelKind, channelFaults, type Fault, membersAfter } from './channels.ts';
import { channelsById } from './reach.ts';

export interface CreateChannel {
  kind: ChannelKind;
  name?: string | null;
  unitId?: string | null;
  memberIds?: string[] | null;
  idempotencyKey?: string | null;
}

export interface ChannelMembers {
  channelId: string;
  employeeIds: string[];
  expectedVersion?: number | null;
}

/** How often a change without an expected version is tried again when somebody else was faster. */
const TRIES = 5;

async function unknownPeople(field: string, ids: string[], stores: Stores): Promise<Fault[]> {
  const people = await stores.view.peopleByIds(ids);
  return ids.some((id) => !people.has(id)) ? [{ field, message: 'names a person who does not exist' }] : [];
}

async function unitFaults(unitId: string, viewer: Viewer, stores: Stores): Promise<Fault[]> {
  const [scope, tree] = await Promise.all([viewer.require('channel.write'), stores.view.units()]);
  const exists = tree.byId(unitId, stores.today()) !== null;
  const reachable = scope.kind === 'COMPANY' || (scope.kind === 'LIMITED' && scope.unitIds.includes(unitId));
  return exists && reachable ? [] : [{ field: 'unitId', message: 'There is none with this id.' }];
}

/** Opens a channel; a topic or direct one has the caller as its first member. */
export async function createChannel(input: CreateChannel, viewer: Viewer, stores: Stores): Promise<Channel> {
  const { idempotencyKey: _, ...asked } = input;
  return once(requestOf('createChannel', viewer.subject, input), stores.channels.byCreateKey, async (created) => {
    const caller = await viewer.employee();
    const { kind } = asked;
    const unitId = asked.unitId ?? null;
    const memberIds = asked.memberIds ?? null;
    const faults = channelFaults({ kind, name: asked.name ?? null, unitId, memberIds });
    if (kind === 'UNIT' && unitId !== null) faults.push(...(await unitFaults(unitId, viewer, stores)));
    if (kind !== 'UNIT' && memberIds !== null) faults.push(...(await unknownPeople('memberIds', memberIds, stores)));
    if (kind === 'DIRECT' && !caller)
      faults.push({ field: 'kind', message: 'Only a person can write to others directly.' });
    if (faults.length > 0) throw badInputs(faults);
    const first = kind === 'UNIT' || !caller ? [] : [caller.id];
    const channel: Channel = {
      id: `chn-${randomUUID()}`,
      kind,
      name: asked.name?.trim() ?? null,
      unitId,
      memberIds: kind === 'UNIT' ? [] : membersAfter({ kind, memberIds: first }, memberIds ?? [], []),
      subject: null,
      lastSeq: 0,
      version: 1,
    };
    await stores.channels.insert(channel, { createdBy: viewer.subject, createdAt: stores.clock.now(), ...created });
    return channel;
  });
}

/**
 * Adds people to a topic or takes them out.
 * @throws NOT_FOUND when absent or hidden, CONFLICT when the expected version is not the current one.
 */
export async function changeMembers(
  { channelId, employeeIds, expectedVersion }: ChannelMembers,
  change: 'ADD' | 'REMOVE',
  membership: Membership,
  stores: Stores,
): Promise<Channel> {
  if (employeeIds.length === 0 || employeeIds.length > 500) throw badInput('employeeIds', 'must name 1 to 500 people');
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [current] = await channelsById([channelId], membership, stores);
    if (!current) throw notFound('channel');
    if (current.kind !== 'TOPIC') throw badInput('channelId', 'Only the members of a topic are chosen.');
    if (typeof expectedVersion === 'number' && expectedVersion !== current.version) {
      throw conflict('The channel has changed since it was read.', [
        { field: 'expectedVersion', message: `The current version is ${current.version}.` },
      ]);
    }
    const faults = change === 'ADD' ? await unknownPeople('employeeIds', employeeIds, stores) : [];
    if (faults.length > 0) throw badInputs(faults);
    const memberIds =
      change === 'ADD' ? membersAfter(current, employeeIds, []) : membersAfter(current, [], employeeIds);
    if (memberIds.join() === current.memberIds.join()) return current;
    const changed = await stores.channels.setMembers(channelId, current.version, memberIds);
    if (changed) return changed;
  }
  throw fail('CONFLICT', 'The channel keeps changing; try again.');
}
