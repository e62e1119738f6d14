/** Something the person at the terminal can put right. The message is one line: the thing, and what changes it. */
export class LaunchFault extends Error {
  override name = 'LaunchFault';
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
