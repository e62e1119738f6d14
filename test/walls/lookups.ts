/** Every way to get at a record of every kind. */
import { idFromCode } from '@salesgraph/service-kit';
import {
  ALL,
  type Asked,
  type AskFor,
  below,
  byId,
  bySubject,
  code,
  entity,
  given,
  holds,
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
import { CURRENT, SCORED } from './company.ts';
import { ORGANIZATION } from './organization-lookups.ts';
import { absent, type Key } from './records.ts';

/** The rows. */
const people: Row = { action: 'directory.read', of: 'person', kind: 'employee' };
const units: Row = { action: 'directory.read', of: 'unit', kind: 'unit' };
const permissions: Row = { action: 'permissions.read', of: 'person', kind: 'employee' };
const corrections: Row = { action: 'organization.write', of: 'person', kind: 'employee' };
const unitCorrections: Row = { action: 'organization.write', of: 'unit', kind: 'unit' };
const outlets: Row = { action: 'outlet.read', of: 'unit', kind: 'outlet' };
const customers: Row = { action: 'customer.read', of: 'person', kind: 'customer' };
const deals: Row = { action: 'opportunity.read', of: 'person', kind: 'openDeal' };
const wonDeals: Row = { action: 'opportunity.read', of: 'person', kind: 'wonDeal' };
const pipelines: Row = { action: 'pipeline.read', of: 'person', kind: 'employee' };
const unitPipelines: Row = { action: 'pipeline.read', of: 'unit', kind: 'unit' };
const products: Row = { action: 'product.read', of: 'person', kind: 'employee' };
const cards: Row = { action: 'score.read', of: 'person', kind: 'card' };
const scored: Row = { action: 'score.read', of: 'person', kind: 'employee' };
const unitCards: Row = { action: 'score.read', of: 'unit', kind: 'unitCard' };
const targets: Row = { action: 'target.read', of: 'person', kind: 'target' };
const unitTargets: Row = { action: 'target.read', of: 'unit', kind: 'unitTarget' };
const facts: Row = { action: 'statistics.read', of: 'person', kind: 'employee' };
const formulas: Row = { action: 'formula.read', of: 'person', kind: 'employee' };
const periods: Row = { action: 'period.read', of: 'person', kind: 'employee' };
const channels: Row = { action: 'channel.read', of: 'person', kind: 'channel' };
const unitChannels: Row = { action: 'channel.read', of: 'unit', kind: 'unitChannel' };
const messages: Row = { action: 'channel.read', of: 'message', kind: 'message' };
const discussions: Row = { action: 'discussion', of: 'person', kind: 'discussion' };

const period = `period(month: "${SCORED}")`;

const DIRECTORY: Lookup[] = [
  root(people, 'Employee', withId('employee'), 'id code name'),
  code(people, 'Employee', withCode('employee'), 'id code name'),
  listed(people, 'EmployeeConnection', () => `employees(${ALL})`, 'nodes { id code } edges { node { id } }'),
  through(
    deals,
    nested(people, 'Opportunity', below('opportunity', 'openDeal'), 'owner { id code } splits { employee { id } }'),
  ),
  through(customers, nested(people, 'Customer', below('customer', 'customer'), 'owner { id code }')),
  entity(people, 'organization', 'Employee', 'id code name'),
  root(units, 'OrgUnit', withId('unit'), 'id code name'),
  code(units, 'OrgUnit', withCode('unit'), 'id code name'),
  listed(units, 'OrgUnitConnection', () => `units(${ALL})`, 'nodes { id code } edges { node { id } }'),
  nested(units, 'OrgUnit', () => 'company', 'id code children { id code children { id code children { id code } } }'),
  through(outlets, nested(units, 'Outlet', below('outlet', 'outlet'), 'unit { id code }')),
  entity(units, 'organization', 'OrgUnit', 'id code name'),
];

const INNER: Lookup[] = [
  nested(permissions, 'Employee', person, 'permissions', given('permissions')),
  nested(corrections, 'Employee', person, 'corrections { version }', given('corrections')),
  entity(corrections, 'organization', 'Employee', 'corrections { version }', ofEntity('corrections'), ofSubject),
  nested(unitCorrections, 'OrgUnit', unit, 'corrections { version }', given('corrections')),
  entity(unitCorrections, 'organization', 'OrgUnit', 'corrections { version }', ofEntity('corrections'), ofSubject),
];

const OUTLETS: Lookup[] = [
  root(outlets, 'Outlet', withId('outlet'), 'id code name status'),
  code(outlets, 'Outlet', withCode('outlet'), 'id code name status'),
  listed(outlets, 'OutletConnection', ({ subject }) => `outlets(unit: ${text(subject.id)})`, 'totalCount nodes { id }'),
  listed(outlets, 'OutletDistance', () => `nearestOutlets(latitude: 31, longitude: 121, ${ALL})`, 'outlet { id code }'),
  nested(outlets, 'OrgUnit', unit, `outlets(${ALL}) { totalCount nodes { id } edges { node { id } } }`),
  entity(outlets, 'sales-network', 'Outlet', 'id code'),
  entity(outlets, 'sales-network', 'OrgUnit', 'outlets { nodes { id } }', byId, ofSubject),
];

const DEALS = `totalCount nodes { id code } edges { cursor node { id } } pageInfo { hasNextPage }`;
const CUSTOMERS: Lookup[] = [
  root(customers, 'Customer', withId('customer'), 'id code name'),
  code(customers, 'Customer', withCode('customer'), 'id code name'),
  nested(customers, 'Opportunity', below('opportunity', 'openDeal'), 'customer { id code }'),
  through(discussions, nested(customers, 'Channel', below('channel', 'discussion'), 'customer { id name }')),
  listed(customers, 'CustomerConnection', () => `customers(${ALL})`, 'nodes { id code } edges { node { id } }'),
  entity(customers, 'customers', 'Customer', 'id code'),
  root(deals, 'Opportunity', withId('opportunity'), 'id code stage amount { amount }'),
  code(deals, 'Opportunity', withCode('opportunity'), 'id code stage amount { amount }'),
  nested(deals, 'Employee', person, `opportunities(open: true, ${ALL}) { ${DEALS} }`),
  nested(deals, 'Customer', below('customer', 'customer'), `opportunities(${ALL}) { ${DEALS} }`),
  listed(
    deals,
    'OpportunityConnection',
    ({ subject }) => `opportunities(filter: { owner: ${text(subject.id)}, status: OPEN })`,
    DEALS,
  ),
  listed(
    deals,
    'DataQualityWarningConnection',
    () => `dataQualityWarnings(${ALL})`,
    'nodes { field opportunity { id code } } edges { node { opportunity { id } } }',
  ),
  entity(deals, 'customers', 'Opportunity', 'id code'),
  entity(deals, 'customers', 'Employee', `opportunities { ${DEALS} }`, byId, ofSubject),
  through(
    cards,
    nested(
      wonDeals,
      'Employee',
      person,
      `scorecard(period: "${SCORED}") { indicators { credits { nodes { opportunity { id code } } } } }`,
    ),
  ),
  through(
    cards,
    nested(
      wonDeals,
      'Employee',
      person,
      `scorecard(period: "${SCORED}") { indicators { credits { nodes { opportunity { id } } } } }`,
    ),
  ),
  nested(
    wonDeals,
    'Period',
    () => `period(month: "${CURRENT}")`,
    `adjustments(${ALL}) { nodes { opportunity { id code } } }`,
  ),
];

const PIPELINE = 'pipeline { openCount openAmount { amount } weightedAmount { amount } withoutAmount }';
const PIPELINES: Lookup[] = [
  nested(pipelines, 'Employee', person, PIPELINE, given('pipeline')),
  entity(pipelines, 'customers', 'Employee', PIPELINE, ofEntity('pipeline'), ofSubject),
  nested(unitPipelines, 'OrgUnit', unit, PIPELINE, given('pipeline')),
  entity(unitPipelines, 'customers', 'OrgUnit', PIPELINE, ofEntity('pipeline'), ofSubject),
  through(
    deals,
    nested(products, 'Opportunity', below('opportunity', 'openDeal'), 'product { code }', given('product')),
  ),
];

const CHANGES = `currentRun { changes(${ALL}) { totalCount nodes { employee { id } unit { id } scoreAfter } } }`;
const CARD = `scorecard(period: "${SCORED}") { id score rank peers indicators { actual target points } }`;
const SCORES: Lookup[] = [
  nested(cards, 'Employee', person, CARD),
  nested(cards, 'Employee', person, 'scorecard { id score }'),
  listed(
    cards,
    'LeaderboardConnection',
    () => `leaderboard(period: "${SCORED}", ${ALL})`,
    'totalCount nodes { rank value score employee { id } } edges { node { employee { id } } }',
    bySubject,
  ),
  nested(cards, 'Period', () => period, CHANGES, bySubject),
  nested(
    scored,
    'Period',
    () => `period(month: "${CURRENT}")`,
    `adjustments(${ALL}) { totalCount nodes { employee { id } amount { amount } } }`,
  ),
  entity(cards, 'performance', 'Scorecard', 'id score'),
  entity(cards, 'performance', 'Employee', CARD, byId, ofSubject),
  nested(unitCards, 'OrgUnit', unit, CARD),
  nested(unitCards, 'OrgUnit', unit, 'scorecard { id score }'),
  nested(unitCards, 'Period', () => period, CHANGES, bySubject),
  entity(unitCards, 'performance', 'Scorecard', 'id score'),
  entity(unitCards, 'performance', 'OrgUnit', CARD, byId, ofSubject),
];

const TARGETS = `targets(month: "${SCORED}") { id value }`;
const targetsOf: AskFor = ({ subject }) => `targets(filter: { subjects: [${text(subject.id)}] })`;
const FIGURES: Lookup[] = [
  nested(targets, 'Employee', person, TARGETS),
  listed(targets, 'TargetConnection', targetsOf, 'totalCount nodes { id value }'),
  entity(targets, 'performance', 'Target', 'id value'),
  entity(targets, 'performance', 'Employee', TARGETS, byId, ofSubject),
  nested(unitTargets, 'OrgUnit', unit, TARGETS),
  listed(unitTargets, 'TargetConnection', targetsOf, 'totalCount nodes { id value }'),
  entity(unitTargets, 'performance', 'Target', 'id value'),
  entity(unitTargets, 'performance', 'OrgUnit', TARGETS, byId, ofSubject),
  listed(
    facts,
    'StatisticsConnection',
    ({ subject }) =>
      `salesStatistics(from: "${SCORED}", to: "${SCORED}", by: [EMPLOYEE], filter: { employees: [${text(subject.id)}] })`,
    'totalCount nodes { employee { id } wonAmount { amount } wonCount }',
  ),
];

const WORKINGS: Lookup[] = [
  nested(formulas, 'Period', () => period, 'currentRun { formula { id name } }', given('currentRun', 'formula')),
  nested(
    formulas,
    'Period',
    () => period,
    'currentRun { formulas { id name } }',
    (value) => holds(value, 'sales-engineer'),
  ),
  root(
    periods,
    'Period',
    () => period,
    'id month state',
    (value) => value !== null,
  ),
  nested(
    periods,
    'Period',
    () => period,
    'currentRun { id } activeRun { id } runs { nodes { id } }',
    given('currentRun'),
  ),
];

/** Something that there is one of for everybody; for the twin what never was. */
const oneOfAll =
  (prefix: string, name: string) =>
  ({ record }: Asked): Key =>
    record.id === absent('employee').id ? record : { id: idFromCode(prefix, name), code: name };
const isGiven = ofEntity('id');
const ENTITIES_OF_ALL: Lookup[] = [
  entity(products, 'customers', 'Product', 'id code', isGiven, oneOfAll('prd', 'P')),
  entity(formulas, 'performance', 'Formula', 'id name', isGiven, oneOfAll('frm', 'sales-engineer@1')),
  entity(periods, 'performance', 'Period', 'id month', isGiven, oneOfAll('per', SCORED)),
  entity(periods, 'performance', 'ScoreRun', 'id state', isGiven, oneOfAll('run', `${SCORED}/2`)),
  entity(people, 'performance', 'LeaderProfile', 'id'),
  entity(people, 'organization', 'LeaderProfile', 'id employee { id }', isGiven, oneOfAll('emp', 'Qian')),
];

const allChannels = () => `channels(${ALL})`;
const CHANNELS: Lookup[] = [
  root(channels, 'Channel', withId('channel'), 'id name members { totalCount nodes { id } }'),
  listed(channels, 'ChannelConnection', allChannels, 'nodes { id name } edges { node { id } }'),
  entity(channels, 'collaboration', 'Channel', 'id name unreadCount'),
  root(unitChannels, 'Channel', withId('channel'), 'id name unit { id }'),
  listed(unitChannels, 'ChannelConnection', allChannels, 'nodes { id name } edges { node { id } }'),
  entity(unitChannels, 'collaboration', 'Channel', 'id name'),
  through(
    channels,
    nested(
      messages,
      'Channel',
      below('channel', 'channel'),
      'id lastMessage { id text } messages { totalCount nodes { id text channel { id } } edges { cursor } }',
    ),
  ),
  entity(messages, 'collaboration', 'Message', 'id text author { id }'),
  root(discussions, 'Channel', withId('channel'), 'id name messages { totalCount }'),
  through(customers, nested(discussions, 'Customer', below('customer', 'customer'), 'discussion { id name }')),
  entity(discussions, 'collaboration', 'Channel', 'id name'),
  entity(discussions, 'collaboration', 'Customer', 'discussion { id name }', byId, ({ other }) => other('customer')),
  through(
    deals,
    nested(
      { ...discussions, kind: 'openDeal' },
      'Opportunity',
      withId('opportunity'),
      'discussion { id name opportunity { id code } }',
      given('discussion'),
    ),
  ),
  entity(
    { ...discussions, kind: 'openDeal' },
    'collaboration',
    'Opportunity',
    'discussion { id name }',
    ofEntity('discussion'),
  ),
];

/** Every way, each with a name of its own. */
export const LOOKUPS: readonly Lookup[] = [
  ...DIRECTORY,
  ...INNER,
  ...OUTLETS,
  ...CUSTOMERS,
  ...PIPELINES,
  ...SCORES,
  ...FIGURES,
  ...WORKINGS,
  ...ENTITIES_OF_ALL,
  ...CHANNELS,
  ...ORGANIZATION,
].map((one, place) => ({ ...one, name: `${place} ${one.action} ${one.of} ${one.path} ${one.kind}` }));
