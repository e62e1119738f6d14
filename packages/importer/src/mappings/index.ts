import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import * as columns from '../mapping/columns.ts';
import {
  anyFile,
  file,
  fromAll,
  fromEach,
  type Mapping,
  MUTATIONS,
  ORGANIZATION_EVENTS,
  ORGANIZATION_SETTLED,
} from '../mapping/mapping.ts';
import { FileFault } from '../reading/rows.ts';
import { crm } from './crm.ts';
import { organization } from './organization.ts';
import { spreadsheet } from './people.ts';

const SHIPPED: Record<string, Mapping> = { crm, organization, people: spreadsheet };

/** What a mapping of one's own is made from; handed to it, so that its file may lie anywhere. */
export const toolkit = { ...columns, file, anyFile, fromAll, fromEach, ORGANIZATION_EVENTS, ORGANIZATION_SETTLED };

export type Toolkit = typeof toolkit;

const isFunction = z.custom<(...values: never[]) => unknown>(
  (value) => typeof value === 'function',
  'must be a function',
);
const column = z.looseObject({ column: z.string(), optional: z.boolean(), read: isFunction });
const sourceFile = z.looseObject({
  name: z.string().min(1),
  columns: z.record(z.string(), column),
  codeOf: isFunction,
  check: isFunction,
});
const mapping = z.looseObject({
  name: z.string().min(1),
  files: z.array(sourceFile).min(1),
  ignored: z.record(z.string(), z.string()),
  phases: z.array(
    z.looseObject({
      title: z.string(),
      targets: z.array(
        z.looseObject({
          title: z.string(),
          mutation: z.enum(Object.keys(MUTATIONS) as [string, ...string[]]),
          file: sourceFile,
        }),
      ),
      settle: z.array(
        z.looseObject({ producer: z.string(), consumers: z.array(z.string()), types: z.array(z.string()) }),
      ),
    }),
  ),
});

/**
 * The mapping of that name, or the one that a module exports by default: itself, or as a function of the toolkit.
 * @param name a shipped mapping, or a path to a .ts, .mts, .js or .mjs file
 * @throws FileFault that says what is wrong with it
 */
export async function findMapping(name: string): Promise<Mapping> {
  if (Object.hasOwn(SHIPPED, name)) return SHIPPED[name]!;
  const path = resolve(name);
  const exists = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!exists)
    throw new FileFault(
      `There is no mapping ${name}: give ${Object.keys(SHIPPED).join(', ')}, or the path of a module.`,
    );
  let given: unknown;
  try {
    given = ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;
    if (typeof given === 'function') given = given(toolkit);
  } catch (fault) {
    throw new FileFault(`The mapping ${name} cannot be loaded: ${fault instanceof Error ? fault.message : fault}`);
  }
  const checked = mapping.safeParse(given);
  if (checked.success) return given as Mapping;
  const [issue] = checked.error.issues;
  throw new FileFault(
    `The mapping ${name} is not one: ${issue?.path.join('.') || 'its default export'}: ${issue?.message}`,
  );
}
