/** What one request reads of leadership, collected and read together: the number of calls does not grow with the rows. */
import type { Viewer } from '@salesgraph/access';
import { loader } from '@salesgraph/service-kit';
import type { Directory } from '../directory.ts';
import type { StoredAssessment } from './assessments/assessments.store.ts';
import { placesOf, type Result, resultOf } from './assessments/results.ts';
import { type Caller, callerOf, reaches, seesMarks } from './callers.ts';
import { unitOfOpening } from './openings/changing.ts';
import type { StoredOpening } from './openings/openings.store.ts';
import { isParty, stands } from './openings/openings.ts';
import { createProfileLoaders } from './profile/profile.loaders.ts';
import type { LeadershipStores } from './stores.ts';
import { createSuccessionLoaders } from './succession/succession.loaders.ts';

/** What the marks of a candidate come to, with the place among those who can still be chosen. */
export interface CandidateResult extends Result {
  rank: number | null;
  assessments: StoredAssessment[];
}

/** Results by candidate; null where the caller may not see marks. */
export type OpeningResults = Map<string, CandidateResult> | null;

function resultsOf(opening: StoredOpening, assessments: readonly StoredAssessment[]): Map<string, CandidateResult> {
  const given = Map.groupBy(assessments, ({ employeeId }) => employeeId);
  const results = opening.candidates.map((candidate) => {
    const own = given.get(candidate.employeeId) ?? [];
    return { candidate, own, result: resultOf(opening.criteria, opening.requiredAssessors, own) };
  });
  const standing = results.filter(({ candidate }) => stands(candidate));
  const places = placesOf(new Map(standing.map(({ candidate, result }) => [candidate.employeeId, result.hundredths])));
  return new Map(
    results.map(({ candidate: { employeeId }, own, result }) => [
      employeeId,
      { ...result, rank: places.get(employeeId) ?? null, assessments: own },
    ]),
  );
}

export type LeadershipLoaders = ReturnType<typeof createLeadershipLoaders>;

export function createLeadershipLoaders(viewer: Viewer, stores: LeadershipStores, directory: Directory) {
  let called: Promise<Caller> | undefined;
  const caller = () => {
    called ??= callerOf(viewer);
    return called;
  };
  const readable = () => viewer.scope('opening.read');

  /** Without those of units whose founding was cancelled: they are as absent as the unit. */
  const founded = async <Row extends { unitId: string }>(read: Promise<Row[]>): Promise<Row[]> => {
    const [rows, units] = await Promise.all([read, directory.units()]);
    return rows.filter(({ unitId }) => units.has(unitId));
  };

  const opening = loader<string, StoredOpening | null>(async (ids) => {
    const found = new Map((await founded(stores.openings.byIds(ids, await readable()))).map((one) => [one.id, one]));
    return ids.map((id) => found.get(id) ?? null);
  });

  const openingByCode = loader<string, StoredOpening | null>(async (codes) => {
    const read = await founded(stores.openings.byCodes(codes, await readable()));
    const found = new Map(read.map((one) => [one.code, one]));
    return codes.map((code) => found.get(code) ?? null);
  });

  const liveOpenings = loader<string, StoredOpening[]>(async (unitIds) => {
    const found = Map.groupBy(await stores.openings.liveOf(unitIds, await readable()), ({ unitId }) => unitId);
    return unitIds.map((id) => found.get(id) ?? []);
  });

  const results = loader<StoredOpening, OpeningResults, string>(
    async (openings) => {
      const [asking, units] = [await caller(), await directory.units()];
      const today = stores.today();
      const seen = openings.filter((one) => seesMarks(asking, one, unitOfOpening(one, units), today));
      // Read in any case: what is hidden costs the caller as much as what is not.
      const assessments = await stores.assessments.ofOpenings(seen.map(({ id }) => id));
      const given = Map.groupBy(assessments, ({ openingId }) => openingId);
      return openings.map((one) => (seen.includes(one) ? resultsOf(one, given.get(one.id) ?? []) : null));
    },
    ({ id, version }) => `${id} ${version}`,
  );

  const succession = createSuccessionLoaders(viewer, stores, directory, founded);
  const profiles = createProfileLoaders(viewer, stores, founded);

  return {
    ...succession,
    ...profiles,
    opening,
    openingByCode,
    liveOpenings,
    results,

    /** Whether the caller is in for a position: what others said about candidates is not shown then. */
    isParty: async (one: StoredOpening): Promise<boolean> => isParty(one, (await caller()).employeeId),

    /** Whether the caller decides who fills a position. */
    decidesOn: async (one: StoredOpening): Promise<boolean> => {
      const unit = unitOfOpening(one, await directory.units());
      return reaches(await caller(), 'appointment.decide', unit, stores.today());
    },

    /** Drops what was read: after a write in the same request it is no longer true. */
    forget(): void {
      for (const one of [opening, openingByCode, liveOpenings, results]) one.clearAll();
      for (const one of [succession.plan, succession.plansOfUnit, ...Object.values(profiles)]) one.clearAll();
    },
  };
}
