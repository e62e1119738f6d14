/** The weighted pipeline: what open opportunities may bring. Exact integers throughout. */
import { type SalesProcess, stageOf } from '../process/process.ts';

/** The open opportunities of one owner in one stage. */
export interface OpenGroup {
  ownerId: string;
  stage: string;
  count: number;
  /** The sum of the known amounts in minor units. */
  amountMinor: number;
  withoutAmount: number;
}

export interface PipelineSums {
  openCount: number;
  openMinor: number;
  /** Sum of amount x probability, rounded half even to the minor unit. */
  weightedMinor: number;
  withoutAmount: number;
}

/** An exact quotient rounded to the nearest whole number, halves to the even one. The denominator is positive. */
export function roundHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const rest = numerator % denominator;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  if (twice < denominator || (twice === denominator && quotient % 2n === 0n)) return quotient;
  return quotient + (numerator < 0n ? -1n : 1n);
}

/** Sums groups; a stage that the process does not know (of an earlier version) has probability 0. */
export function pipelineOf(groups: Iterable<OpenGroup>, process: SalesProcess): PipelineSums {
  let openCount = 0;
  let open = 0n;
  let weighted = 0n;
  let withoutAmount = 0;
  for (const group of groups) {
    openCount += group.count;
    withoutAmount += group.withoutAmount;
    open += BigInt(group.amountMinor);
    weighted += BigInt(group.amountMinor) * BigInt(stageOf(process, group.stage)?.probabilityBp ?? 0);
  }
  return {
    openCount,
    openMinor: Number(open),
    weightedMinor: Number(roundHalfEven(weighted, 10_000n)),
    withoutAmount,
  };
}
