import { type PageArgs, pageArgs, pageOfArray, toConnection } from '@salesgraph/service-kit';
import type { CollaborationContext } from '../loaders.ts';
import type { Stores } from '../stores.ts';
import { type ChannelMembers, type CreateChannel, changeMembers, createChannel } from './channels.commands.ts';
import type { Channel } from './channels.ts';

export const channelResolvers = (stores: Stores) => ({
  Query: {
    channels: async (_: unknown, args: PageArgs, { loaders }: CollaborationContext) => {
      const membership = await loaders.membership();
      const page = pageArgs(args);
      const rows = await stores.channels.page(membership, page);
      const { totalCount: _t, ...part } = toConnection(rows, {
        limit: page.limit,
        cursorOf: ({ id }) => [id],
        totalCount: 0,
        after: page.after,
      });
      return { ...part, totalCount: () => stores.channels.count(membership) };
    },
    channel: (_: unknown, { id }: { id: string }, { loaders }: CollaborationContext) => loaders.channel.load(id),
  },
  Mutation: {
    createChannel: (_: unknown, { input }: { input: CreateChannel }, { viewer }: CollaborationContext) =>
      createChannel(input, viewer, stores),
    addChannelMembers: async (_: unknown, { input }: { input: ChannelMembers }, { loaders }: CollaborationContext) =>
      changeMembers(input, 'ADD', await loaders.membership(), stores),
    removeChannelMembers: async (_: unknown, { input }: { input: ChannelMembers }, { loaders }: CollaborationContext) =>
      changeMembers(input, 'REMOVE', await loaders.membership(), stores),
  },
  Channel: {
    __resolveReference: ({ id }: { id: string }, { loaders }: CollaborationContext) => loaders.channel.load(id),
    name: (channel: Channel, _: unknown, { loaders }: CollaborationContext) => loaders.channelName.load(channel),
    unit: ({ unitId }: Channel) => (unitId === null ? null : { id: unitId }),
    members: async (channel: Channel, args: PageArgs, { loaders }: CollaborationContext) =>
      pageOfArray(await loaders.members.load(channel), args, ({ code }) => [code]),
    unreadCount: (channel: Channel, _: unknown, { loaders }: CollaborationContext) => loaders.unreadCount.load(channel),
  },
});
