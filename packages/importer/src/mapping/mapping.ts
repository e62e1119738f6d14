/** What a mapping is: which files there are, how their columns are read, and which rows of the graph they become, in which order. */
import type { Column } from './columns.ts';
import type { Known } from './known.ts';

/** What is wrong with one row. `column` is the header in the file, or a field of the graph where there is no such column. */
export interface RowFault {
  column: string | null;
  reason: string;
}

/** A row that could be read, with the line of the file on which it begins. */
export interface Entry<V> {
  line: number;
  values: V;
}

/** A file of the folder: `<name>.csv` or `<name>.ndjson`. */
export interface SourceFile<V = unknown> {
  name: string;
  /** Whether the folder may lack it; that is announced. */
  optional: boolean;
  /**
   * Whether all of its rows are kept in memory: for the small files that others refer to or that are read as a whole.
   * The others are streamed.
   */
  keep: boolean;
  columns: { [K in keyof V]: Column<V[K]> };
  /** Columns that are known and not imported, in lower case, and why: the summary names them. */
  leftOut?: { columns: readonly string[]; why: string };
  /** What the row is known by; two rows of a file must not have the same. */
  codeOf(values: V): string;
  /** What is wrong with a row beyond its cells: references to other files, contradictions. Kept files are complete by then. */
  check(values: V, known: Known): RowFault[];
}

/** The graph's import mutations and the input types of their rows. */
export const MUTATIONS = {
  importOrgUnits: 'OrgUnitRow',
  importEmployees: 'EmployeeRow',
  importOutlets: 'OutletRow',
  importProducts: 'ProductRow',
  importCustomers: 'CustomerRow',
  importOpportunities: 'OpportunityRow',
  importTargets: 'TargetRow',
} as const;

export type MutationName = keyof typeof MUTATIONS;

/** The mutations that can try rows without writing. */
export const TRYING: ReadonlySet<MutationName> = new Set(['importOrgUnits', 'importEmployees']);

/** A row of a file, for the summary and the rejects. */
export interface Origin {
  file: SourceFile;
  line: number;
}

/** A row of a file that has become a part of a row of the graph. */
export interface Part extends Origin {
  /** Where it stands in the row of the graph: `assignments.1`. */
  path: string;
}

/** A row on its way to the graph. */
export interface Outgoing {
  /** Where it comes from; null for a row that the mapping itself adds. */
  origin: Origin | null;
  row: Record<string, unknown>;
  /** Further rows that were merged into it. */
  parts?: Part[];
  /** What is worth a look although it is taken over. */
  warnings?: (Origin & { field: string; message: string })[];
}

/** Other files whose rows are merged into those of a target. */
export interface Merging {
  /** The word for them in the summary: "assignments". */
  title: string;
  file: SourceFile;
  columnOf: Record<string, string>;
}

/** What the rows of a file become. */
export interface Target {
  /** The word for them in the summary: "opportunities". */
  title: string;
  mutation: MutationName;
  file: SourceFile;
  /** Whether later rows need earlier ones in place: then one batch is sent at a time. */
  inOrder: boolean;
  /** The column from which a field of the graph comes, so that the graph's faults can be told in the file's words. */
  columnOf: Record<string, string>;
  /** The files whose rows are merged into those of this one. */
  merging?: Merging[];
  rows:
    | { of: 'file'; make(values: unknown, known: Known): Record<string, unknown> }
    | { of: 'known'; make(known: Known): Outgoing[] };
}

/** Read models that must have taken over what a service told, before the import goes on. */
export interface Settlement {
  producer: ServiceName;
  consumers: ServiceName[];
  types: string[];
}

export type ServiceName = 'organization' | 'sales-network' | 'customers' | 'performance' | 'collaboration';

export interface Phase {
  title: string;
  targets: Target[];
  /** What to wait for once the rows are in. */
  settle: Settlement[];
}

export interface Mapping {
  name: string;
  /** Kept files first: the check of a row may look into those that were declared before. */
  files: SourceFile[];
  /** Files that are known and not read, with the reason. */
  ignored: Record<string, string>;
  phases: Phase[];
}

/** Declares a file. */
export function file<V>(
  name: string,
  definition: { columns: { [K in keyof V]: Column<V[K]> }; codeOf(values: V): string } & Partial<
    Pick<SourceFile<V>, 'optional' | 'keep' | 'check' | 'leftOut'>
  >,
): SourceFile<V> {
  return { optional: false, keep: false, check: () => [], ...definition, name };
}

/** A file among others of other shapes: the engine hands its values back to it and to nobody else. */
export const anyFile = <V>(source: SourceFile<V>): SourceFile => source as unknown as SourceFile;

type TargetOptions = Pick<Target, 'title' | 'mutation'> & Partial<Pick<Target, 'inOrder' | 'columnOf' | 'merging'>>;

/** Each row of a file becomes one row of the graph. */
export const fromEach = <V>(
  source: SourceFile<V>,
  options: TargetOptions,
  make: (values: V, known: Known) => Record<string, unknown>,
): Target => ({
  inOrder: false,
  columnOf: {},
  ...options,
  file: anyFile(source),
  rows: { of: 'file', make: make as (values: unknown, known: Known) => Record<string, unknown> },
});

/** A kept file as a whole becomes rows of the graph. */
export const fromAll = <V>(
  source: SourceFile<V>,
  options: TargetOptions,
  make: (known: Known) => Outgoing[],
): Target => ({
  inOrder: true,
  columnOf: {},
  ...options,
  file: anyFile(source),
  rows: { of: 'known', make },
});

export const ORGANIZATION_EVENTS = ['organization.unit.changed', 'organization.employee.changed'];

/** What to wait for once the organization is in: every other service keeps a copy of it. */
export const ORGANIZATION_SETTLED: Settlement[] = [
  {
    producer: 'organization',
    consumers: ['sales-network', 'customers', 'performance', 'collaboration'],
    types: ORGANIZATION_EVENTS,
  },
];
