import { describeRoles } from './roles.ts';

export const roleResolvers = {
  Query: { roles: describeRoles },
};
