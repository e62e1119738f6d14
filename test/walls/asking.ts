/** How one record is asked for, and how to tell whether the answer shows it. */
import type { Key, Kind, ServiceName } from './records.ts';
import type { Question } from './shapes.ts';
import type { Of } from './table.ts';

export const PATHS = ['root', 'code', 'nested', 'connection', 'entity'] as const;
export type Path = (typeof PATHS)[number];

/** What is asked for: the record, the person or unit it belongs to, and other records of the same person or unit. */
export interface Asked {
  record: Key;
  subject: Key;
  other(kind: Kind): Key;
}

export interface Lookup {
  name: string;
  path: Path;
  /** The row of the table: an action of the matrix or, where that is not enough, a name of the table's own. */
  action: string;
  of: Of;
  kind: Kind;
  /** A record of the same person that the way leads through: it must be seen too, and be there. */
  through?: Row;
  question(asked: Asked): Question;
  variables?(asked: Asked): object;
  /** Of entities: the subgraph that is asked. */
  service?: ServiceName;
  seen(value: unknown, asked: Asked): boolean;
}

export const text = JSON.stringify;
export const holds = (value: unknown, id: string): boolean => value !== null && text(value).includes(id);
/** The record's id stands in the answer. */
export const byId: Lookup['seen'] = (value, { record }) => holds(value, record.id);
/** The id of whom it belongs to stands in the answer. */
export const bySubject: Lookup['seen'] = (value, { subject }) => holds(value, subject.id);

/** Whether a field, however deep, has a value. */
export const given =
  (...path: string[]): Lookup['seen'] =>
  (value) =>
    path.reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name] ?? null, value) !== null;

/** A row of the table and the records that it is tried on. */
export interface Row {
  action: string;
  of: Of;
  kind: Kind;
}
export type AskFor = (asked: Asked) => string;

const lookup =
  (path: Path) =>
  (row: Row, type: string, field: AskFor, selection: string | AskFor, seen: Lookup['seen'] = byId): Lookup => ({
    ...{ ...row, path, seen, name: '' },
    question: (asked) => ({
      ...{ type, field: field(asked) },
      selection: typeof selection === 'string' ? selection : selection(asked),
    }),
  });
export const root = lookup('root');
export const code = lookup('code');
export const nested = lookup('nested');
export const listed = lookup('connection');

export const through = (row: Row, one: Lookup): Lookup => ({ ...one, through: row });

/** A reference to what a subgraph resolves, as the gateway would send it. */
export function entity(
  row: Row,
  service: ServiceName,
  typename: string,
  selection: string,
  seen: Lookup['seen'] = byId,
  idOf: (asked: Asked) => Key = ({ record }) => record,
): Lookup {
  return {
    ...{ ...row, path: 'entity', service, seen, name: '' },
    question: () => ({
      ...{ head: 'query($of: [_Any!]!)', field: '_entities(representations: $of)', type: '_Entity' },
      selection: `__typename ... on ${typename} { ${selection} }`,
    }),
    variables: (asked) => ({ of: [{ __typename: typename, id: idOf(asked).id }] }),
  };
}
export const ofEntity =
  (...path: string[]): Lookup['seen'] =>
  (value, asked) =>
    given(...path)((value as unknown[] | null)?.[0] ?? null, asked);

export const ofSubject = ({ subject }: Asked): Key => subject;
export const person: AskFor = ({ subject }) => `employee(id: ${text(subject.id)})`;
export const unit: AskFor = ({ subject }) => `unit(id: ${text(subject.id)})`;
export const withId =
  (field: string): AskFor =>
  ({ record }) =>
    `${field}(id: ${text(record.id)})`;
export const withCode =
  (field: string): AskFor =>
  ({ record }) =>
    `${field}(code: ${text(record.code)})`;
/** Below another record of the same person. */
export const below =
  (field: string, kind: Kind): AskFor =>
  ({ other }) =>
    `${field}(id: ${text(other(kind).id)})`;

export const ALL = 'first: 200';
