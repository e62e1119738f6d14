/** Takes over targets from another system. */
import { checkImportSize, importResultOf } from '@salesgraph/service-kit';
import { metricOf } from '../metrics/metrics.ts';
import type { Stores } from '../stores.ts';
import { lockedAmong } from '../targets/locked.ts';
import type { TargetWrite } from '../targets/targets.store.ts';
import { type SubjectKind, shortest, type Target, targetFaults, targetId } from '../targets/targets.ts';
import type { ImportResult, ImportRow, RowFault } from './rows.ts';

/** A row of `importTargets`. */
export interface TargetRow {
  subjectKind: SubjectKind;
  subjectCode: string;
  month: string;
  metric: string;
  target: string;
}

type ReadTarget = TargetWrite['target'];

/** What the codes of subjects mean: `<kind> <code>` to the id. */
type Subjects = ReadonlyMap<string, string>;

/** How often rows are tried that somebody else wrote to at the same moment. */
const TRIES = 5;

const trimmed = (row: TargetRow): TargetRow => ({
  ...row,
  subjectCode: row.subjectCode.trim(),
  metric: row.metric.trim(),
  target: row.target.trim(),
});

const codeOf = ({ subjectKind, subjectCode, month, metric }: TargetRow): string =>
  `${subjectKind} ${subjectCode} ${month} ${metric}`;

/** The target that a row stands for, and what is wrong with it. */
function readRow(row: TargetRow, subjects: Subjects, currency: string): { target: ReadTarget; faults: RowFault[] } {
  const { subjectKind, subjectCode, month, metric } = row;
  const subjectId = subjects.get(`${subjectKind} ${subjectCode}`);
  const key = { subjectKind, subjectId: subjectId ?? '', metric, month };
  const faults = targetFaults({ ...key, value: row.target }, currency).map(
    ({ field, message }): RowFault => ({ field: field === 'value' ? 'target' : field, message, code: 'BAD_VALUE' }),
  );
  if (subjectId === undefined) {
    const message = `There is none with the code ${subjectCode}.`;
    faults.push({ field: 'subjectCode', message, code: 'UNKNOWN_REFERENCE' });
  }
  return { target: { id: targetId(key), ...key, value: shortest(row.target) ?? '' }, faults };
}

/** What the codes in the rows mean: one read for people, one for units. */
async function subjectsOf(rows: readonly TargetRow[], stores: Stores): Promise<Subjects> {
  const codesOf = (kind: SubjectKind) => [
    ...new Set(rows.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectCode }) => subjectCode)),
  ];
  const [people, units] = await Promise.all([stores.view.peopleByCodes(codesOf('EMPLOYEE')), stores.view.units()]);
  const idsByCode = new Map([...units.all()].map(({ code, id }) => [code, id]));
  return new Map([
    ...[...people].map(([code, { id }]) => [`EMPLOYEE ${code}`, id] as const),
    ...codesOf('UNIT').flatMap((code) => {
      const id = idsByCode.get(code);
      return id === undefined ? [] : [[`UNIT ${code}`, id] as const];
    }),
  ]);
}

const overtaken: RowFault = {
  field: 'subjectCode',
  message: 'The target changed at the same moment; send the row again.',
  code: 'CONFLICT',
};

const repeated: RowFault = {
  field: 'target',
  message: 'An earlier row of this call sets the same target to another value.',
  code: 'DUPLICATE',
};

const locked: RowFault = { field: 'month', message: 'is locked: its scores are final', code: 'PERIOD_LOCKED' };

const withoutFacts = (metric: string): RowFault => ({
  field: 'metric',
  message: `No facts are known of ${metric} yet: it is a metric of your own.`,
  code: 'NO_FACTS',
});

async function attempt(rows: readonly TargetRow[], actor: string, stores: Stores): Promise<ImportRow[]> {
  const [subjects, currency, lockedMonths] = await Promise.all([
    subjectsOf(rows, stores),
    stores.currency(),
    lockedAmong(
      rows.map(({ month }) => month),
      stores,
    ),
  ]);
  const read = rows.map((row) => readRow(row, subjects, currency));
  const sound = read.filter(({ faults }) => faults.length === 0).map(({ target }) => target.id);
  const stored = await stores.targets.byIds([...new Set(sound)], { kind: 'COMPANY' });
  const before = new Map<string, Target>(stored.map((target) => [target.id, target]));

  const said = new Map<string, string>();
  const writes: { row: ImportRow; write: TargetWrite }[] = [];
  const outcomes = read.map(({ target, faults }, index): ImportRow => {
    const row: ImportRow = { index, code: codeOf(rows[index]!), outcome: 'REJECTED', faults, warnings: [] };
    if (faults.length > 0) return row;
    const earlier = said.get(target.id);
    if (earlier !== undefined && earlier !== target.value) return { ...row, faults: [repeated] };
    said.set(target.id, target.value);
    if (metricOf(target.metric) === null) row.warnings.push(withoutFacts(target.metric));
    const recorded = before.get(target.id);
    if (earlier !== undefined || recorded?.value === target.value) return { ...row, outcome: 'UNCHANGED' };
    if (lockedMonths.has(target.month)) return { ...row, faults: [locked], warnings: [] };
    row.outcome = recorded ? 'UPDATED' : 'CREATED';
    writes.push({ row, write: { target, expectedVersion: recorded?.version ?? null } });
    return row;
  });

  const results = await stores.targets.write(
    writes.map(({ write }) => write),
    actor,
  );
  for (const [place, written] of results.entries()) {
    if (!written) Object.assign(writes[place]!.row, { outcome: 'REJECTED', faults: [overtaken], warnings: [] });
  }
  return outcomes;
}

/** Upserts targets by subject, metric and month; see the SDL for what becomes of a row. @throws BAD_USER_INPUT for too many rows */
export async function importTargets(given: TargetRow[], actor: string, stores: Stores): Promise<ImportResult> {
  checkImportSize(given);
  const rows = given.map(trimmed);
  const outcomes = await attempt(rows, actor, stores);
  // An import that was killed and started anew finds its own earlier call still at work.
  for (let tries = 1; tries < TRIES; tries++) {
    const left = outcomes.filter(({ faults }) => faults.includes(overtaken)).map(({ index }) => index);
    if (left.length === 0) break;
    const again = await attempt(
      left.map((index) => rows[index]!),
      actor,
      stores,
    );
    for (const [place, index] of left.entries()) outcomes[index] = { ...again[place]!, index };
  }
  return importResultOf(outcomes);
}
