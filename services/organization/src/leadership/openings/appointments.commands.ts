/** Appoints and undoes it. The opening and the person are written in one transaction: there is never one without the other. */
import type { Day } from '@salesgraph/calendar';
import { remembering } from '../../audit.ts';
import type { Fault } from '../../faults.ts';
import { refusal } from '../../faults.ts';
import { judge } from '../../judging.ts';
import type { StoredPerson } from '../../people/people.store.ts';
import { type Appointed, appointed, revoked } from './appointments.ts';
import { type Given, type OpeningChange, onOpening, written } from './changing.ts';
import { rivalOf } from './openings.commands.ts';
import { isFault } from './openings.ts';

/** Whoever the decision is for; gone people stay on record. */
async function chosen({ opening, stores }: Given<OpeningChange>): Promise<StoredPerson> {
  const [person] = await stores.people.byIds([opening.decision?.employeeId ?? '']);
  if (!person) throw new Error(`Who was decided for by the opening ${opening.code} is gone`);
  return person;
}

type Outcome = Appointed<StoredPerson> | Fault;

/** A change of an opening and of who was decided for, judged by the rules of people and units. */
const both = <Input extends OpeningChange>(
  name: string,
  action: string,
  { field, why }: { field: string; why?: (input: Input) => string },
  next: (person: StoredPerson, given: Given<Input>) => Outcome | Promise<Outcome>,
) =>
  onOpening<Input>(name, { needs: null, reason: why }, async (asked) => {
    const { given, turn, reason } = asked;
    const { stores, units, stamp } = given;
    const result = await next(await chosen(given), given);
    if (isFault(result)) throw refusal([result]);
    const objections = await judge({ people: [result.person] }, units, stores);
    if (objections.length > 0)
      throw refusal(
        objections.map(({ fault }) => fault),
        () => field,
      );
    const change = { action: `employee.${action}`, reason: reason ?? `Opening ${given.opening.code}` };
    const person = { ...result.person, ...remembering(result.person, change) };
    const opening = written(asked, result.opening, `opening.${action}`);
    await stores.atomically(turn, async (session) => {
      await stores.people.saveAll([person], stamp.by, session);
      await stores.openings.save(opening, stamp.by, session);
    });
    return { ...opening, version: opening.version + 1 };
  });

/**
 * Appoints who has been decided for, from a day on.
 * @throws CONFLICT naming who leads the unit then, NOT_FOUND, FORBIDDEN, BAD_USER_INPUT
 */
export const appointLeader = both<OpeningChange & { from: Day; primary: boolean }>(
  'appointLeader',
  'appoint',
  { field: 'from' },
  (person, { opening, unit, input, stamp }) => appointed(opening, person, unit, input, stamp),
);

/**
 * Undoes an appointment that has not begun.
 * @throws CONFLICT when it has, when others have built on it since, or when the position has another opening by now
 */
export const revokeAppointment = both<OpeningChange & { reason: string }>(
  'revokeAppointment',
  'revokeAppointment',
  { field: 'appointment', why: ({ reason }) => reason },
  async (person, { opening, today, stores }) => {
    const outcome = revoked(opening, person, today);
    // The opening is to be filled again: another one may have been made for the position meanwhile.
    return isFault(outcome) ? outcome : ((await rivalOf(opening, stores))[0] ?? outcome);
  },
);
