import type { Audited, Correction } from './audit.ts';
import type { OrganizationContext } from './directory.ts';

/** The corrections of a record, for those who may make some. */
export async function corrections({ corrections: kept }: Audited, { viewer }: OrganizationContext): Promise<Correction[] | null> {
  const scope = await viewer.scope('organization.write');
  return scope.kind === 'NONE' ? null : kept;
}
