/** Takes over opportunities from another system. */
import { leaveTeam } from '../customers/team.ts';
import {
  isFull,
  MAX_HISTORY,
  missingFields,
  missingMessage,
  type Opportunity,
  peopleOf,
  recorded,
  sameRecord,
} from '../opportunities/opportunities.ts';
import type { StoredOpportunity } from '../opportunities/opportunity-documents.store.ts';
import type { Stores } from '../stores.ts';
import { codesIn, type OpportunityRow, type References, readOpportunityRow } from './opportunity-rows.ts';
import { badValue, cleaned, type ImportResult, type ImportRow, type RowFault, repeated } from './rows.ts';
import { marked, settled, type Write } from './settle.ts';

/** What the codes in the rows mean: one read for each kind of thing, however many rows. */
async function referencesOf(rows: OpportunityRow[], stores: Stores): Promise<References> {
  const codes = codesIn(rows);
  const [people, customers, outlets, products, process, currency] = await Promise.all([
    stores.view.peopleByCodes(codes.people),
    stores.customers.byCodes(codes.customers),
    stores.outlets.byCodes(codes.outlets),
    stores.products.byCodes(codes.products),
    stores.processes.current(),
    stores.currency(),
  ]);
  return {
    people: new Map([...people].map(([code, { id }]) => [code, id])),
    customers: new Map(customers.map(({ code, id }) => [code, id])),
    outlets: new Map(outlets.map(({ code, _id }) => [code, _id])),
    products: new Set(products.map(({ code }) => code)),
    process,
    currency,
  };
}

const full = badValue('stage', `has changed nearly ${MAX_HISTORY} times; record a new opportunity`);

const withoutVersion = ({ version: _, ...opportunity }: StoredOpportunity): Opportunity => opportunity;

const warningsOf = (opportunity: Opportunity): RowFault[] =>
  missingFields(opportunity).map((field) => ({ field, message: missingMessage(field), code: 'MISSING' }));

/** Upserts opportunities by code; see the SDL for what becomes of a row. */
export const importOpportunities = (rows: OpportunityRow[], actor: string, stores: Stores): Promise<ImportResult> =>
  settled(rows, (some) => attempt(some, actor, stores));

async function attempt(rows: OpportunityRow[], actor: string, stores: Stores): Promise<ImportRow[]> {
  const known = await referencesOf(rows, stores);
  const read = rows.map((row) => readOpportunityRow(row, known));
  const ids = [...new Set(read.flatMap((one) => ('values' in one ? [one.values.id] : [])))];
  const existing = await stores.opportunities.byIds(ids, { kind: 'COMPANY' });
  const before = new Map(existing.map((opportunity) => [opportunity.id, opportunity]));

  const stamp = { at: stores.clock.now(), today: stores.today(), actor };
  const states = new Map<string, Opportunity>();
  const writes: Write<Opportunity>[] = [];
  const outcomes = read.map((one, index): ImportRow => {
    const row = { index, code: cleaned(rows[index]!.code), faults: [], warnings: [] };
    if ('faults' in one) return { ...row, outcome: 'REJECTED', faults: one.faults };
    const { id } = one.values;
    const stored = before.get(id);
    const earlier = states.get(id);
    const previous = stored ? withoutVersion(stored) : null;
    const unchanged = previous !== null && sameRecord(previous, { ...one.values, history: [] });
    if (previous && !unchanged && isFull(previous)) return { ...row, outcome: 'REJECTED', faults: [full] };
    const next = unchanged ? previous : recorded(previous, one.values, known.process, stamp);
    const warnings = warningsOf(next);
    if (earlier) {
      if (sameRecord(earlier, next)) return { ...row, outcome: 'UNCHANGED', warnings };
      return { ...row, outcome: 'REJECTED', faults: [repeated()] };
    }
    states.set(id, next);
    if (unchanged) return { ...row, outcome: 'UNCHANGED', warnings };
    writes.push({ index, value: next, expectedVersion: stored?.version ?? null });
    return { ...row, outcome: stored ? 'UPDATED' : 'CREATED', warnings };
  });

  const teams = teamsOf(writes.map(({ value }) => value));
  await stores.customers.addToTeams(teams);
  const results = await stores.opportunities.writeMany(
    writes.map(({ value, expectedVersion }) => ({ opportunity: value, expectedVersion })),
    actor,
  );
  await stores.customers.addToTeams(teams);
  await leaveTeams(writes, before, stores);
  return marked(outcomes, writes, results);
}

/** The people of some opportunities by customer. */
function teamsOf(opportunities: Opportunity[]): Map<string, Set<string>> {
  const teams = new Map<string, Set<string>>();
  for (const opportunity of opportunities) {
    if (opportunity.customerId === null) continue;
    const team = teams.get(opportunity.customerId) ?? new Set();
    for (const id of peopleOf(opportunity)) team.add(id);
    teams.set(opportunity.customerId, team);
  }
  return teams;
}

/** People whose last opportunity with a customer went to somebody else no longer see it. */
async function leaveTeams(
  writes: Write<Opportunity>[],
  before: Map<string, Opportunity>,
  stores: Stores,
): Promise<void> {
  const replaced = writes.flatMap(({ value }) => {
    const old = before.get(value.id);
    if (!old || old.customerId === null) return [];
    const staying = old.customerId === value.customerId ? peopleOf(value) : [];
    return peopleOf(old).every((id) => staying.includes(id)) ? [] : [old];
  });
  for (const [customerId, people] of teamsOf(replaced)) {
    await leaveTeam(stores.customers, stores.opportunities, customerId, [...people]);
  }
}
