/** A way from one state to another, and what takes it. */
export interface Move {
  from: string;
  to: string;
  by: string;
}

/** A table of moves as a Mermaid state diagram: it begins where the table does and ends where nothing leads on. */
export function stateDiagram(moves: readonly Move[]): string {
  const states = [...new Set(moves.flatMap(({ from, to }) => [from, to]))];
  const ends = states.filter((state) => !moves.some(({ from }) => from === state));
  return [
    'stateDiagram-v2',
    `  [*] --> ${moves[0]?.from}`,
    ...moves.map(({ from, to, by }) => `  ${from} --> ${to}: ${by}`),
    ...ends.map((state) => `  ${state} --> [*]`),
  ].join('\n');
}
