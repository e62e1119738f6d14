/**
 * Who may do what, and how far: the one place where permissions are given. A new permission is a line in `MATRIX`.
 *
 * Roles come with a person's assignments of today; one person may have several, and each reaches as far as the unit it is
 * held in. Accounts are those of services. A scope is how far an action reaches:
 * - COMPANY: everything
 * - UNIT: the people of the unit in which the role is held and of all units below it, and those units
 * - OWN: the caller's own records
 * Who is not named in a line may not do it at all.
 */

/**
 * The roles of people: those who sell from the top down, the staff of the five divisions of the sales department, who links
 * it with a partner department, who administers the system, and everybody else.
 */
export const ROLES = [
  'SALES_DIRECTOR',
  'DEPUTY_DIRECTOR',
  'REGIONAL_MANAGER',
  'TEAM_LEADER',
  'SALES_ENGINEER',
  'NETWORK_PLANNER',
  'MARKET_ANALYST',
  'TEAM_DEVELOPER',
  'CUSTOMER_CARE_SPECIALIST',
  'SALES_ANALYST',
  'LIAISON',
  'SYSTEM_ADMINISTRATOR',
  'EMPLOYEE',
] as const;
export type Role = (typeof ROLES)[number];

/** Accounts of services: one that administers, one that imports. */
export const ACCOUNTS = ['ADMINISTRATOR', 'IMPORTER'] as const;
export type Account = (typeof ACCOUNTS)[number];

/** How far an action reaches. */
export type Reach = 'COMPANY' | 'UNIT' | 'OWN';

type Line = Readonly<Partial<Record<Role | Account, Reach>>>;

const line = (reach: Reach, who: readonly (Role | Account)[]): Line =>
  Object.fromEntries(who.map((one) => [one, reach]));

/** Some in the whole company. */
const company = (...who: (Role | Account)[]): Line => line('COMPANY', who);

const administrators = company('ADMINISTRATOR', 'SYSTEM_ADMINISTRATOR');
const importer = company('IMPORTER');

/** Every person and account, the whole company. */
const everybody = company(...ROLES, ...ACCOUNTS);

/** What everybody has of their own. */
const own = line('OWN', ROLES);

/** Who sells, the whole company. */
const sellers = company(
  'SALES_DIRECTOR',
  'DEPUTY_DIRECTOR',
  'REGIONAL_MANAGER',
  'TEAM_LEADER',
  'SALES_ENGINEER',
  'ADMINISTRATOR',
);

const STAFF = [
  'NETWORK_PLANNER',
  'MARKET_ANALYST',
  'TEAM_DEVELOPER',
  'CUSTOMER_CARE_SPECIALIST',
  'SALES_ANALYST',
] as const;

/** What the sales department offers is known to all of it and to those who link it with others. */
const known = { ...sellers, ...company(...STAFF, 'LIAISON') };

/** Everybody who sells as far as they answer for it: the director all, leaders their units, engineers what is their own. */
const bySeat: Line = {
  ...company('SALES_DIRECTOR', 'ADMINISTRATOR'),
  ...line('UNIT', ['DEPUTY_DIRECTOR', 'REGIONAL_MANAGER', 'TEAM_LEADER']),
  ...line('OWN', ['SALES_ENGINEER']),
};

/** Those who lead: the director all, the others their units. */
const leaders: Line = {
  ...company('SALES_DIRECTOR'),
  ...line('UNIT', ['DEPUTY_DIRECTOR', 'REGIONAL_MANAGER', 'TEAM_LEADER']),
};

/** Those who plan: the director for all, deputies and regional managers for their units. */
const planners: Line = {
  ...company('SALES_DIRECTOR', 'ADMINISTRATOR'),
  ...line('UNIT', ['DEPUTY_DIRECTOR', 'REGIONAL_MANAGER']),
};

/** Those who choose leaders, with those who prepare it for the whole company. */
const choosers: Line = { ...planners, ...company('TEAM_DEVELOPER', 'SYSTEM_ADMINISTRATOR') };

/** Those who look after teams: leaders for their units, team developers for all. */
const caretakers: Line = { ...leaders, ...administrators, ...company('TEAM_DEVELOPER') };

const directorOnly = company('SALES_DIRECTOR', 'ADMINISTRATOR');

