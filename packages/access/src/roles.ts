import { ROLES, type Role } from './matrix.ts';

/** What a role is called and what comes with it. */
export interface RoleDescription {
  role: Role;
  name: string;
  nameChinese: string;
  /** What a person in this role answers for. */
  duties: readonly string[];
}

const DESCRIPTIONS: Readonly<Record<Role, Omit<RoleDescription, 'role'>>> = {
  SALES_DIRECTOR: {
    name: 'Sales director',
    nameChinese: '销售总监',
    duties: [
      'Sets the sales strategy and the targets of the company and answers for reaching them',
      'Builds the sales network and the leadership team',
      'Works with R&D, production, finance and marketing',
    ],
  },
  DEPUTY_DIRECTOR: {
    name: 'Deputy director',
    nameChinese: '副总监',
    duties: [
      'Stands in for the sales director',
      'Leads the regions in their charge and spreads targets over them',
      'Follows statistics and market and proposes promotion',
    ],
  },
  REGIONAL_MANAGER: {
    name: 'Regional sales manager',
    nameChinese: '区域销售经理',
    duties: [
      "Answers for the region's targets, outlets and teams",
      'Selects, trains and assesses team leaders',
      'Removes what hinders the sales process in the region',
    ],
  },
  TEAM_LEADER: {
    name: 'Team leader',
    nameChinese: '团队长',
    duties: [
      "Answers for the team's targets",
      'Guides, trains and supports the sales engineers of the team',
      'Looks after customers that need the leader',
    ],
  },
  SALES_ENGINEER: {
    name: 'Sales engineer',
    nameChinese: '销售工程师',
    duties: [
      'Wins customers and serves them before, during and after the sale',
      'Keeps customers and opportunities on record',
      'Reaches the own targets and shares experience',
    ],
  },
  EMPLOYEE: {
    name: 'Employee',
    nameChinese: '员工',
    duties: ['Works with the sales department from another one'],
  },
};

/** All roles with names and duties, from the sales director down. */
export const ROLE_DESCRIPTIONS: readonly RoleDescription[] = ROLES.map((role) => ({ role, ...DESCRIPTIONS[role] }));
