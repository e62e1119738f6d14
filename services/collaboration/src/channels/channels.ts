/** The rules of a channel: who it is for, who belongs to it, and what it is called. Functions over plain data. */
import { ApiError } from '@salesgraph/service-kit';

export type ChannelKind = 'UNIT' | 'TOPIC' | 'DIRECT' | 'DISCUSSION';

export const MAX_MEMBERS = { TOPIC: 500, DIRECT: 20 } as const;
export const MAX_NAME = 100;

export interface Channel {
  id: string;
  kind: ChannelKind;
  name: string | null;
  /** The unit of a UNIT channel, whose people are its members. */
  unitId: string | null;
  /** The members of a topic or direct channel, those whose it is what a discussion is about; empty for a unit. */
  memberIds: string[];
  /** What a discussion is about. */
  subject: { kind: 'CUSTOMER' | 'OPPORTUNITY'; id: string } | null;
  /** The number of the newest message; a message that was never written may have taken a number. */
  lastSeq: number;
  version: number;
}

/** What is wrong with one field. */
export interface Fault {
  field: string;
  message: string;
}

export interface NewChannel {
  kind: ChannelKind;
  name: string | null;
  unitId: string | null;
  memberIds: string[] | null;
}

/** What is wrong with a new channel as asked for. */
export function channelFaults({ kind, name, unitId, memberIds }: NewChannel): Fault[] {
  if (kind === 'DISCUSSION') {
    return [{ field: 'kind', message: 'must be another: a discussion is there with what it is about' }];
  }
  const faults: Fault[] = [];
  if (name !== null && (name.trim() === '' || name.length > MAX_NAME)) {
    faults.push({ field: 'name', message: `must have 1 to ${MAX_NAME} characters` });
  }
  if (kind === 'TOPIC' && name === null) faults.push({ field: 'name', message: 'is required for a topic' });
  if (kind === 'UNIT') {
    if (unitId === null) faults.push({ field: 'unitId', message: 'is required for a unit' });
    if (memberIds !== null)
      faults.push({ field: 'memberIds', message: "must be absent: the unit's people are the members" });
  } else if (unitId !== null) {
    faults.push({ field: 'unitId', message: 'must be absent unless the channel is for a unit' });
  }
  if (kind === 'DIRECT' && (memberIds ?? []).length === 0) {
    faults.push({ field: 'memberIds', message: 'must name somebody to write to' });
  }
  return faults;
}

/**
 * The members after some are added and others taken out, sorted.
 * @throws TOO_MANY when there would be more than the kind of channel holds.
 */
export function membersAfter(
  channel: Pick<Channel, 'kind' | 'memberIds'>,
  added: string[],
  removed: string[],
): string[] {
  const members = new Set([...channel.memberIds, ...added]);
  for (const id of removed) members.delete(id);
  const most = channel.kind === 'TOPIC' || channel.kind === 'DIRECT' ? MAX_MEMBERS[channel.kind] : 0;
  if (members.size > most) throw new ApiError('TOO_MANY', `A channel of this kind holds ${most} people at most.`);
  return [...members].sort();
}

/** The name to show: the channel's own, the unit's, or the names of the others in a direct channel. */
export function shownName(channel: Channel, unitName: string | null, others: string[]): string {
  if (channel.name !== null) return channel.name;
  if (channel.kind === 'UNIT') return unitName ?? channel.id;
  return others.length === 0 ? channel.id : others.join(', ');
}
