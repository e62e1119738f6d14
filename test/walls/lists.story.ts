/** Paged lists and sums: a seat finds exactly what it may see, page by page, counts and all, whatever cursor it is given. */
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '@salesgraph/testing';
import { everWithin, peopleIn, SCORED, sellersBelow } from './company.ts';
import type { House } from './grounds.ts';
import { expectedIn, LISTS, type List, type Node } from './lists.ts';
import { absent } from './records.ts';
import { forEach, isTried, type Tally } from './sample.ts';
import { actionOfRoot } from './schema.ts';
import { columnOf, PLACES, SEAT_NAMES, type Seat, type SeatName, seatOf } from './seats.ts';
import { isRefused, ROWS } from './table.ts';

interface Page {
  totalCount: number;
  nodes: Node[];
  edges: { cursor: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; startCursor: string | null; endCursor: string | null };
}

const pageOf = ({ data }: Answer, { path }: List): Page | null =>
  path.reduce<unknown>(
    (at, name) => (at as Record<string, unknown> | null)?.[name] ?? null,
    data ?? null,
  ) as Page | null;

const ask = (house: House, caller: string, list: List, first: number, after: string | null = null) =>
  house.ask(caller, list.document, { first, after });

/** All pages of a list, by pages of so many. */
async function pages(house: House, caller: string, list: List, first: number): Promise<Page[]> {
  const found: Page[] = [];
  for (let after: string | null = null; ; ) {
    const answer = await ask(house, caller, list, first, after);
    const page = pageOf(answer, list);
    if (answer.errors || !page) throw new Error(`${caller}, ${list.name}: ${JSON.stringify(answer)}`);
    found.push(page);
    if (!page.pageInfo.hasNextPage) return found;
    if (found.length > 100) throw new Error(`${caller}, ${list.name}: the pages do not end`);
    after = page.pageInfo.endCursor;
  }
}

const FEW = 3;
const cases = (part: string) =>
  LISTS.flatMap((list) => SEAT_NAMES.map((seatName) => ({ list, seatName }))).filter(({ list, seatName }) =>
    isTried(`${part} ${list.name} ${seatName}`),
  );

interface Sum {
  amount: string;
}

/** Those whose figures a seat adds up; null where it may not. */
const addedUp = (seatName: SeatName, house: House): string[] | null => {
  const seat = seatOf(seatName);
  const { code, reach, former } = seat;
  const column = columnOf(seat, 'statistics.read');
  const letters = column && ROWS.get('statistics.read person')!.get(column)!;
  if (letters === null || letters === 'xxxx') return null;
  if (letters === 'yyyy') return [...house.records.employee.keys()].sort();
  return letters === 'y...' ? [code] : [...reach.people, ...former].sort();
};

/** Lists and figures of one unit, by the action that opens them. */
const OF_A_UNIT: Record<string, (unit: string) => string> = {
  'opportunity.read': (unit) => `opportunities(filter: { unit: ${unit} }) { totalCount nodes { id } }`,
  'score.read': (unit) => `leaderboard(period: "${SCORED}", unit: ${unit}) { totalCount nodes { rank } }`,
  'statistics.read': (unit) =>
    `salesStatistics(from: "${SCORED}", to: "${SCORED}", by: [EMPLOYEE], filter: { unit: ${unit} }) { totalCount nodes { wonCount } }`,
  'opening.read': (unit) => `openings(unit: ${unit}) { totalCount nodes { id } }`,
  'succession.read': (unit) => `successionGaps(unit: ${unit}) { totalCount nodes { role } }`,
  'checklist.read': (unit) => `checklists(unit: ${unit}) { totalCount nodes { id } }`,
  'move.propose': (unit) => `moveProposals(unit: ${unit}) { totalCount nodes { id } }`,
};

/** Whether a seat sees nothing of what belongs to the unit beside its own: nobody in reach ever belonged there either. */
function isBlind(action: string, seat: Seat): boolean {
  const column = columnOf(seat, action);
  const beside = seat.units.sibling;
  if (column === null || beside === null || seat.reach.people.some((person) => everWithin(person, beside)))
    return false;
  const row = ROWS.get(`${action} person`) ?? ROWS.get(`${action} unit`);
  return row!.get(column)!.charAt(PLACES.indexOf('sibling')) === '.';
}

