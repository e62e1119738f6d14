export { organizationConsumer } from './consumer.ts';
export {
  type Assignment,
  type Person,
  primaryAssignmentOn,
  type Unit,
  type UnitKind,
  type UnitOnDay,
} from './organization.ts';
export { keptUnder, STAMPS, UNITS_STAMP } from './stamp.ts';
export { type TreeOnDay, type UnitTree, unitTree } from './tree.ts';
export { type OrganizationView, organizationView } from './view.ts';
