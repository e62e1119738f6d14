/** How tests move people through the company, and read what became of them. */
import { type Changed, mutation } from './changes.ts';
import { type House, TODAY, unitId } from './house.ts';

const FACTS = `id code version hiredOn leftOn employed unit { code } role
  employments { hiredOn leftOn }
  assignments(all: true) { role from to primary leader reason changedBy unit { code } }`;

interface Held {
  from: string;
  to: string | null;
  primary: boolean;
  leader: boolean;
  role: string;
  unit: { code: string };
}

/** @param house where they work, once it is open */
export function movingIn(house: () => House) {
  const change = async (field: string, input: object) =>
    (await house().answer<{ result: Changed }>('administrator', mutation(field, FACTS), { input })).result;

  const person = async (code: string, asOf = TODAY) =>
    (
      await house().answer<{ employee: Changed & { assignments: Held[] } }>(
        'administrator',
        `query($code: String!, $asOf: Date!) { employee(code: $code, asOf: $asOf) { ${FACTS} manager { code } } }`,
        { code, asOf },
      )
    ).employee;

  return {
    change,
    person,

    /** A person's assignments, a line each: `primary TEAM_LEADER in East One, leads, 2016-01-01 to -`. */
    history: async (code: string) =>
      (await person(code)).assignments.map(
        ({ primary, role, unit, leader, from, to }) =>
          `${primary ? 'primary' : 'second'} ${role} in ${unit.code}${leader ? ', leads' : ''}, ${from} to ${to ?? '-'}`,
      ),

    hire: (code: string, more: object = {}) =>
      change('hireEmployee', {
        ...{ code, name: code, unitId: unitId('West One'), role: 'SALES_ENGINEER', from: '2020-01-01' },
        ...{ reason: 'growth', ...more },
      }),
  };
}
