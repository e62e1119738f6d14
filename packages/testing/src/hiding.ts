/** What a caller could learn from how something is refused. */
import { isDeepStrictEqual } from 'node:util';

/** A service as a test talks to it. */
interface Counted {
  request(document: string, variables: object, caller: string): Promise<object>;
  commands(): number;
}

/** All that a caller sees of an answer, and the number of database calls that its time may tell of. */
export interface Trace {
  answer: object;
  calls: number;
}

const TRIES = 3;

/**
 * The traces of one question asked of something hidden and of something absent: nobody may tell one from the other.
 * Asked several times, the least calls count: a service's own jobs look around now and then.
 */
export async function tracesOf(
  service: Counted,
  caller: string,
  document: string,
  { hidden, absent }: { hidden: object; absent: object },
): Promise<{ hidden: Trace; absent: Trace }> {
  if (isDeepStrictEqual(hidden, absent)) throw new Error('The hidden and the absent are the same');
  const trace = async (variables: object): Promise<Trace> => {
    let least: Trace | undefined;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const before = service.commands();
      const answer = await service.request(document, variables, caller);
      const calls = service.commands() - before;
      if (!least || calls < least.calls) least = { answer, calls };
    }
    return least!;
  };
  await trace(absent);
  return { hidden: await trace(hidden), absent: await trace(absent) };
}
