/** Sums of open opportunities by owner and stage. */
import type { Connection } from 'mongoose';
import { opportunityModel } from '../opportunities/opportunity-documents.store.ts';
import type { OpenGroup } from './pipeline.ts';

export type PipelineStore = ReturnType<typeof pipelineStore>;

export function pipelineStore(connection: Connection) {
  const model = opportunityModel(connection);
  return {
    /** The open opportunities of some owners, summed by owner and stage, in one call. */
    async openGroups(ownerIds: string[]): Promise<OpenGroup[]> {
      const rows = await model.aggregate<
        { _id: { ownerId: string; stage: string } } & Omit<OpenGroup, 'ownerId' | 'stage'>
      >([
        { $match: { status: 'OPEN', ownerId: { $in: ownerIds } } },
        {
          $group: {
            _id: { ownerId: '$ownerId', stage: '$stage' },
            count: { $sum: 1 },
            amountMinor: { $sum: '$amountMinor' },
            withoutAmount: { $sum: { $cond: [{ $eq: ['$amountMinor', null] }, 1, 0] } },
          },
        },
      ]);
      return rows.map(({ _id, ...sums }) => ({ ..._id, ...sums }));
    },
  };
}
