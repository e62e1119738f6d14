import { type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import { command, type TeamContext } from '../loaders.ts';
import type { TeamStores } from '../stores.ts';
import * as commands from './moves.commands.ts';
import type { MoveFilter, StoredMove } from './moves.store.ts';
import type { Decision, MoveState } from './moves.ts';

interface ListArgs extends PageArgs {
  state?: MoveState | null;
  unit?: string | null;
  deep: boolean;
}

export const moveResolvers = (stores: TeamStores) => {
  const unitOf = async (id: string, day: string, { loaders }: TeamContext) => {
    const unit = (await loaders.units()).get(id);
    return unit ? { unit, day } : null;
  };
  return {
    Query: {
      moveProposal: async (_: unknown, { id }: { id: string }, { viewer }: TeamContext) =>
        stores.moves.byId(id, await viewer.scope('move.propose')),
      moveProposals: async (_: unknown, { state, unit, deep, ...args }: ListArgs, { viewer, loaders }: TeamContext) => {
        const page = pageArgs(args);
        const scope = await viewer.scope('move.propose');
        const unitIds =
          unit === null || unit === undefined
            ? undefined
            : deep
              ? (await loaders.tree(stores.today())).subtree(unit)
              : [unit];
        const filter: MoveFilter = { state: state ?? undefined, unitIds };
        const rows = await stores.moves.page(filter, scope, page);
        const { limit, after } = page;
        const cursorOf = ({ on, id }: StoredMove) => [on, id];
        const connection = toConnection(rows, { limit, cursorOf, totalCount: 0, after });
        return { ...connection, totalCount: () => stores.moves.count(filter, scope) };
      },
    },
    Mutation: {
      proposeMove: command(commands.proposeMove, stores),
      approveMove: command(commands.approveMove, stores),
      rejectMove: command(commands.rejectMove, stores),
      withdrawMove: command(commands.withdrawMove, stores),
    },
    MoveProposal: {
      employee: async ({ employeeId }: StoredMove, _: unknown, { loaders }: TeamContext) => {
        const person = await loaders.person.load(employeeId);
        return person && { person, day: stores.today() };
      },
      fromUnit: ({ fromUnitId }: StoredMove, _: unknown, context: TeamContext) =>
        unitOf(fromUnitId, stores.today(), context),
      toUnit: ({ toUnitId }: StoredMove, _: unknown, context: TeamContext) => unitOf(toUnitId, stores.today(), context),
      proposedAt: ({ proposedAt }: StoredMove) => new Date(proposedAt),
      mayApprove: async (move: StoredMove, _: unknown, { viewer }: TeamContext) =>
        move.state === 'PROPOSED' && (await commands.whyNotApprove(move, viewer)) === null,
    },
    MoveDecision: {
      at: ({ at }: Decision) => new Date(at),
    },
  };
};
