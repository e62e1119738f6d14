import type { Channel } from '../channels/channels.ts';
import type { CollaborationContext } from '../loaders.ts';
import { discussionId, type SubjectKind } from './discussions.ts';

/** An entity that has a discussion. */
const withDiscussion = {
  __resolveReference: ({ id }: { id: string }) => ({ id }),
  discussion: ({ id }: { id: string }, _: unknown, { loaders }: CollaborationContext) =>
    loaders.channel.load(discussionId(id)),
};

const subject =
  (kind: SubjectKind) =>
  ({ subject }: Channel) =>
    subject?.kind === kind ? { id: subject.id } : null;

export const discussionResolvers = {
  Customer: withDiscussion,
  Opportunity: withDiscussion,
  Channel: { customer: subject('CUSTOMER'), opportunity: subject('OPPORTUNITY') },
};
