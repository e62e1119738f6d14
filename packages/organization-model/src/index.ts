export { organizationConsumer } from './consumer.ts';
export {
  type Assignment,
  type Person,
  primaryAssignmentOn,
  type Unit,
  type UnitKind,
  type UnitOnDay,
} from './organization.ts';
export { type UnitTree, unitTree } from './tree.ts';
export { type OrganizationView, type OrganizationViewOptions, organizationView } from './view.ts';
