/** Changing the organization as the tests do it: a mutation with one input, as the administrator. */
import { type House, unitId } from './house.ts';

export const UNIT = 'id code name version parent { code } records { name from to parent { code } }';
export const PERSON =
  'id code version unit { code } assignments(all: true) { id role from to primary leader unit { code } }';

/** A mutation with one input. */
export const mutation = (field: string, fields: string) => {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  return `mutation($input: ${type}!) { result: ${field}(input: $input) { ${fields} } }`;
};

/** What a mutation is answered with. */
export interface Changed {
  id: string;
  code: string;
  version: number;
  [field: string]: unknown;
}

/** An assignment as mutations take it. */
export const inUnit = (code: string, more: object = {}) => ({
  ...{ unitId: unitId(code), role: 'SALES_ENGINEER', primary: true, leader: false, from: '2020-01-01' },
  ...more,
});

export function changesOf(house: House) {
  const change = (fields: string) => async (field: string, input: object) =>
    (await house.answer<{ result: Changed }>('administrator', mutation(field, fields), { input })).result;
  const unitChange = change(UNIT);
  const personChange = change(PERSON);
  return {
    unitChange,
    personChange,
    /** The code and the fields of a refusal. */
    refused: (field: string, input: object) => house.refusal('administrator', mutation(field, 'code'), { input }),
    newUnit: (code: string, more: object = {}) =>
      unitChange('createOrgUnit', { code, name: code, kind: 'TEAM', parentCode: 'West', from: '2020-01-01', ...more }),
    newPerson: (code: string, assignments: object[] = []) =>
      personChange('createEmployee', { code, name: code, assignments }),
  };
}
