/** The discussion that belongs to an entity: which channel it is, and who belongs to it. Functions over plain data. */
import { reachesPerson, type Scope } from '@salesgraph/access';
import type { Channel } from '../channels/channels.ts';

export type SubjectKind = 'CUSTOMER' | 'OPPORTUNITY';

/** What a discussion is about, as far as it matters here. */
export interface Subject {
  id: string;
  kind: SubjectKind;
  /** As the discussion is called. */
  name: string;
  /** Whose records it is among: the owner, and those who share it or have an opportunity with it. */
  peopleIds: string[];
}

const PREFIX = 'dis-';

/** The id of the discussion of an entity: it is known before anybody has written. */
export const discussionId = (subjectId: string): string => `${PREFIX}${subjectId}`;

/** The entity that a channel is the discussion of; null for a channel of another kind. */
export const subjectIdOf = (channelId: string): string | null =>
  channelId.startsWith(PREFIX) ? channelId.slice(PREFIX.length) : null;

/** The action of the matrix that opens a discussion: whoever may see what it is about takes part in it. */
export const ACTION_OF = { CUSTOMER: 'customer.read', OPPORTUNITY: 'opportunity.read' } as const;

/** Whether somebody with a scope belongs to the discussion of a subject. */
export const reachesSubject = (scope: Scope, { peopleIds }: Subject): boolean =>
  scope.kind === 'COMPANY' || peopleIds.some((id) => reachesPerson(scope, id));

/** The discussion of a subject, as stored or, before the first message, as it begins. */
export const discussionOf = (
  { id, kind, name, peopleIds }: Subject,
  stored: Pick<Channel, 'lastSeq' | 'version'> | undefined,
): Channel => ({
  id: discussionId(id),
  kind: 'DISCUSSION',
  name,
  unitId: null,
  memberIds: peopleIds,
  subject: { kind, id },
  lastSeq: stored?.lastSeq ?? 0,
  version: stored?.version ?? 1,
});
