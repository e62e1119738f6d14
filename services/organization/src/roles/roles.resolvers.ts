import { absentOn, permissionsOn, reachesPerson } from '@salesgraph/access';
import type { OrganizationContext, PersonOnDay } from '../directory.ts';
import type { Stores } from '../stores.ts';
import { describeRoles } from './roles.ts';

export const roleResolvers = (stores: Stores) => ({
  Query: { roles: describeRoles },
  Employee: {
    permissions: async ({ person }: PersonOnDay, _: unknown, { viewer, loaders }: OrganizationContext) => {
      if (!reachesPerson(await viewer.scope('permissions.read'), person.id)) return null;
      const today = stores.today();
      const absent = await Promise.all(absentOn(person, today).map((id) => loaders.person.load(id)));
      return permissionsOn(
        person,
        absent.filter((one) => one !== null),
        today,
      );
    },
  },
});
