/**
 * A CRM export: sales teams, accounts, products, a pipeline, and targets by month. A regional office is a REGION below the
 * sales department, a manager leads a TEAM of the same name in it, an agent is a SALES_ENGINEER in that team, an account is
 * a customer. Amounts are in US dollars; every unit and assignment holds from 2016-01-01.
 */
import { day, decimal, month, oneOf, optional, readDecimal, text } from '../mapping/columns.ts';
import type { Known } from '../mapping/known.ts';
import {
  anyFile,
  file,
  fromAll,
  fromEach,
  type Mapping,
  ORGANIZATION_SETTLED,
  type RowFault,
  type SourceFile,
} from '../mapping/mapping.ts';
import { organizationOf } from './crm-organization.ts';
import { CURRENCY, teams } from './crm-teams.ts';

/** Product names are compared without blanks and case: the pipeline writes `GTXPro` for `GTX Pro`. */
const loosely = (name: string) => name.replaceAll(/\s+/g, '').toLowerCase();

const products = file('products', {
  keep: true,
  columns: {
    name: text('product', { longest: 80 }),
    series: optional(text('series', { longest: 100 })),
    price: optional(decimal('sales_price')),
  },
  codeOf: ({ name }) => name,
});

interface Account {
  name: string;
  sector: string | null;
  country: string | null;
  parent: string | null;
}

const accounts: SourceFile<Account> = file<Account>('accounts', {
  keep: true,
  columns: {
    name: text('account', { longest: 80 }),
    sector: optional(text('sector', { aliases: { technolgy: 'technology' }, longest: 100 })),
    country: optional(text('office_location', { aliases: { Philipines: 'Philippines' }, longest: 100 })),
    parent: optional(text('subsidiary_of', { longest: 80 })),
  },
  codeOf: ({ name }) => name,
  check({ name, parent }, known) {
    if (parent === null) return [];
    if (!known.find(accounts, parent)) return [{ column: 'subsidiary_of', reason: known.whyUnknown(accounts, parent) }];
    const above = chainAbove(name, known);
    return above.includes(name)
      ? [{ column: 'subsidiary_of', reason: `goes round in a circle: ${above.join(' belongs to ')}` }]
      : [];
  },
});

/** The accounts above one, nearest first, until the first that was met before. */
function chainAbove(name: string, known: Known): string[] {
  const above: string[] = [];
  for (let at = known.find(accounts, name)?.values.parent; at; at = known.find(accounts, at)?.values.parent) {
    if (above.includes(at)) break;
    above.push(at);
  }
  return above;
}

const opportunities = file('sales_pipeline', {
  columns: {
    code: text('opportunity_id', { longest: 80 }),
    agent: text('sales_agent'),
    product: text('product'),
    account: optional(text('account')),
    stage: oneOf('deal_stage', { Prospecting: 'PROSPECTING', Engaging: 'ENGAGING', Won: 'WON', Lost: 'LOST' }),
    engagedOn: optional(day('engage_date')),
    closeOn: optional(day('close_date')),
    amount: optional(decimal('close_value')),
  },
  codeOf: ({ code }) => code,
  check({ agent, product, account, stage, engagedOn, closeOn, amount }, known) {
    const faults: RowFault[] = [];
    const isClosed = stage === 'WON' || stage === 'LOST';
    if (!organizationOf(known).people.has(agent))
      faults.push({ column: 'sales_agent', reason: known.whyUnknown(teams, agent) });
    if (!known.findLoosely(products, product, loosely))
      faults.push({ column: 'product', reason: known.whyUnknown(products, product) });
    if (account !== null && !known.find(accounts, account))
      faults.push({ column: 'account', reason: known.whyUnknown(accounts, account) });
    if (isClosed && closeOn === null)
      faults.push({ column: 'close_date', reason: 'is required when the deal is closed' });
    if (stage === 'WON' && amount === null)
      faults.push({ column: 'close_value', reason: 'is required when the deal is won' });
    if (isClosed && closeOn !== null && engagedOn !== null && closeOn < engagedOn) {
      faults.push({ column: 'close_date', reason: `is before the engage_date ${engagedOn}: ${closeOn}` });
    }
    return faults;
  },
});

