/** The demo company: a sales department after WEY's, made up and the same every time for the same month. */
import type { Month } from '@salesgraph/calendar';
import { CONVERSATIONS } from './company/conversations.ts';
import { customersOf } from './company/customers.ts';
import { opportunitiesOf, skillOf } from './company/opportunities.ts';
import { organizationOf } from './company/organization.ts';
import { outletsOf } from './company/outlets.ts';
import { PRODUCTS } from './company/products.ts';
import type {
  Conversation,
  CustomerRow,
  EmployeeRow,
  OpportunityRow,
  OutletRow,
  ProductRow,
  TargetRow,
  UnitRow,
} from './company/rows.ts';
import { targetsOf } from './company/targets.ts';
import { randomFrom } from './random.ts';

export interface DemoCompany {
  units: UnitRow[];
  employees: EmployeeRow[];
  outlets: OutletRow[];
  products: readonly ProductRow[];
  customers: CustomerRow[];
  opportunities: OpportunityRow[];
  targets: TargetRow[];
  conversations: readonly Conversation[];
}

/** The company as it stands at the beginning of a month, with the twelve months before it. */
export function demoCompany(month: Month): DemoCompany {
  const { units, people, engineers } = organizationOf(month);
  const customers: CustomerRow[] = [];
  const opportunities: OpportunityRow[] = [];
  for (const engineer of engineers) {
    // A stream for each, so that a change to one person leaves the others as they are.
    const own = customersOf(engineer, customers.length + 1, randomFrom(`customers ${engineer.code}`));
    customers.push(...own);
    const colleagues = engineers.filter(({ code, team }) => team === engineer.team && code !== engineer.code);
    const skill = skillOf(randomFrom(`skill ${engineer.code}`));
    const seller = { ...engineer, colleagues: colleagues.map(({ code }) => code), customers: own };
    opportunities.push(...opportunitiesOf(seller, skill, month, randomFrom(`deals ${engineer.code} ${month}`)));
  }
  const codes = engineers.map(({ code }) => code);
  return {
    units,
    employees: people,
    outlets: outletsOf(month),
    products: PRODUCTS,
    customers,
    opportunities,
    targets: targetsOf(codes, month, randomFrom('targets')),
    conversations: CONVERSATIONS,
  };
}
