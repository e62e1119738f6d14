/** The import as its user runs it: a process, against a stand-in for the graph. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { aFolder, FILES, PIPELINE_HEADER, withDeals } from './folders.ts';
import { type GraphStandIn, standInForGraph } from './graph-stand-in.ts';
import { rejectsIn, run, start } from './running.ts';

let graph: GraphStandIn;
beforeEach(async () => {
  graph = await standInForGraph();
});
afterEach(() => graph.close());

const reaching = () => ({ SALESGRAPH_URL: graph.url, SALESGRAPH_TOKEN: 'a-token' });
const importing = (folder: string, ...more: string[]) => run([folder, '--mapping', 'crm', ...more], reaching());
/** The figures of a line of the summary. */
const summaryLine = (out: string, file: string, title: string) =>
  new RegExp(`^ *${file} +${title} +(.*)$`, 'm')
    .exec(out)?.[1]
    ?.trim()
    .split(/ +/)
    .map((figure) => Number(figure.replaceAll(',', '')));

test('a folder is imported once, and again without a change', async () => {
  const folder = await aFolder();
  const first = await start([folder, '--mapping', 'crm'], reaching(), { cwd: folder }).done;
  expect(first.err).toBe('');
  expect(first.code).toBe(0);
  // accepted, created, updated, unchanged, rejected, warnings
  expect(summaryLine(first.out, 'sales_pipeline.csv', 'opportunities')).toEqual([4, 4, 0, 0, 0, 2]);
  expect(summaryLine(first.out, 'sales_teams.csv', 'units')).toEqual([6, 6, 0, 0, 0, 0]);
  expect(summaryLine(first.out, 'sales_teams.csv', 'people')).toEqual([5, 5, 0, 0, 0, 0]);
  expect(first.out).toContain('2 warnings');

  const state = structuredClone(graph.kept);
  const second = await start([folder, '--mapping', 'crm'], reaching(), { cwd: folder }).done;
  expect(second.code).toBe(0);
  expect(summaryLine(second.out, 'sales_pipeline.csv', 'opportunities')).toEqual([4, 0, 0, 4, 0, 2]);
  expect(summaryLine(second.out, 'targets.csv', 'targets')).toEqual([2, 0, 0, 2, 0, 0]);
  expect(graph.kept).toEqual(state);
  expect(existsSync(join(folder, `${folder.split('/').at(-1)}.rejects.ndjson`))).toBe(false);
});

