/** The roles of the sales organization, what they answer for, and what they may do (from the one matrix of permissions). */
import { permissionsOfRole, ROLE_DESCRIPTIONS } from '@salesgraph/access';

/** All roles, from the sales director down, each with its permissions in alphabetical order. */
export const describeRoles = () =>
  ROLE_DESCRIPTIONS.map((description) => ({ ...description, permissions: permissionsOfRole(description.role) }));
