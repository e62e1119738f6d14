/** The roles of the sales organization, what they answer for, and what they may do (from the one matrix of permissions). */
import { permissionsOfRole, type Role } from '@salesgraph/access';

interface Description {
  role: Role;
  name: string;
  nameChinese: string;
  duties: string[];
}

const DESCRIPTIONS: readonly Description[] = [
  {
    role: 'SALES_DIRECTOR',
    name: 'Sales director',
    nameChinese: '销售总监',
    duties: [
      'Sets the sales strategy and the targets of the company and answers for reaching them',
      'Builds the sales network and the leadership team',
      'Works with R&D, production, finance and marketing',
    ],
  },
  {
    role: 'DEPUTY_DIRECTOR',
    name: 'Deputy director',
    nameChinese: '副总监',
    duties: [
      'Stands in for the sales director',
      'Leads the regions in their charge and spreads targets over them',
      'Follows statistics and market and proposes promotion',
    ],
  },
  {
    role: 'REGIONAL_MANAGER',
    name: 'Regional sales manager',
    nameChinese: '区域销售经理',
    duties: [
      "Answers for the region's targets, outlets and teams",
      'Selects, trains and assesses team leaders',
      'Removes what hinders the sales process in the region',
    ],
  },
  {
    role: 'TEAM_LEADER',
    name: 'Team leader',
    nameChinese: '团队长',
    duties: [
      "Answers for the team's targets",
      'Guides, trains and supports the sales engineers of the team',
      'Looks after customers that need the leader',
    ],
  },
  {
    role: 'SALES_ENGINEER',
    name: 'Sales engineer',
    nameChinese: '销售工程师',
    duties: [
      'Wins customers and serves them before, during and after the sale',
      'Keeps customers and opportunities on record',
      'Reaches the own targets and shares experience',
    ],
  },
  {
    role: 'EMPLOYEE',
    name: 'Employee',
    nameChinese: '员工',
    duties: ['Works with the sales department from another one'],
  },
];

/** All roles, from the sales director down, each with its permissions in alphabetical order. */
export const describeRoles = () => DESCRIPTIONS.map((description) => ({ ...description, permissions: permissionsOfRole(description.role) }));

/** The actions that somebody in some roles may do, in alphabetical order. */
export const permissionsOf = (roles: readonly Role[]): string[] =>
  [...new Set(roles.flatMap((role) => permissionsOfRole(role).map(({ action }) => action)))].sort();
