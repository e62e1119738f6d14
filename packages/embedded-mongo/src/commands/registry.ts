import type { Doc } from '../bson/values.ts';
import type { CommandContext } from './context.ts';

/** One command of the server. */
export interface CommandSpec {
  name: string;
  aliases?: string[];
  /** What it is for, for the table in the README. */
  summary: string;
  /** The fields it understands besides the ones every command has; others are refused with 40415. */
  options: readonly string[] | 'any';
  /** It may be part of a transaction. */
  inTransaction?: boolean;
  /** It may read a snapshot outside of a transaction (find, aggregate, distinct). */
  readsSnapshots?: boolean;
  /** A driver may send it again with the same number (insert, update, delete, findAndModify). */
  retryable?: boolean;
  run(context: CommandContext): Doc | Promise<Doc>;
}

const byName = new Map<string, CommandSpec>();
const specs: CommandSpec[] = [];

export function register(...added: CommandSpec[]): void {
  for (const spec of added) {
    specs.push(spec);
    for (const name of [spec.name, ...(spec.aliases ?? [])]) byName.set(name, spec);
  }
}

export function findCommand(name: string): CommandSpec | undefined {
  return byName.get(name);
}

/** Every command, for the table in the README. */
export function allCommands(): readonly CommandSpec[] {
  return specs;
}

/** Fields that any command may carry. */
export const GENERIC_FIELDS: ReadonlySet<string> = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  '$queryOptions',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'stmtId',
  'stmtIds',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  '$audit',
  '$client',
]);
