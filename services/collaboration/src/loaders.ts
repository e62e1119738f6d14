/** What one request reads of each kind, collected and read together: the number of calls does not grow with the rows. */
import type { Viewer } from '@salesgraph/access';
import type { Person } from '@salesgraph/organization-model';
import { loader } from '@salesgraph/service-kit';
import { belongs, type Membership } from './channels/channels.store.ts';
import { type Channel, shownName } from './channels/channels.ts';
import { membershipOf } from './channels/membership.ts';
import { channelsBehind, channelsById } from './channels/reach.ts';
import { LAST_WINDOW, type Message, pageWindow, UNREAD_WINDOW } from './messages/messages.ts';
import type { Stores } from './stores.ts';

/** A part of a channel's messages, newest first. */
interface MessagesKey {
  channel: Channel;
  limit: number;
  after: number | null;
}

const byChannel = (messages: Message[]) => Map.groupBy(messages, ({ channelId }) => channelId);

/** A channel is known by its id in a loader, whoever read it. */
const idOf = ({ id }: Channel): string => id;

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(viewer: Viewer, stores: Stores) {
  let membership: Promise<Membership> | undefined;
  const caller = () => {
    membership ??= membershipOf(viewer, stores);
    return membership;
  };

  const person = loader<string, Person | null>(async (ids) => {
    const people = await stores.view.peopleByIds([...ids]);
    return ids.map((id) => people.get(id) ?? null);
  });

  const channel = loader<string, Channel | null>(async (ids) => {
    const found = new Map((await channelsById(ids, await caller(), stores)).map((one) => [one.id, one]));
    return ids.map((id) => found.get(id) ?? null);
  });

  return {
    /** What the caller belongs to, read once a request. */
    membership: caller,
    channel,
    person,

    /** Messages by id, each only where the caller belongs to its channel. */
    message: loader<string, Message | null>(async (ids) => {
      const found = new Map((await stores.messages.byIds([...ids])).map((one) => [one.id, one]));
      const mine = await caller();
      const channelIds = [...new Set([...found.values()].map(({ channelId }) => channelId))];
      const reached = await channelsBehind(channelIds, mine, stores);
      const open = new Set(reached.filter((one) => belongs(one, mine)).map(idOf));
      return ids.map((id) => {
        const message = found.get(id);
        return message && open.has(message.channelId) ? message : null;
      });
    }),

    /** A page of messages with one more than asked for when there is a next one; shorter where numbers are missing. */
    messages: loader<MessagesKey, { rows: Message[]; from: number }, string>(
      async (keys) => {
        const windows = keys.map(({ channel: { id, lastSeq }, after, limit }) => ({
          channelId: id,
          ...pageWindow(lastSeq, after, limit),
        }));
        const rows = byChannel(await stores.messages.inRanges(windows));
        return keys.map(({ limit }, place) => {
          const { channelId, from, below } = windows[place]!;
          const inside = (rows.get(channelId) ?? []).filter(({ seq }) => seq > from && seq < below);
          return { rows: inside.slice(0, limit + 1), from };
        });
      },
      ({ channel: { id }, limit, after }) => JSON.stringify([id, limit, after]),
    ),

    messageCount: loader<string, number>(async (ids) => {
      const counts = await stores.messages.countsOf([...ids]);
      return ids.map((id) => counts.get(id) ?? 0);
    }),

    /** The newest message that is not deleted, among the newest of the channel. */
    lastMessage: loader<Channel, Message | null, string>(async (channels) => {
      const ranges = channels.map(({ id, lastSeq }) => ({
        channelId: id,
        from: Math.max(0, lastSeq - LAST_WINDOW),
        below: lastSeq + 1,
      }));
      const rows = byChannel(await stores.messages.inRanges(ranges));
      return channels.map(({ id }) => rows.get(id)?.find(({ deletedAt }) => deletedAt === null) ?? null);
    }, idOf),

    /** How many messages of others lie after the caller's mark, among the newest of the channel. */
    unreadCount: loader<Channel, number, string>(async (channels) => {
      const mine = await caller();
      if (mine.kind !== 'PERSON') return channels.map(() => 0);
      const marks = await stores.messages.marksOf(mine.employeeId, channels.map(idOf));
      const ranges = channels.map(({ id, lastSeq }) => ({
        channelId: id,
        from: Math.max(marks.get(id) ?? 0, lastSeq - UNREAD_WINDOW),
        below: lastSeq + 1,
      }));
      const counts = await stores.messages.countsOfOthers(ranges, mine.employeeId);
      return channels.map(({ id }) => counts.get(id) ?? 0);
    }, idOf),

    /** The people who belong to a channel today, by code. */
    members: loader<Channel, Person[], string>(async (channels) => {
      const unitIds = channels.flatMap(({ unitId }) => unitId ?? []);
      const ofUnits = await stores.view.peopleOfSubtrees(unitIds, stores.today());
      const idsOf = ({ unitId, memberIds }: Channel) =>
        unitId === null ? memberIds : [...(ofUnits.get(unitId) ?? [])];
      const people = await stores.view.peopleByIds([...new Set(channels.flatMap(idsOf))]);
      return channels.map((one) =>
        idsOf(one)
          .flatMap((id) => people.get(id) ?? [])
          .sort((a, b) => (a.code < b.code ? -1 : 1)),
      );
    }, idOf),

    /** What a channel is called for the caller. */
    channelName: loader<Channel, string, string>(async (channels) => {
      const mine = await caller();
      const self = mine.kind === 'PERSON' ? mine.employeeId : null;
      const direct = channels.filter(({ kind, name }) => kind === 'DIRECT' && name === null);
      const [tree, people] = await Promise.all([
        stores.view.units(),
        stores.view.peopleByIds([...new Set(direct.flatMap(({ memberIds }) => memberIds))]),
      ]);
      const today = stores.today();
      return channels.map((one) =>
        shownName(
          one,
          one.unitId === null ? null : (tree.byId(one.unitId, today)?.name ?? null),
          one.memberIds.filter((id) => id !== self).flatMap((id) => people.get(id)?.name ?? []),
        ),
      );
    }, idOf),
  };
}

/** What every resolver of this service is given beside its arguments. */
export interface CollaborationContext {
  viewer: Viewer;
  loaders: Loaders;
}