const targets = file('targets', {
  optional: true,
  columns: {
    kind: oneOf('subject_kind', { EMPLOYEE: 'EMPLOYEE', UNIT: 'UNIT' }),
    subject: text('subject'),
    month: month('month'),
    metric: text('metric', { longest: 50 }),
    target: decimal('target', { places: 6 }),
  },
  codeOf: ({ kind, subject, month: period, metric }) => `${kind} ${subject} ${period} ${metric}`,
  check({ kind, subject, metric, target }, known) {
    const faults: RowFault[] = [];
    const { people, units } = organizationOf(known);
    if (!(kind === 'EMPLOYEE' ? people : units).has(subject)) {
      faults.push({
        column: 'subject',
        reason: `${JSON.stringify(subject)} is no ${kind === 'EMPLOYEE' ? 'person' : 'unit'} of the company`,
      });
    }
    const amount = metric === 'SALES_AMOUNT' ? readDecimal(target, 2) : null;
    if (amount && 'fault' in amount) faults.push({ column: 'target', reason: amount.fault });
    return faults;
  },
});

/** Accounts so that an account comes after the one it belongs to. */
function accountsInOrder(known: Known) {
  const depth = ({ values }: { values: { name: string } }) => chainAbove(values.name, known).length;
  return known.all(accounts).sort((a, b) => depth(a) - depth(b) || a.line - b.line);
}

export const crm: Mapping = {
  name: 'crm',
  files: [teams, accounts, products, opportunities, targets].map((one) => anyFile(one as typeof teams)),
  ignored: { 'data_dictionary.csv': 'it describes the columns of the others' },
  phases: [
    {
      title: 'organization',
      targets: [
        fromAll(
          teams,
          {
            title: 'units',
            mutation: 'importOrgUnits',
            columnOf: { code: 'manager', name: 'manager', parentCode: 'regional_office' },
          },
          (known) => organizationOf(known).unitRows,
        ),
        fromAll(
          teams,
          {
            title: 'people',
            mutation: 'importEmployees',
            columnOf: { code: 'sales_agent', name: 'sales_agent', assignments: 'manager' },
          },
          (known) => organizationOf(known).personRows,
        ),
      ],
      settle: ORGANIZATION_SETTLED,
    },
    {
      title: 'products and customers',
      targets: [
        fromEach(
          products,
          {
            title: 'products',
            mutation: 'importProducts',
            columnOf: { code: 'product', name: 'product', listPrice: 'sales_price' },
          },
          ({ name, series, price }) => ({
            code: name,
            name,
            series,
            listPrice: price,
            currency: CURRENCY,
          }),
        ),
        fromAll(
          accounts,
          {
            title: 'customers',
            mutation: 'importCustomers',
            columnOf: { code: 'account', name: 'account', country: 'office_location', parentCode: 'subsidiary_of' },
          },
          (known) =>
            accountsInOrder(known).map(({ line, values: { name, sector, country, parent } }) => ({
              origin: { file: anyFile(accounts), line },
              row: { code: name, name, kind: 'COMPANY', sector, country, parentCode: parent },
            })),
        ),
      ],
      settle: [],
    },
    {
      title: 'opportunities',
      targets: [
        fromEach(
          opportunities,
          {
            title: 'opportunities',
            mutation: 'importOpportunities',
            columnOf: {
              code: 'opportunity_id',
              ownerCode: 'sales_agent',
              productCode: 'product',
              customerCode: 'account',
              stage: 'deal_stage',
              engagedOn: 'engage_date',
              closedOn: 'close_date',
              expectedCloseOn: 'close_date',
              amount: 'close_value',
            },
          },
          ({ code, agent, product, account, stage, engagedOn, closeOn, amount }, known) => {
            const isClosed = stage === 'WON' || stage === 'LOST';
            return {
              code,
              ownerCode: agent,
              productCode: known.findLoosely(products, product, loosely)?.values.name ?? product,
              customerCode: account,
              stage,
              engagedOn,
              expectedCloseOn: isClosed ? null : closeOn,
              closedOn: isClosed ? closeOn : null,
              amount,
              currency: amount === null ? null : CURRENCY,
            };
          },
        ),
      ],
      settle: [],
    },
    {
      title: 'targets',
      targets: [
        fromEach(
          targets,
          {
            title: 'targets',
            mutation: 'importTargets',
            columnOf: { subjectKind: 'subject_kind', subjectCode: 'subject' },
          },
          ({ kind, subject, month: period, metric, target }) => ({
            subjectKind: kind,
            subjectCode: subject,
            month: period,
            metric,
            target,
          }),
        ),
      ],
      settle: [{ producer: 'customers', consumers: ['performance'], types: ['customers.opportunity.changed'] }],
    },
  ],
};
