import type { Role } from '@salesgraph/access';
import { badInput, fail, type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import type { PersonOnDay } from '../../directory.ts';
import { command, type TeamContext } from '../loaders.ts';
import type { TeamStores } from '../stores.ts';
import { type ChecklistState, overdueSteps, progressOf, type Step } from './checklists.ts';
import * as commands from './onboarding.commands.ts';
import type { ChecklistFilter, StoredChecklist } from './onboarding.store.ts';
import { currentOf, revisionsOf, type Template } from './templates.ts';

interface ListArgs extends PageArgs {
  unit?: string | null;
  deep: boolean;
  state?: ChecklistState | null;
  overdue: boolean;
}

/** How many templates a plain list holds. */
const MAX_TEMPLATES = 500;
/** How many checklists of a person a plain list holds. */
const MAX_OF_PERSON = 100;

export const onboardingResolvers = (stores: TeamStores) => {
  const within = async ({ viewer }: TeamContext) => ({
    scope: await viewer.scope('checklist.read'),
    today: stores.today(),
  });
  const filterOf = async ({ unit, deep, state, overdue }: ListArgs, { loaders }: TeamContext) => {
    const today = stores.today();
    const filter: ChecklistFilter = { state: state ?? undefined, overdueOn: overdue ? today : undefined };
    if (!unit) return filter;
    const unitIds = deep ? (await loaders.tree(today)).subtree(unit) : [unit];
    const members = await stores.roster.members(unitIds, today);
    return { ...filter, in: { employeeIds: members.map(({ id }) => id), unitIds } };
  };

  return {
    Query: {
      checklistTemplates: async (_: unknown, { role, all }: { role?: Role | null; all: boolean }) => {
        const published = await stores.templates.all();
        const templates: Template[] = all ? revisionsOf(published) : [...currentOf(published).values()];
        const wanted = templates.filter((template) => !role || template.role === role);
        if (wanted.length > MAX_TEMPLATES) throw fail('TOO_MANY', `There are more than ${MAX_TEMPLATES} templates.`);
        return wanted;
      },
      checklist: async (_: unknown, { id }: { id: string }, context: TeamContext) =>
        stores.checklists.byId(id, await within(context)),
      checklists: async (_: unknown, args: ListArgs, context: TeamContext) => {
        if (args.overdue && args.state && args.state !== 'OPEN')
          throw badInput('state', 'is not open, so nothing is overdue');
        const page = pageArgs(args);
        const [filter, reach] = await Promise.all([filterOf(args, context), within(context)]);
        const rows = await stores.checklists.page(filter, reach, page);
        const { limit, after } = page;
        const cursorOf = ({ startsOn, id }: StoredChecklist) => [startsOn, id];
        const connection = toConnection(rows, { limit, cursorOf, totalCount: 0, after });
        return { ...connection, totalCount: () => stores.checklists.count(filter, reach) };
      },
    },
    Mutation: {
      publishChecklistTemplate: command(commands.publishTemplate, stores),
      beginChecklist: command(commands.beginChecklist, stores),
      markChecklistStep: command(commands.markStep, stores),
      cancelChecklist: command(commands.cancelChecklist, stores),
    },
    Employee: {
      checklists: async ({ person }: PersonOnDay, _: unknown, { loaders }: TeamContext) => {
        const found = await loaders.teams.checklists.load(person.id);
        if (found && found.length > MAX_OF_PERSON)
          throw fail('TOO_MANY', `The person has more than ${MAX_OF_PERSON} checklists; use checklists(unit:).`);
        return found;
      },
    },
    Checklist: {
      employee: async ({ employeeId }: StoredChecklist, _: unknown, { loaders }: TeamContext) => {
        const person = await loaders.person.load(employeeId);
        return person && { person, day: stores.today() };
      },
      steps: (checklist: StoredChecklist, { overdue }: { overdue: boolean }) =>
        overdue ? overdueSteps(checklist, stores.today()) : checklist.steps,
      progress: (checklist: StoredChecklist) => progressOf(checklist, stores.today()),
    },
    ChecklistStep: {
      done: ({ mark }: Step) => mark?.done ?? false,
      markedBy: ({ mark }: Step) => mark?.by ?? null,
      markedAt: ({ mark }: Step) => mark && new Date(mark.at),
      note: ({ mark }: Step) => mark?.note ?? null,
    },
  };
};
