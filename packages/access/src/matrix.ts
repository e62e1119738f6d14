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

/** The roles of the sales organization, from the top; EMPLOYEE is staff outside sales. */
export const ROLES = [
  'SALES_DIRECTOR',
  'DEPUTY_DIRECTOR',
  'REGIONAL_MANAGER',
  'TEAM_LEADER',
  'SALES_ENGINEER',
  'EMPLOYEE',
] as const;
export type Role = (typeof ROLES)[number];

/** Accounts of services: one that administers, one that imports. */
export const ACCOUNTS = ['ADMINISTRATOR', 'IMPORTER'] as const;
export type Account = (typeof ACCOUNTS)[number];

/** How far an action reaches. */
export type Reach = 'COMPANY' | 'UNIT' | 'OWN';

type Line = Readonly<Partial<Record<Role | Account, Reach>>>;

/** Every role and account reads, the whole company. */
const everybody: Line = {
  SALES_DIRECTOR: 'COMPANY',
  DEPUTY_DIRECTOR: 'COMPANY',
  REGIONAL_MANAGER: 'COMPANY',
  TEAM_LEADER: 'COMPANY',
  SALES_ENGINEER: 'COMPANY',
  EMPLOYEE: 'COMPANY',
  ADMINISTRATOR: 'COMPANY',
  IMPORTER: 'COMPANY',
};

/** The whole sales department reads, the whole company. */
const allOfSales: Line = {
  SALES_DIRECTOR: 'COMPANY',
  DEPUTY_DIRECTOR: 'COMPANY',
  REGIONAL_MANAGER: 'COMPANY',
  TEAM_LEADER: 'COMPANY',
  SALES_ENGINEER: 'COMPANY',
  ADMINISTRATOR: 'COMPANY',
};

/** Everybody as far as they answer for it: the director all, leaders their units, engineers what is their own. */
const bySeat: Line = {
  SALES_DIRECTOR: 'COMPANY',
  DEPUTY_DIRECTOR: 'UNIT',
  REGIONAL_MANAGER: 'UNIT',
  TEAM_LEADER: 'UNIT',
  SALES_ENGINEER: 'OWN',
  ADMINISTRATOR: 'COMPANY',
};

/** Those who plan: the director for all, deputies and regional managers for their units. */
const planners: Line = {
  SALES_DIRECTOR: 'COMPANY',
  DEPUTY_DIRECTOR: 'UNIT',
  REGIONAL_MANAGER: 'UNIT',
  ADMINISTRATOR: 'COMPANY',
};

const directorOnly: Line = { SALES_DIRECTOR: 'COMPANY', ADMINISTRATOR: 'COMPANY' };
const administratorOnly: Line = { ADMINISTRATOR: 'COMPANY' };
const importer: Line = { IMPORTER: 'COMPANY' };

/** What everybody has of their own. */
const own: Line = {
  SALES_DIRECTOR: 'OWN',
  DEPUTY_DIRECTOR: 'OWN',
  REGIONAL_MANAGER: 'OWN',
  TEAM_LEADER: 'OWN',
  SALES_ENGINEER: 'OWN',
  EMPLOYEE: 'OWN',
};

export const MATRIX = {
  'self.read': { ...own, ADMINISTRATOR: 'COMPANY', IMPORTER: 'OWN' },
  'permissions.read': { ...own, ADMINISTRATOR: 'COMPANY' },

  'directory.read': everybody,
  'organization.write': { ...administratorOnly, ...importer },

  'outlet.read': { ...allOfSales, ...importer },
  'outlet.write': { ...planners, ...importer },

  'customer.read': { ...bySeat, ...importer },
  'customer.write': { ...bySeat, ...importer },
  'opportunity.read': { ...bySeat, ...importer },
  'opportunity.write': { ...bySeat, ...importer },
  'pipeline.read': bySeat,
  'product.read': { ...allOfSales, ...importer },
  'product.write': { ...directorOnly, ...importer },

  'score.read': bySeat,
  'statistics.read': { ...bySeat, ...importer },
  'target.read': { ...bySeat, ...importer },
  'target.write': { ...planners, ...importer },
  'formula.read': allOfSales,
  'formula.write': directorOnly,
  'period.read': allOfSales,
  'period.score': directorOnly,
  'period.lock': directorOnly,

  'channel.read': { ...own, ADMINISTRATOR: 'COMPANY', IMPORTER: 'OWN' },
  'channel.write': bySeat,
  'message.write': {
    SALES_DIRECTOR: 'OWN',
    DEPUTY_DIRECTOR: 'OWN',
    REGIONAL_MANAGER: 'OWN',
    TEAM_LEADER: 'OWN',
    SALES_ENGINEER: 'OWN',
  },

  'events.read': { ...administratorOnly, ...importer },
  'events.replay': administratorOnly,
  'import.run': { ...administratorOnly, ...importer },
} as const satisfies Record<string, Line>;

/** Something that can be done in the graph, as `@access(action:)` names it. */
export type Action = keyof typeof MATRIX;

/** Every action, in alphabetical order. */
export const ACTIONS = (Object.keys(MATRIX) as Action[]).sort();

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
