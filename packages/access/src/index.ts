export { checkAccessCoverage } from './coverage.ts';
export { applyAccess } from './directive.ts';
export {
  absentOn,
  type Grant,
  grantsOf,
  type HeldRole,
  handedBeyond,
  type KnownPerson,
  permissionsOn,
  type StandIn,
} from './grants.ts';
export {
  ACCOUNTS,
  ACTIONS,
  type Account,
  type Action,
  isAction,
  isDelegable,
  MATRIX,
  type Permission,
  permissionsOfRole,
  type Reach,
  ROLES,
  type Role,
  reachOf,
} from './matrix.ts';
export { permissionsPage } from './permissions-page.ts';
export { type AccessReports, accessReports, type Holder, type ReportView, readAction } from './report/access-report.ts';
export {
  accountsWith,
  type Holders,
  holdersOf,
  type Owned,
  type Reason,
  reasonsOf,
  type StandInOf,
  type Target,
  targetOf,
  type Via,
} from './report/reasons.ts';
export { accessReportResolvers, accessReportTypeDefs } from './report/report-face.ts';
export { ROLE_DESCRIPTIONS, type RoleDescription } from './roles.ts';
export {
  bearerToken,
  type CallerClaims,
  type InternalToken,
  internalKeySet,
  signInternalToken,
  verifyInternalToken,
} from './tokens.ts';
export {
  createViewer,
  type OrganizationView,
  reachesPerson,
  reachesUnit,
  type Scope,
  type Viewer,
} from './viewer.ts';
