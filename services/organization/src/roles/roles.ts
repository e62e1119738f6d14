/** The roles of the sales organization, what they answer for, and what they may do (from the one matrix of permissions). */
import { permissionsOfRole, ROLE_DESCRIPTIONS, type Role } from '@salesgraph/access';

/** All roles, from the sales director down, each with its permissions in alphabetical order. */
export const describeRoles = () =>
  ROLE_DESCRIPTIONS.map((description) => ({ ...description, permissions: permissionsOfRole(description.role) }));

/** The actions that somebody in some roles may do, in alphabetical order. */
export const permissionsOf = (roles: readonly Role[]): string[] =>
  [...new Set(roles.flatMap((role) => permissionsOfRole(role).map(({ action }) => action)))].sort();
