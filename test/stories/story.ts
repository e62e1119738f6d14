/** What the stories share: where things are, the operations, and the import as its user runs it. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Graph } from '@salesgraph/testing';

/** The root of the repository. */
export const repositoryRoot = resolve(import.meta.dirname, '../..');

/** The folder of real data to run on; it may be absent. */
export const sharedFolder = process.env.SALESGRAPH_SHARED ?? join(repositoryRoot, '../shared');

/** The text of a flagship operation. */
export const operation = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'operations', `${name}.graphql`), 'utf8');

/** A running import: its process, and how it ends. */
export interface RunningImport {
  process: ReturnType<typeof spawn>;
  done: Promise<{ exitCode: number | null; output: string; rejects: { line: number; reason: string }[] }>;
}

/** Starts the import command on a folder, as a process of its own. */
export async function startImport(
  graph: Graph,
  folder: string,
  mapping: string,
  more: string[] = [],
): Promise<RunningImport> {
  const rejectsFile = join(await mkdtemp(join(tmpdir(), 'salesgraph-import-')), 'rejects.ndjson');
  const args = [
    'packages/importer/src/main.ts',
    folder,
    '--mapping',
    mapping,
    '--url',
    graph.url,
    '--rejects',
    rejectsFile,
    ...more,
  ];
  const child = spawn(process.execPath, args, {
    cwd: repositoryRoot,
    env: { ...process.env, NODE_OPTIONS: '', SALESGRAPH_TOKEN: await graph.token('importer') },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const done = new Promise<Awaited<RunningImport['done']>>((resolved) => {
    child.on('close', (exitCode) => {
      const lines = existsSync(rejectsFile) ? readFileSync(rejectsFile, 'utf8').trim().split('\n').filter(Boolean) : [];
      resolved({ exitCode, output, rejects: lines.map((line) => JSON.parse(line)) });
    });
  });
  return { process: child, done };
}

/** Runs the import command on a folder to its end. */
export const importFolder = async (graph: Graph, folder: string, mapping: string, more: string[] = []) =>
  (await startImport(graph, folder, mapping, more)).done;
