/** Reads access reports: any number of them in the same number of calls. */
import type { Day } from '@salesgraph/calendar';
import { badInput, loader, type Page, type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import { absentOn, type KnownPerson } from '../grants.ts';
import { type Account, type Action, isAction } from '../matrix.ts';
import {
  accountsWith,
  type Holders,
  holdersOf,
  type Owned,
  type Reason,
  reasonsOf,
  type StandInOf,
  type Target,
  targetOf,
} from './reasons.ts';

/** What reports ask of the organization; `organization-model` answers it. Each call costs a fixed number of reads. */
export interface ReportView<Person extends KnownPerson = KnownPerson> {
  units(): Promise<{ upwards(unitId: string, day: Day): readonly string[] }>;
  peopleByIds(ids: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /** Everybody who stands in for somebody on a day. */
  standInsOn(day: Day): Promise<Person[]>;
  /** For each of some lists the ids of a page in code order, with one more when there is a next page. */
  holderPages(lists: readonly Holders[], day: Day, page: Page): Promise<string[][]>;
  /** For each of some lists how many people are in it. */
  holderCounts(lists: readonly Holders[], day: Day): Promise<number[]>;
}

/** A row of a report: a person with every role by which the record is reached. */
export interface Holder {
  person: KnownPerson;
  grants: Reason[];
}

interface Asked {
  action: Action;
  owned: Owned;
}

interface Prepared {
  action: Action;
  target: Target;
  holders: Holders;
}

const keyOf = ({ action, owned: { employeeIds, unitIds } }: Asked) =>
  JSON.stringify([action, [...employeeIds].sort(), [...unitIds].sort()]);

/** An action as the caller names it. @param fitting those that make sense for the record; all when absent */
export function readAction(given: string, fitting: (action: Action) => boolean = () => true): Action {
  if (!isAction(given) || !fitting(given)) throw badInput('action', 'names no action that reaches such a record');
  return given;
}

export type AccessReports = ReturnType<typeof accessReports>;

/** The reports of one request, as of a day. */
export function accessReports(view: ReportView, day: Day) {
  let found: Promise<StandInOf[]> | undefined;
  const standIns = () => {
    found ??= readStandIns();
    return found;
  };
  async function readStandIns(): Promise<StandInOf[]> {
    const people = await view.standInsOn(day);
    const absent = await view.peopleByIds(people.flatMap((person) => absentOn(person, day)));
    return people.map((person) => ({
      person,
      absent: absentOn(person, day).flatMap((id) => absent.get(id) ?? []),
    }));
  }

  const prepared = loader<Asked, Prepared, string>(async (asked) => {
    const [tree, owners, represented] = await Promise.all([
      view.units(),
      view.peopleByIds(asked.flatMap(({ owned }) => owned.employeeIds)),
      standIns(),
    ]);
    return asked.map(({ action, owned }) => {
      const own = owned.employeeIds.flatMap((id) => owners.get(id) ?? []);
      const target = targetOf(owned, own, (unitId) => tree.upwards(unitId, day), day);
      return { action, target, holders: holdersOf(action, target, own, represented, day) };
    });
  }, keyOf);

  const pages = loader<Asked & { page: Page }, Holder[], string>(
    async (asked) => {
      const reports = await prepared.loadMany(asked).then((all) => all.map(orThrow));
      const ids: string[][] = [];
      // Lists in one answer have the same page, but for a query that names several.
      for (const some of Map.groupBy(asked.keys(), (place) => JSON.stringify(asked[place]!.page)).values()) {
        const lists = some.map((place) => reports[place]!.holders);
        const read = await view.holderPages(lists, day, asked[some[0]!]!.page);
        for (const [n, place] of some.entries()) ids[place] = read[n]!;
      }
      const [people, represented] = await Promise.all([view.peopleByIds(ids.flat()), standIns()]);
      const absent = new Map(represented.map((one) => [one.person.id, one.absent]));
      return reports.map(({ action, target }, place) =>
        ids[place]!.flatMap((id) => {
          const person = people.get(id);
          // Somebody who lost the role between the two reads has no reason any more.
          const grants = person ? reasonsOf(action, person, absent.get(id) ?? [], target, day) : [];
          return person && grants.length > 0 ? [{ person, grants }] : [];
        }),
      );
    },
    (asked) => `${keyOf(asked)} ${JSON.stringify(asked.page)}`,
  );

  const counts = loader<Asked, number, string>(async (asked) => {
    const reports = await prepared.loadMany(asked).then((all) => all.map(orThrow));
    return view.holderCounts(
      reports.map(({ holders }) => holders),
      day,
    );
  }, keyOf);

  return {
    /** Who may do something with a record: accounts, and a page of people in code order. @throws BAD_USER_INPUT */
    async of(action: Action, owned: Owned, args: PageArgs) {
      const page = pageArgs(args);
      const { limit, after } = page;
      if (after !== null && after.length !== 1) throw badInput('after', 'is no cursor of this list');
      const rows = await pages.load({ action, owned, page });
      const accounts: Account[] = accountsWith(action);
      return {
        ...toConnection(rows, { limit, cursorOf: ({ person }: Holder) => [person.code], totalCount: 0, after }),
        totalCount: () => counts.load({ action, owned }),
        accounts,
      };
    },
  };
}

function orThrow<Value>(value: Value | Error): Value {
  if (value instanceof Error) throw value;
  return value;
}