test('every call carries the token and stays below 64 kB, however many rows there are', async () => {
  const rows = Array.from({ length: 1_500 }, (_, i) => `D${i},Ada,GTXPro,Parent,Won,1/2/2017,3/1/2017,${i}`);
  const { code } = await importing(await withDeals(...rows));
  expect(code).toBe(0);
  expect(graph.kept.get('importOpportunities')?.size).toBe(1_504);
  const sent = graph.calls.filter(({ name }) => name === 'importOpportunities');
  expect(sent.length).toBeGreaterThan(3);
  expect(Math.max(...sent.map(({ bytes }) => bytes))).toBeLessThan(64_000);
  expect(new Set(graph.calls.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer a-token']));
});

test('calls are as small as is wanted', async () => {
  expect((await importing(await aFolder(), '--batch-rows', '1')).code).toBe(0);
  expect(graph.calls.filter(({ name }) => name === 'importOpportunities').map(({ rows }) => rows.length)).toEqual([
    1, 1, 1, 1,
  ]);
  const { code, err } = await importing(await aFolder(), '--batch-rows', '0');
  expect(code).toBe(1);
  expect(err).toContain('Give a whole number from 1 to 500.');
});

test('a dry run checks every row, sends nothing and needs no graph', async () => {
  const folder = await withDeals('BAD1,Ada,GTXPro,Parent,Won,2/30/2017,3/1/2017,1');
  const { code, out } = await run([folder, '--mapping', 'crm', '--dry-run'], {}, folder);
  expect(code).toBe(2);
  expect(summaryLine(out, 'sales_pipeline.csv', 'opportunities')).toEqual([4, 1]);
  expect(out).toContain('nothing was sent');
  expect(out).toContain('sales_pipeline.csv line 6: engage_date is no day');
  expect(graph.calls).toEqual([]);
});

test('rows that cannot be taken are in the rejects file with line and reason, whoever refused them', async () => {
  const folder = await withDeals('BAD1,Nobody,GTXPro,Parent,Won,1/1/2017,3/1/2017,1');
  graph.refuse = (mutation, row) =>
    mutation === 'importOpportunities' && row.code === 'OPP2' ? { field: 'closedOn', message: 'is odd' } : undefined;
  const rejects = join(folder, 'mine.ndjson');
  const { code, out } = await importing(folder, '--rejects', rejects);
  expect(code).toBe(2);
  expect(summaryLine(out, 'sales_pipeline.csv', 'opportunities')).toEqual([3, 3, 0, 0, 2, 2]);
  expect(
    rejectsIn(rejects).map(({ file, line, code: opp, field, reason }) => [file, line, opp, field, reason]),
  ).toEqual([
    ['sales_pipeline.csv', 6, 'BAD1', 'sales_agent', 'sales_agent "Nobody" is not in sales_teams'],
    ['sales_pipeline.csv', 3, 'OPP2', 'close_date', 'close_date is odd'],
  ]);
  expect(rejectsIn(rejects)[0]!.row.close_value).toBe('1');
});

test('opportunities are sent when every service knows the people, and the end waits for the figures', async () => {
  graph.behind = 3;
  const { code } = await importing(await aFolder());
  expect(code).toBe(0);
  const names = graph.calls.map(({ name }) => name);
  const firstDeals = names.indexOf('importOpportunities');
  expect(names.slice(0, firstDeals).filter((name) => name === 'events')).toHaveLength(4);
  expect(names.slice(firstDeals).filter((name) => name === 'events').length).toBeGreaterThan(0);
  expect(names[0]).toBe('openImport');
  expect(names.at(-1)).toBe('closeImport');
});

test('a graph that is started again in the middle is waited for', async () => {
  let failures = 3;
  graph.interfere = ({ name }, response) => {
    if (name !== 'importOpportunities' || failures === 0) return false;
    failures -= 1;
    if (failures === 2) response.destroy();
    else response.writeHead(503).end('starting');
    return true;
  };
  const { code, out } = await importing(await aFolder());
  expect(code).toBe(0);
  expect(out).toContain('trying again');
  expect(graph.kept.get('importOpportunities')?.size).toBe(4);
});

test('rows that somebody else wrote to at the same moment are sent again', async () => {
  let conflicts = 1;
  graph.refuse = (mutation, row) => {
    if (mutation !== 'importOpportunities' || row.code !== 'OPP1' || conflicts === 0) return undefined;
    conflicts -= 1;
    return { field: 'code', message: 'changed at the same moment', code: 'CONFLICT' };
  };
  expect((await importing(await aFolder())).code).toBe(0);
  const sent = graph.calls.filter(({ name }) => name === 'importOpportunities').map(({ rows }) => rows.length);
  expect(sent).toEqual([4, 1]);
});

test('Ctrl-C ends it with the session closed', async () => {
  const { child, done } = start([await aFolder(), '--mapping', 'crm'], reaching());
  graph.interfere = ({ name }) => {
    if (name !== 'importOpportunities') return false;
    child.kill('SIGINT');
    return true;
  };
  const { code, err } = await done;
  expect(code).toBe(130);
  expect(err).toContain('Start the same import again');
  expect(graph.calls.at(-1)?.name).toBe('closeImport');
});

test('the token comes from the local issuer when none is given', async () => {
  const { createServer } = await import('node:http');
  const issuer = createServer((_, response) => response.end(JSON.stringify({ token: 'issued' })));
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  const { port } = issuer.address() as { port: number };
  const env = { SALESGRAPH_URL: graph.url, ISSUER_URL: `http://127.0.0.1:${port}` };
  const { code } = await run([await aFolder(), '--mapping', 'crm'], env);
  issuer.closeAllConnections();
  issuer.close();
  expect(code).toBe(0);
  expect(graph.calls[0]?.authorization).toBe('Bearer issued');
});

test('a file that is larger than the memory it may use is streamed', async () => {
  const note = 'x'.repeat(20_000);
  const rows = Array.from({ length: 4_000 }, (_, i) => `D${i},Ada,GTXPro,Parent,Won,1/2/2017,3/1/2017,${i},${note}`);
  const folder = await aFolder({ 'sales_pipeline.csv': `${PIPELINE_HEADER},notes\n${rows.join('\n')}\n` });
  const { code, out, err } = await start(
    [folder, '--mapping', 'crm', '--dry-run'],
    {},
    { node: ['--max-old-space-size=48'] },
  ).done;
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(summaryLine(out, 'sales_pipeline.csv', 'opportunities')).toEqual([4_000, 0]);
  expect(out).toContain('sales_pipeline.csv: the mapping has no place for notes.');
}, 60_000);

describe('what makes an import impossible is said in one line', () => {
  const oneLine = async (args: string[], env: NodeJS.ProcessEnv = reaching()) => {
    const { code, err } = await run(args, env);
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    return err;
  };

  test.each([
    ['a file is missing', { 'accounts.csv': null }, 'has no accounts.csv or accounts.ndjson'],
    ['a file is there twice', { 'accounts.ndjson': '' }, 'accounts.csv and accounts.ndjson'],
    ['a column is missing', { 'products.csv': 'name,series\nA,B\n' }, 'products.csv has no column product'],
    ['a column is missing and there are no rows', { 'products.csv': 'name\n' }, 'products.csv has no column product'],
    ['another separator is used', { 'products.csv': 'product|series\nA|B\n' }, 'products.csv has no column product'],
    ['a column is named twice', { 'products.csv': 'product,product\nA,B\n' }, 'names the column product twice'],
    ['a file is empty', { 'products.csv': '' }, 'products.csv is empty'],
    ['the header is broken', { 'products.csv': '"product,series\nA,B\n' }, 'products.csv cannot be read: line 1'],
  ])('%s', async (_, changes, words) => {
    expect(await oneLine([await aFolder(changes), '--mapping', 'crm'])).toContain(words);
    expect(graph.calls.filter(({ name }) => name.startsWith('import'))).toEqual([]);
  });

  test('there is no such folder', async () => {
    expect(await oneLine(['/nowhere', '--mapping', 'crm'])).toContain('There is no folder /nowhere');
  });

  test('there is no such mapping', async () => {
    expect(await oneLine([await aFolder(), '--mapping', 'sap'])).toContain('There is no mapping sap: give crm');
  });

  test('no house is running', async () => {
    const env = { SALESGRAPH_TOKEN: 'a', SALESGRAPH_URL: 'http://127.0.0.1:9/graphql' };
    expect(await oneLine([await aFolder(), '--mapping', 'crm'], env)).toContain('Is the house running (npm start)?');
  });

  test('no issuer is running', async () => {
    const env = { SALESGRAPH_URL: graph.url, ISSUER_URL: 'http://127.0.0.1:9' };
    expect(await oneLine([await aFolder(), '--mapping', 'crm'], env)).toContain('No token');
  });

  test('the graph refuses the caller', async () => {
    graph.interfere = (_, response) => {
      const error = { message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } };
      response.end(JSON.stringify({ errors: [error] }));
      return true;
    };
    expect(await oneLine([await aFolder(), '--mapping', 'crm'])).toBe(
      'The graph refused: Sign in first. (UNAUTHENTICATED)\n',
    );
  });
});

test('files given as NDJSON are read as well', async () => {
  const deals = FILES['sales_pipeline.csv']!.trim().split('\n').slice(1);
  const names = PIPELINE_HEADER.split(',');
  const lines = deals.map((deal) => {
    const cells = Object.fromEntries(deal.split(',').map((cell, i) => [names[i]!, cell === '' ? null : cell]));
    return JSON.stringify({ ...cells, close_value: cells.close_value ? Number(cells.close_value) : null });
  });
  const folder = await aFolder({ 'sales_pipeline.csv': null, 'sales_pipeline.ndjson': `${lines.join('\n')}\n` });
  const { code, out } = await importing(folder);
  expect(out).not.toContain('sales_pipeline.ndjson: the mapping has no place');
  expect(code).toBe(0);
  expect(graph.kept.get('importOpportunities')?.get('OPP1')).toMatchObject({
    amount: '5000.5',
    closedOn: '2017-03-01',
  });
});
