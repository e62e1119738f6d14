/** The import of a folder from beginning to end: check everything, send it phase by phase, wait for the read models. */
import { type Checked, type CheckedFile, checkFolder, type Reject, readRow } from './checking.ts';
import type { BatchLimits } from './graph/batches.ts';
import type { GraphClient } from './graph/client.ts';
import { sendRows } from './graph/sending.ts';
import { openSession } from './graph/session.ts';
import { settle } from './graph/settling.ts';
import { createTrial, type Trial } from './graph/trial.ts';
import { type Mapping, type Outgoing, type Phase, type SourceFile, type Target, TRYING } from './mapping/mapping.ts';
import { findFiles } from './reading/folder.ts';
import { createAccount } from './report/account.ts';
import type { Progress } from './report/progress.ts';
import { Tally } from './report/tally.ts';

export interface ImportOptions {
  folder: string;
  mapping: Mapping;
  /** None where there is no graph to be asked: the files alone are checked. */
  client: GraphClient | null;
  /** Writes nothing: the graph, if there is one, is asked what would become of the rows. */
  dryRun?: boolean;
  onReject(reject: Reject): void;
  progress: Progress;
  signal?: AbortSignal;
  /** Calls under way at once. */
  width?: number;
  /** How large a call may be. */
  limits?: BatchLimits;
  /** What is known so far; handed in so that a failed import can still say it. */
  tally?: Tally;
}

export interface ImportResult {
  tally: Tally;
  notices: string[];
}

const WIDTH = 4;

/** @throws FileFault, GraphFault, NotSettled */
export async function importFolder({ tally = new Tally(), ...options }: ImportOptions): Promise<ImportResult> {
  const { folder, mapping, client, progress, dryRun = false } = options;
  const run: Run = { ...options, tally, width: options.width ?? WIDTH, trial: dryRun ? createTrial() : null };
  const found = await findFiles(folder, mapping);
  // A graph that is not there is told before the files are read; an open session keeps periods from being closed meanwhile.
  const session = client && !dryRun && (await openSession(client, `${mapping.name} ${folder}`));
  try {
    const titles = new Map(
      mapping.phases.flatMap(({ targets }) =>
        targets.flatMap(({ file, title, merging = [] }) =>
          [{ file, title }, ...merging].map((one) => [one.file.name, one.title]),
        ),
      ),
    );
    // Named before anything happens, so that the summary has the order of the import.
    for (const { file, title, merging = [] } of mapping.phases.flatMap(({ targets }) => targets)) {
      for (const one of [{ file, title }, ...merging]) {
        const fileName = found.files.find(({ source }) => source === one.file)?.fileName;
        if (fileName !== undefined) tally.open(fileName, one.title);
      }
    }
    progress.begin('checking', null);
    let rows = 0;
    const checked = await checkFolder(found, mapping, {
      onRow: (fileName) => {
        options.signal?.throwIfAborted();
        rows += 1;
        progress.at(rows, fileName);
      },
      onReject: (reject) => {
        const source = found.files.find(({ fileName }) => fileName === reject.file)!.source;
        tally.rejected(reject, titles.get(source.name) ?? source.name);
        options.onReject(reject);
      },
    });
    progress.end();
    for (const phase of mapping.phases) await runPhase(phase, checked, run);
    return { tally, notices: checked.notices };
  } finally {
    // The session would end by itself; that closing it fails must not hide why the import did.
    if (session)
      await session.close().catch((fault) => progress.say(`The import session could not be closed: ${fault.message}`));
  }
}

type Run = ImportOptions & { tally: Tally; width: number; trial: Trial | null };

async function runPhase(phase: Phase, checked: Checked, run: Run): Promise<void> {
  const { client, progress, signal } = run;
  for (const target of phase.targets) {
    const file = checked.files.find(({ found }) => found.source === target.file);
    if (file) await runTarget(target, file, checked, run);
  }
  if (!client || run.trial || phase.settle.length === 0) return;
  progress.begin(`waiting: ${phase.title}`, null);
  await settle(phase.settle, {
    client,
    ...(signal && { signal }),
    onWaiting: ([lag]) => lag && progress.at(lag.taken, `of ${lag.told} events taken over by ${lag.consumer}`),
  });
  progress.end('read models have caught up');
}

async function runTarget(target: Target, file: CheckedFile, checked: Checked, run: Run): Promise<void> {
  const { client, progress, tally, signal, onReject, trial } = run;
  const rows = outgoing(target, file, checked);
  const total = target.rows.of === 'file' ? file.rows - file.rejected.size : null;
  const fileNames = new Map(checked.files.map(({ found }) => [found.source, found.fileName]));
  const fileNameOf = (source: SourceFile) => fileNames.get(source) ?? source.name;
  const account = createAccount({ target, fileNameOf, tally, onReject });
  if (!client || (trial && !TRYING.has(target.mutation))) {
    for await (const row of rows) account.passed(row);
    return;
  }
  let done = 0;
  progress.begin(target.title, total);
  await sendRows(rows, {
    client,
    mutation: target.mutation,
    width: target.inOrder || trial ? 1 : run.width,
    ...(run.limits && { limits: run.limits }),
    ...(trial && { trial }),
    onSent(sent) {
      signal?.throwIfAborted();
      for (const one of sent) account.sent(one);
      done += sent.length;
      progress.at(done, tally.rejectedRows > 0 ? `${tally.rejectedRows} rejected` : '');
    },
  });
  progress.end();
}

/** The rows of a target. A streamed file is read a second time; what the check refused is left out. */
async function* outgoing(
  { rows, file: source }: Target,
  file: CheckedFile,
  { known }: Checked,
): AsyncGenerator<Outgoing> {
  if (rows.of === 'known') {
    yield* rows.make(known);
    return;
  }
  for await (const raw of file.found.read()) {
    if (file.rejected.has(raw.line)) continue;
    const reading = readRow(source, raw);
    // Only a file that was changed since it was checked gets here.
    if ('faults' in reading)
      throw new Error(`${file.found.fileName} was changed during the import (line ${raw.line}).`);
    yield { origin: { file: source, line: raw.line }, row: rows.make(reading.values, known) };
  }
}
