/** What is asked of an organization: each question is one operation, as a client sends it. */
import { idFromCode } from '../../../packages/service-kit/src/index.ts';
import type { Company } from './company.ts';

export interface Question {
  what: string;
  caller: string;
  document: string;
  variables: Record<string, unknown>;
  /** Where the cursor of the next page stands in the answer; a question with it is asked until there is no next page. */
  next?: (data: Answer) => { hasNextPage: boolean; endCursor: string | null };
  /** How much came back, in words. */
  size: (data: Answer) => string;
}

// biome-ignore lint/suspicious/noExplicitAny: each question knows the form of its own answer
type Answer = any;

const CHART = `query($unit: ID!, $after: String) { orgChart(unit: $unit, first: 200, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes { depth parentId vacant memberCount deepMemberCount unit { name } leader { name } } } }`;
const COUNT = 'query($code: String!) { unit(code: $code) { memberCount(deep: true) } }';
const REPORTS =
  'query($code: String!) { employee(code: $code) { reports(deep: true) { totalCount nodes { name role unit { name } } } } }';
const HEADS =
  'query($unit: ID) { headCount(unit: $unit, from: "2025-01-01", to: "2026-01-01", by: MONTH) { steps { from count } } }';
const SPAN = `query($unit: ID) { spanOfControl(unit: $unit) { leaders reporting median widest { directReports }
  spans { nodes { directReports leader { name } units { name } } } } }`;
const VACANCIES = `query($unit: ID) { vacancies(unit: $unit) { units vacant soonVacant
  vacancies { nodes { since unit { name } lastLeader { name } } } } }`;
const TRANSFERS = `query($unit: ID) { transfers(unit: $unit, from: "2025-01-01", to: "2025-02-01") { kinds { kind count } total { net }
  transfers { totalCount nodes { on kind employee { name } fromUnit { name } toUnit { name } } } byUnit { nodes { net unit { name } } } } }`;
const TEAM = `query($code: String!) { unit(code: $code) { team(deep: true) { size unitsWithoutPlan byRole { role people }
  byTenure { band people } skillMix { skill { name } people missing } } } }`;

export function questionsOf({ region, engineer, manager, director }: Company): Question[] {
  const unit = idFromCode('unit', region);
  const page = ({ orgChart }: Answer) => orgChart.pageInfo;
  const people = (count: number) => `${count.toLocaleString('en')} people`;
  const ask = (
    what: string,
    document: string,
    variables: Record<string, unknown>,
    size: Question['size'],
    caller = director,
  ): Question => ({ what, document, variables, size, caller });
  return [
    ask('org chart of a region, the first page', CHART, { unit }, ({ orgChart: { nodes, totalCount } }) => {
      const [top] = nodes as { deepMemberCount: number }[];
      return `${nodes.length} of ${totalCount} units, ${people(top!.deepMemberCount)}`;
    }),
    {
      ...ask('org chart of a region, all pages', CHART, { unit }, ({ orgChart }) => `${orgChart.totalCount} units`),
      next: page,
    },
    ask('deep member count of a region', COUNT, { code: region }, (data) => people(data.unit.memberCount)),
    ask('deep member count of the company', COUNT, { code: 'COMPANY' }, (data) => people(data.unit.memberCount)),
    ask(
      'chain of command',
      'query($code: String!) { employee(code: $code) { chainOfCommand { name } } }',
      { code: engineer },
      (data) => `${data.employee.chainOfCommand.length} leaders`,
    ),
    ask('reports of a regional manager, deep', REPORTS, { code: manager }, (data) =>
      people(data.employee.reports.totalCount),
    ),
    ask('reports of the director, deep', REPORTS, { code: director }, (data) =>
      people(data.employee.reports.totalCount),
    ),
    ask(
      'head count of a region by month of a year',
      HEADS,
      { unit },
      (data) => `${data.headCount.steps.length} steps, ${people(data.headCount.steps.at(-1).count)}`,
    ),
    ask(
      'head count of the company by month of a year',
      HEADS,
      {},
      (data) => `${data.headCount.steps.length} steps, ${people(data.headCount.steps.at(-1).count)}`,
    ),
    ask('span of control in a region', SPAN, { unit }, (data) => `${data.spanOfControl.leaders} leaders`),
    ask('span of control in the company', SPAN, {}, (data) => `${data.spanOfControl.leaders} leaders`),
    ask(
      'vacancies in a region',
      VACANCIES,
      { unit },
      (data) => `${data.vacancies.vacant} of ${data.vacancies.units} units`,
    ),
    ask(
      'vacancies in the company',
      VACANCIES,
      {},
      (data) => `${data.vacancies.vacant} of ${data.vacancies.units} units`,
    ),
    ask(
      'transfers of a month in a region',
      TRANSFERS,
      { unit },
      (data) => `${data.transfers.transfers.totalCount} moves`,
    ),
    ask('transfers of a month in the company', TRANSFERS, {}, (data) => `${data.transfers.transfers.totalCount} moves`),
    ask('size and mix of a region, deep', TEAM, { code: region }, (data) => people(data.unit.team.size)),
    ask('size and mix of the company, deep', TEAM, { code: 'COMPANY' }, (data) => people(data.unit.team.size)),
  ];
}