export function listsStory(house: () => House, tally: () => Tally): void {
  test.each(cases('pages').map(({ list, seatName }) => [list.name, seatName, list] as const))(
    '%s, paged through by the %s',
    async (_, seatName, list) => {
      const seat = seatOf(seatName);
      const expected = expectedIn(list, seat, house().records);
      tally().add(expected === null ? 'refused' : 'paged through');
      if (expected === null) {
        const { data, errors } = await ask(house(), seat.code, list, FEW);
        // Below an open field it may be empty instead, where it can be.
        const isOpenAbove = !isRefused(actionOfRoot(list.path[0]!), seat);
        const codes = errors?.map(({ extensions }) => extensions?.code) ?? [];
        expect(isOpenAbove ? [[], ['FORBIDDEN']] : [['FORBIDDEN']]).toContainEqual(codes);
        expect(pageOf({ data, status: 200 } as Answer, list)).toBeNull();
        return;
      }
      const found = await pages(house(), seat.code, list, FEW);
      const ids = found.flatMap(({ nodes }) => nodes.map(list.idOf));
      expect([...ids].sort()).toEqual([...expected].sort());
      for (const { totalCount, nodes, edges, pageInfo } of found) {
        expect(totalCount).toBe(expected.size);
        expect(edges.map(({ node }) => node)).toEqual(nodes);
        expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
          edges[0]?.cursor ?? null,
          edges.at(-1)?.cursor ?? null,
        ]);
      }
    },
  );

  test.each(cases('cursors').map(({ list, seatName }) => [list.name, seatName, list] as const))(
    "%s, asked for by the %s after cursors of an administrator's list",
    async (_, seatName, list) => {
      const seat = seatOf(seatName);
      const expected = expectedIn(list, seat, house().records);
      if (expected === null) return expect(seat.code).not.toBe('administrator');
      const everything = (await pages(house(), 'administrator', list, 200)).flatMap(({ edges }) => edges);
      const faults = await forEach(everything, async ({ cursor }) => {
        const place = everything.findIndex((edge) => edge.cursor === cursor);
        const rest = everything.slice(place + 1).map(({ node }) => list.idOf(node)!);
        const page = pageOf(await ask(house(), seat.code, list, FEW, cursor), list);
        tally().add('after a cursor of somebody else');
        const shown = page?.nodes.map(list.idOf) ?? [];
        const wanted = rest.filter((id) => expected.has(id));
        return [
          ...(JSON.stringify(shown) === JSON.stringify(wanted.slice(0, FEW)) ? [] : [`after ${place}: ${shown}`]),
          ...(page?.totalCount === expected.size ? [] : [`after ${place}: ${page?.totalCount} in all`]),
          ...(page?.pageInfo.hasNextPage === wanted.length > FEW ? [] : [`after ${place}: a next page is promised`]),
        ];
      });
      return expect(faults.flat()).toEqual([]);
    },
  );

  const sums = async <T>(seatName: SeatName, document: string): Promise<T | null> => {
    const { data, errors } = await house().ask(seatOf(seatName).code, document);
    const codes = errors?.map(({ extensions }) => extensions?.code) ?? [];
    expect([[], ['FORBIDDEN']]).toContainEqual(codes);
    return codes.length > 0 ? null : (data as T);
  };

  describe.each(SEAT_NAMES)('sums that the %s is shown', (seatName) => {
    test('are made of the deals in reach and no others', async () => {
      const range = `from: "${SCORED}", to: "${SCORED}"`;
      const total = await sums<{ salesStatistics: { nodes: { wonAmount: Sum; wonCount: number }[] } }>(
        seatName,
        `{ salesStatistics(${range}, by: []) { nodes { wonAmount { amount } wonCount lostCount } } }`,
      );
      const people = addedUp(seatName, house());
      const [row] = total?.salesStatistics.nodes ?? [];
      expect(row ? peopleIn(Number(row.wonAmount.amount)) : null).toEqual(people);
      if (people) expect(row?.wonCount).toBe(people.length);
    });

    test('by unit, by outlet and by month add up to the same', async () => {
      const people = addedUp(seatName, house());
      for (const by of ['UNIT', 'REGION', 'OUTLET', 'MONTH', 'SOURCE', 'PRODUCT']) {
        const answer = await sums<{ salesStatistics: { totalCount: number; nodes: { wonAmount: Sum }[] } }>(
          seatName,
          `{ salesStatistics(from: "${SCORED}", to: "${SCORED}", by: [${by}], first: 200) { totalCount nodes { wonAmount { amount } } } }`,
        );
        const rows = answer?.salesStatistics.nodes;
        const sum = rows?.reduce((all, { wonAmount }) => all + Number(wonAmount.amount), 0);
        expect([by, sum === undefined ? null : peopleIn(sum)]).toEqual([by, people]);
      }
    });
  });

  describe.each(SEAT_NAMES)('of the unit beside, the %s', (seatName) => {
    const seat = seatOf(seatName);
    test('is shown what a unit that never was would show', async () => {
      for (const action of Object.keys(OF_A_UNIT).filter((one) => isBlind(one, seat))) {
        const ask = (id: string) => house().ask(seat.code, `{ ${OF_A_UNIT[action]!(JSON.stringify(id))} }`);
        const hidden = await ask(house().records.unit.get(seat.units.sibling!)!.id);
        tally().add('of a unit out of reach');
        expect(hidden.errors).toBeUndefined();
        expect([action, hidden]).toEqual([action, await ask(absent('unit').id)]);
        expect(JSON.stringify(hidden.data)).toContain('"totalCount":0');
      }
    });

    test('is shown what is worked on in reach, and by whom', async () => {
      const [column, units] = [columnOf(seat, 'pipeline.read'), [...house().records.unit.keys()]];
      const letters = column && ROWS.get('pipeline.read unit')!.get(column)!;
      if (letters === null) return;
      const { data } = await house().ask(
        seat.code,
        `{ ${units.map((code, place) => `u${place}: unit(code: ${JSON.stringify(code)}) { pipeline { openCount openAmount { amount } } }`).join(' ')} }`,
      );
      const shown = data as Record<string, { pipeline: { openCount: number; openAmount: Sum } | null }>;
      const sees = (unit: string) =>
        letters === 'yyyy' || (letters === 'yy..' && seat.reach.units.some((one) => one === unit));
      for (const [place, unit] of units.entries()) {
        const { pipeline } = shown[`u${place}`]!;
        const people = pipeline && peopleIn(Number(pipeline.openAmount.amount));
        expect([unit, people]).toEqual([unit, sees(unit) ? sellersBelow(unit) : null]);
        if (pipeline) expect(pipeline.openCount).toBe(people!.length);
      }
    });
  });
}
