/** Ways to get at what the organization keeps: positions, succession, teams, reports, audit and access. */
import {
  ALL,
  type AskFor,
  code,
  entity,
  given,
  type Lookup,
  listed,
  nested,
  ofEntity,
  ofSubject,
  person,
  type Row,
  root,
  text,
  through,
  unit,
  withCode,
  withId,
} from './asking.ts';
import { leadingRole } from './company.ts';

const openings: Row = { action: 'opening.read', of: 'unit', kind: 'opening' };
const plans: Row = { action: 'succession.read', of: 'unit', kind: 'plan' };
const reports: Row = { action: 'reporting.read', of: 'unit', kind: 'unit' };
const checklists: Row = { action: 'checklist.read', of: 'person', kind: 'checklist' };
const moves: Row = { action: 'move.propose', of: 'person', kind: 'move' };
const skills: Row = { action: 'skill.read', of: 'person', kind: 'employee' };
const audits: Row = { action: 'organization.audit', of: 'person', kind: 'employee' };
const unitAudits: Row = { action: 'organization.audit', of: 'unit', kind: 'unit' };
const planned: Row = { action: 'organization.write', of: 'person', kind: 'employee' };
const plannedUnits: Row = { action: 'organization.write', of: 'unit', kind: 'unit' };
const customers: Row = { action: 'customer.read', of: 'person', kind: 'customer' };
const deals: Row = { action: 'opportunity.read', of: 'person', kind: 'openDeal' };
const customerAccess: Row = { action: 'access.report', of: 'person', kind: 'customer' };
const dealAccess: Row = { action: 'access.report', of: 'person', kind: 'openDeal' };

const isThere: Lookup['seen'] = (value) => value !== null;
/** A report on a unit. */
const reportOn =
  (field: string, more = ''): AskFor =>
  ({ record }) =>
    `${field}(unit: ${text(record.id)}${more})`;
const YEAR = ', from: "2025-01-01", to: "2026-01-01"';
const AUDIT = 'audit(first: 1) { totalCount nodes { id } }';

export const ORGANIZATION: readonly Lookup[] = [
  root(openings, 'Opening', withId('opening'), 'id code headline candidates { state employee { id } }'),
  code(openings, 'Opening', withCode('opening'), 'id code headline'),
  nested(openings, 'OrgUnit', unit, 'openings { id code }'),
  listed(openings, 'OpeningConnection', () => `openings(${ALL})`, 'nodes { id code } edges { node { id } }'),
  entity(openings, 'organization', 'Opening', 'id code'),

  root(
    plans,
    'SuccessionPlan',
    ({ subject }) => `successionPlan(unit: ${text(subject.id)}, role: ${leadingRole(subject.code)})`,
    'id successors { readiness }',
  ),
  nested(plans, 'OrgUnit', unit, 'successionPlans { id }'),
  entity(plans, 'organization', 'SuccessionPlan', 'id role'),
  listed(
    { ...plans, kind: 'unit' },
    'SuccessionGapConnection',
    () => `successionGaps(${ALL})`,
    'totalCount nodes { unit { id } plan { id } }',
  ),

  root(reports, 'SpanOfControl', reportOn('spanOfControl'), 'leaders reporting', isThere),
  root(reports, 'VacancyReport', reportOn('vacancies'), 'units vacant', isThere),
  root(reports, 'HeadCount', reportOn('headCount', YEAR), 'steps { count }', isThere),
  root(reports, 'TransferReport', reportOn('transfers', YEAR), 'total { in out }', isThere),
  nested(reports, 'OrgUnit', unit, 'team { size plan { version } }', given('team')),

  root(checklists, 'Checklist', withId('checklist'), 'id state employee { id }'),
  nested(checklists, 'Employee', person, 'checklists { id state }'),
  listed(checklists, 'ChecklistConnection', () => `checklists(${ALL})`, 'nodes { id } edges { node { id } }'),
  nested(skills, 'Employee', person, 'skillProfile { version skills { skill { code } } }', given('skillProfile')),
  root(moves, 'MoveProposal', withId('moveProposal'), 'id state reason employee { id }'),
  listed(moves, 'MoveProposalConnection', () => `moveProposals(${ALL})`, 'nodes { id } edges { node { id } }'),

  nested(audits, 'Employee', person, AUDIT, given('audit')),
  nested(unitAudits, 'OrgUnit', unit, AUDIT, given('audit')),
  entity(audits, 'organization', 'Employee', AUDIT, ofEntity('audit'), ofSubject),
  nested(planned, 'Employee', person, 'plannedChanges { on }', given('plannedChanges')),
  nested(plannedUnits, 'OrgUnit', unit, 'plannedChanges { on }', given('plannedChanges')),
  through(
    customers,
    nested(customerAccess, 'Customer', withId('customer'), 'access(first: 1) { totalCount }', given('access')),
  ),
  through(
    deals,
    nested(dealAccess, 'Opportunity', withId('opportunity'), 'access(first: 1) { totalCount }', given('access')),
  ),
];
