/** The sales process: which stages an opportunity passes, how likely each leads to a sale, and which moves are allowed. */

export type OpportunityStatus = 'OPEN' | 'WON' | 'LOST';

export interface Stage {
  code: string;
  name: string;
  status: OpportunityStatus;
  /** The probability of winning from here, in basis points. */
  probabilityBp: number;
  /** The codes of the stages that may follow. */
  moves: string[];
}

export interface SalesProcess {
  name: string;
  version: number;
  /** In order: open stages first, as an opportunity passes them. */
  stages: Stage[];
}

/** The process a new company starts with. A change of it is a new version, never an edit. */
export const firstProcess: SalesProcess = {
  name: 'standard',
  version: 1,
  stages: [
    {
      code: 'PROSPECTING',
      name: 'Prospecting',
      status: 'OPEN',
      probabilityBp: 1_000,
      moves: ['ENGAGING', 'WON', 'LOST'],
    },
    { code: 'ENGAGING', name: 'Engaging', status: 'OPEN', probabilityBp: 3_000, moves: ['PROSPECTING', 'WON', 'LOST'] },
    { code: 'WON', name: 'Won', status: 'WON', probabilityBp: 10_000, moves: ['PROSPECTING', 'ENGAGING'] },
    { code: 'LOST', name: 'Lost', status: 'LOST', probabilityBp: 0, moves: ['PROSPECTING', 'ENGAGING'] },
  ],
};

/** The stage of a code; undefined when the process has none. */
export const stageOf = (process: SalesProcess, code: string): Stage | undefined =>
  process.stages.find((stage) => stage.code === code);

/** The stage that somebody names by code or by name, in any case: another system's export may write either. */
export const stageNamed = (process: SalesProcess, text: string): Stage | undefined => {
  const wanted = text.trim().toUpperCase();
  return process.stages.find(({ code, name }) => code.toUpperCase() === wanted || name.toUpperCase() === wanted);
};

/** The stage an opportunity starts in. */
export const firstStage = (process: SalesProcess): Stage => process.stages.find(({ status }) => status === 'OPEN')!;

/** The stage in which the customer is engaged: the last open one. */
export const engagedStage = (process: SalesProcess): Stage =>
  process.stages.findLast(({ status }) => status === 'OPEN')!;

/** The stage that a closed opportunity rests in. */
export const closingStage = (process: SalesProcess, status: 'WON' | 'LOST'): Stage =>
  process.stages.find((stage) => stage.status === status)!;

/** Whether an opportunity may go from one stage to another. */
export const mayMove = (process: SalesProcess, from: string, to: string): boolean =>
  stageOf(process, from)?.moves.includes(to) ?? false;

/** What is wrong with a process; empty when it can be put in force. */
export function processFaults({ stages }: SalesProcess): string[] {
  const faults: string[] = [];
  const codes = stages.map(({ code }) => code);
  if (stages.length > 20) faults.push('has more than 20 stages');
  if (new Set(codes).size !== codes.length) faults.push('names a stage twice');
  for (const status of ['OPEN', 'WON', 'LOST'] as const) {
    const count = stages.filter((stage) => stage.status === status).length;
    if (count === 0) faults.push(`has no stage that counts as ${status}`);
    if (count > 1 && status !== 'OPEN') faults.push(`has more than one stage that counts as ${status}`);
  }
  for (const { code, probabilityBp, moves } of stages) {
    if (!Number.isInteger(probabilityBp) || probabilityBp < 0 || probabilityBp > 10_000) {
      faults.push(`gives ${code} a probability outside 0 to 1`);
    }
    for (const move of moves) if (!codes.includes(move)) faults.push(`lets ${code} move to ${move}, which is no stage`);
  }
  return faults;
}
