import { badInput, encodeCursor, type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import { belongs } from '../channels/channels.store.ts';
import type { Channel } from '../channels/channels.ts';
import type { CollaborationContext } from '../loaders.ts';
import type { Stores } from '../stores.ts';
import * as commands from './messages.commands.ts';
import type { Message } from './messages.ts';

/** A page of a channel's messages; where numbers are missing the cursor goes on from the end of the range looked at. */
async function messagesOf(channel: Channel, args: PageArgs, { loaders }: CollaborationContext) {
  if (!belongs(channel, await loaders.membership())) return null;
  const { limit, after } = pageArgs(args);
  const below = after && Number(after[0]);
  if (below !== null && !Number.isSafeInteger(below)) throw badInput('after', 'is no cursor of this list');
  const { rows, from } = await loaders.messages.load({ channel, limit, after: below });
  const {
    totalCount: _t,
    pageInfo,
    ...part
  } = toConnection(rows, {
    limit,
    cursorOf: ({ seq }) => [String(seq)],
    totalCount: 0,
    after,
  });
  const beyond = rows.length <= limit && from > 0;
  return {
    ...part,
    pageInfo: beyond ? { ...pageInfo, hasNextPage: true, endCursor: encodeCursor([String(from + 1)]) } : pageInfo,
    totalCount: () => loaders.messageCount.load(channel.id),
  };
}

export const messageResolvers = (stores: Stores) => ({
  Mutation: {
    postMessage: async (
      _: unknown,
      { input }: { input: commands.PostMessage },
      { viewer, loaders }: CollaborationContext,
    ) => commands.postMessage(input, await loaders.membership(), viewer, stores),
    editMessage: async (
      _: unknown,
      { input }: { input: commands.ChangeMessage & { text: string } },
      { viewer, loaders }: CollaborationContext,
    ) => commands.editMessage(input, await loaders.membership(), viewer, stores),
    deleteMessage: async (
      _: unknown,
      { input }: { input: commands.ChangeMessage },
      { viewer, loaders }: CollaborationContext,
    ) => commands.deleteMessage(input, await loaders.membership(), viewer, stores),
    markRead: async (_: unknown, { input }: { input: commands.MarkRead }, { loaders }: CollaborationContext) =>
      commands.markRead(input, await loaders.membership(), stores),
  },
  Channel: {
    messages: messagesOf,
    lastMessage: async (channel: Channel, _: unknown, { loaders }: CollaborationContext) =>
      belongs(channel, await loaders.membership()) ? loaders.lastMessage.load(channel) : null,
  },
  Message: {
    __resolveReference: ({ id }: { id: string }, { loaders }: CollaborationContext) => loaders.message.load(id),
    text: ({ text, deletedAt }: Message) => (deletedAt === null ? text : null),
    author: ({ authorId }: Message) => ({ id: authorId }),
    channel: ({ channelId }: Message, _: unknown, { loaders }: CollaborationContext) => loaders.channel.load(channelId),
  },
});