export const MATRIX = {
  'self.read': { ...own, ...company('ADMINISTRATOR'), ...line('OWN', ['IMPORTER']) },
  'permissions.read': { ...own, ...administrators },
  'delegation.write': { ...own, ...leaders, ...administrators },

  'directory.read': everybody,
  'organization.write': { ...administrators, ...importer },
  'organization.audit': administrators,
  'access.report': administrators,
  'reporting.read': caretakers,

  'opening.read': choosers,
  'opening.write': choosers,
  'assessment.write': choosers,
  'appointment.decide': { ...directorOnly, ...administrators, ...line('UNIT', ['REGIONAL_MANAGER']) },
  'succession.read': choosers,
  'succession.write': choosers,

  'checklist.read': { ...own, ...caretakers },
  'checklist.write': { ...own, ...caretakers },
  'skill.read': { ...own, ...caretakers },
  'skill.write': { ...own, ...caretakers },
  'team.define': { ...directorOnly, ...administrators, ...company('TEAM_DEVELOPER') },
  'team.plan': caretakers,
  'move.propose': { ...leaders, ...administrators },
  'move.approve': { ...planners, ...administrators },

  'outlet.read': { ...known, ...importer },
  'outlet.write': { ...planners, ...company('NETWORK_PLANNER'), ...importer },

  'customer.read': { ...bySeat, ...company('CUSTOMER_CARE_SPECIALIST'), ...importer },
  'customer.write': { ...bySeat, ...company('CUSTOMER_CARE_SPECIALIST'), ...importer },
  'opportunity.read': { ...bySeat, ...company('CUSTOMER_CARE_SPECIALIST'), ...importer },
  'opportunity.write': { ...bySeat, ...importer },
  'pipeline.read': { ...bySeat, ...company('MARKET_ANALYST', 'SALES_ANALYST') },
  'product.read': { ...known, ...importer },
  'product.write': { ...directorOnly, ...importer },

  'score.read': { ...bySeat, ...company('TEAM_DEVELOPER', 'SALES_ANALYST') },
  'statistics.read': { ...bySeat, ...company('NETWORK_PLANNER', 'MARKET_ANALYST', 'SALES_ANALYST'), ...importer },
  'target.read': { ...bySeat, ...company('MARKET_ANALYST', 'TEAM_DEVELOPER', 'SALES_ANALYST'), ...importer },
  'target.write': { ...planners, ...importer },
  'formula.read': { ...sellers, ...company('TEAM_DEVELOPER', 'SALES_ANALYST') },
  'formula.write': directorOnly,
  'period.read': { ...sellers, ...company('NETWORK_PLANNER', 'MARKET_ANALYST', 'TEAM_DEVELOPER', 'SALES_ANALYST') },
  'period.score': directorOnly,
  'period.lock': directorOnly,

  'channel.read': { ...own, ...company('ADMINISTRATOR'), ...line('OWN', ['IMPORTER']) },
  'channel.write': { ...bySeat, ...line('OWN', [...STAFF, 'LIAISON']) },
  'message.write': line(
    'OWN',
    ROLES.filter((role) => role !== 'EMPLOYEE'),
  ),

  'events.read': { ...administrators, ...importer },
  'events.replay': administrators,
  'import.run': { ...administrators, ...importer },
} as const satisfies Record<string, Line>;

/** Something that can be done in the graph, as `@access(action:)` names it. */
export type Action = keyof typeof MATRIX;

/** Every action, in alphabetical order. */
export const ACTIONS = (Object.keys(MATRIX) as Action[]).sort();

/** What is a matter of the person alone: nobody does it in the place of somebody who is absent. */
const PRIVATE: ReadonlySet<Action> = new Set<Action>([
  ...(['self.read', 'permissions.read', 'delegation.write'] as const),
  ...(['channel.read', 'channel.write', 'message.write'] as const),
]);

/** Whether who stands in for somebody may do it as that person may. */
export const isDelegable = (action: Action): boolean => !PRIVATE.has(action);

/** Whether a text names an action. */
export const isAction = (text: string): text is Action => Object.hasOwn(MATRIX, text);

/** How far an action reaches for a role or an account; null when it may not be done at all. */
export const reachOf = (action: Action, who: Role | Account): Reach | null => (MATRIX[action] as Line)[who] ?? null;

/** A permission as it is shown to people. */
export interface Permission {
  action: Action;
  scope: Reach;
}

/** What a role or an account may do, in alphabetical order of the actions. */
export const permissionsOfRole = (who: Role | Account): Permission[] =>
  ACTIONS.flatMap((action) => {
    const scope = reachOf(action, who);
    return scope === null ? [] : [{ action, scope }];
  });
