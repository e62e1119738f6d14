/** Channels by id, each only where the caller reaches it: as a member, or because it may see what a discussion is about. */
import { ACTION_OF, discussionId, discussionOf, reachesSubject, subjectIdOf } from '../discussions/discussions.ts';
import type { Stores } from '../stores.ts';
import type { Membership } from './channels.store.ts';
import type { Channel } from './channels.ts';

/** Those of some channels that the caller reaches: a fixed number of calls; hidden and absent look the same. */
export async function channelsById(ids: readonly string[], membership: Membership, stores: Stores): Promise<Channel[]> {
  const { subjectIds, others } = kindsOf(ids);
  const [channels, discussions] = await Promise.all([
    others.length > 0 ? stores.channels.byIds(others, membership) : [],
    subjectIds.length > 0 ? discussionsAbout(subjectIds, membership, stores) : [],
  ]);
  return [...channels, ...discussions];
}

/**
 * The same for channels that the caller did not name but that something else led to: the calls tell neither of which kind
 * they are nor whether there are any.
 */
export async function channelsBehind(ids: readonly string[], membership: Membership, stores: Stores) {
  const { subjectIds, others } = kindsOf(ids);
  const [channels, discussions] = await Promise.all([
    stores.channels.byIds(others, membership),
    discussionsAbout(subjectIds, membership, stores),
  ]);
  return [...channels, ...discussions];
}

const kindsOf = (ids: readonly string[]) => ({
  subjectIds: ids.flatMap((id) => subjectIdOf(id) ?? []),
  others: ids.filter((id) => subjectIdOf(id) === null),
});

async function discussionsAbout(subjectIds: string[], membership: Membership, stores: Stores): Promise<Channel[]> {
  if (membership.kind === 'NONE') return [];
  const [subjects, stored, customers, opportunities] = await Promise.all([
    stores.subjects.byIds(subjectIds),
    stores.channels.discussions(subjectIds.map(discussionId)),
    membership.scope(ACTION_OF.CUSTOMER),
    membership.scope(ACTION_OF.OPPORTUNITY),
  ]);
  const scopes = { CUSTOMER: customers, OPPORTUNITY: opportunities };
  const storedById = new Map(stored.map((one) => [one.id, one]));
  return [...subjects.values()]
    .filter((subject) => reachesSubject(scopes[subject.kind], subject))
    .map((subject) => discussionOf(subject, storedById.get(discussionId(subject.id))));
}

/** Takes the next message number of a channel that the caller reaches; null when it does not. */
export async function nextNumber(
  channelId: string,
  membership: Membership,
  author: string,
  stores: Stores,
): Promise<number | null> {
  if (subjectIdOf(channelId) === null) return stores.channels.nextSeq(channelId, membership);
  const [discussion] = await channelsById([channelId], membership, stores);
  return discussion ? stores.channels.nextSeqOfDiscussion(channelId, author, stores.clock.now()) : null;
}
