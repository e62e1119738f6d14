import type { Role, Viewer } from '@salesgraph/access';
import { exactlyOne, type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import type { UnitOnDay } from '../../directory.ts';
import { isFounded } from '../../units/units.ts';
import { assessCandidate } from '../assessments/assessments.commands.ts';
import { type LeadershipContext, personOn, unitOn } from '../context.ts';
import type { LeadershipStores } from '../stores.ts';
import * as appointments from './appointments.commands.ts';
import * as candidates from './candidates.commands.ts';
import { criteriaOf, type SetLeadershipCriteria, setLeadershipCriteria } from './criteria.commands.ts';
import * as commands from './openings.commands.ts';
import type { StoredOpening } from './openings.store.ts';
import type { Appointment, Candidate, Decision } from './openings.ts';
import type { OpeningState } from './states.ts';

/** A candidate with the opening that it is of. */
export interface CandidateOf {
  opening: StoredOpening;
  candidate: Candidate;
}

interface ListArgs extends PageArgs {
  unit?: string | null;
  deep: boolean;
  role?: Role | null;
  states?: OpeningState[] | null;
}

/** A mutation: its input goes to one command, and what was read before is read anew. */
const command =
  <Input>(
    run: (input: Input, viewer: Viewer, stores: LeadershipStores) => Promise<StoredOpening>,
    stores: LeadershipStores,
  ) =>
  async (_: unknown, { input }: { input: Input }, { viewer, loaders }: LeadershipContext): Promise<StoredOpening> => {
    const opening = await run(input, viewer, stores);
    loaders.forget();
    loaders.leadership.forget();
    return opening;
  };

/** What was said about candidates is not for who is in for the position. */
const confidential = async (said: string | null, opening: StoredOpening, { loaders }: LeadershipContext) =>
  (await loaders.leadership.isParty(opening)) ? null : said;

export const openingResolvers = (stores: LeadershipStores) => ({
  Query: {
    opening: (
      _: unknown,
      args: { id?: string | null; code?: string | null },
      { loaders: { leadership } }: LeadershipContext,
    ) => {
      const by = exactlyOne(args);
      return by.id !== undefined ? leadership.opening.load(by.id) : leadership.openingByCode.load(by.code);
    },
    openings: async (_: unknown, args: ListArgs, { viewer, loaders }: LeadershipContext) => {
      const { unit, deep, role, states } = args;
      const page = pageArgs(args);
      const scope = await viewer.require('opening.read');
      const units = (await loaders.history()).units.values();
      const withoutUnits = [...units].filter((one) => !isFounded(one)).map(({ id }) => id);
      const unitIds =
        unit === null || unit === undefined
          ? undefined
          : deep
            ? (await loaders.tree(stores.today())).subtree(unit)
            : [unit];
      const filter = { unitIds, role: role ?? undefined, states: states ?? undefined, withoutUnits };
      const rows = await stores.openings.page(filter, scope, page);
      const cursorOf = ({ neededFrom, id }: StoredOpening) => [neededFrom, id];
      const connection = toConnection(rows, { limit: page.limit, cursorOf, totalCount: 0, after: page.after });
      return { ...connection, totalCount: () => stores.openings.count(filter, scope) };
    },
    leadershipCriteria: (_: unknown, { role }: { role: Role }) => criteriaOf(role, stores),
  },
  Mutation: {
    setLeadershipCriteria: (_: unknown, { input }: { input: SetLeadershipCriteria }, { viewer }: LeadershipContext) =>
      setLeadershipCriteria(input, viewer, stores),
    createOpening: command(commands.createOpening, stores),
    updateOpening: command(commands.updateOpening, stores),
    publishOpening: command(commands.publishOpening, stores),
    nominateCandidate: command(candidates.nominateCandidate, stores),
    shortlistCandidate: command(candidates.shortlistCandidate, stores),
    rejectCandidate: command(candidates.rejectCandidate, stores),
    withdrawCandidate: command(candidates.withdrawCandidate, stores),
    assessCandidate: command(assessCandidate, stores),
    closeShortlist: command(commands.closeShortlist, stores),
    reopenOpening: command(commands.reopenOpening, stores),
    cancelOpening: command(commands.cancelOpening, stores),
    decideOpening: command(commands.decideOpening, stores),
    declineDecision: command(commands.declineDecision, stores),
    appointLeader: command(appointments.appointLeader, stores),
    revokeAppointment: command(appointments.revokeAppointment, stores),
  },
  OrgUnit: {
    openings: ({ unit }: UnitOnDay, _: unknown, { loaders }: LeadershipContext) =>
      loaders.leadership.liveOpenings.load(unit.id),
  },
  Opening: {
    __resolveReference: ({ id }: { id: string }, { loaders }: LeadershipContext) => loaders.leadership.opening.load(id),
    unit: ({ unitId }: StoredOpening, _: unknown, context: LeadershipContext) =>
      unitOn(unitId, stores.today(), context),
    candidates: (opening: StoredOpening): CandidateOf[] =>
      opening.candidates.map((candidate) => ({ opening, candidate })),
    decision: (opening: StoredOpening) => opening.decision && { ...opening.decision, opening },
  },
  Candidate: {
    employee: ({ candidate }: CandidateOf, _: unknown, context: LeadershipContext) =>
      personOn(candidate.employeeId, stores.today(), context),
    state: ({ candidate }: CandidateOf) => candidate.state,
    nominatedBy: ({ candidate }: CandidateOf) => candidate.nominatedBy,
    nominatedAt: ({ candidate }: CandidateOf) => candidate.nominatedAt,
    why: ({ opening, candidate }: CandidateOf, _: unknown, context: LeadershipContext) =>
      confidential(candidate.why, opening, context),
    reason: ({ opening, candidate }: CandidateOf, _: unknown, context: LeadershipContext) =>
      confidential(candidate.reason, opening, context),
  },
  OpeningDecision: {
    employee: ({ employeeId }: Decision, _: unknown, context: LeadershipContext) =>
      personOn(employeeId, stores.today(), context),
    reason: ({ reason, opening }: Decision & { opening: StoredOpening }, _: unknown, context: LeadershipContext) =>
      confidential(reason, opening, context),
  },
  LeaderAppointment: {
    employee: ({ employeeId }: Appointment, _: unknown, context: LeadershipContext) =>
      personOn(employeeId, stores.today(), context),
  },
});
