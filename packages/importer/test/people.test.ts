/** A company in two plain spreadsheets, as Excel and WPS write them. */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type GraphStandIn, standInForGraph } from './graph-stand-in.ts';
import { rejectsIn, run } from './running.ts';

let graph: GraphStandIn;
beforeEach(async () => {
  graph = await standInForGraph();
});
afterEach(() => graph.close());

const TEMPLATES = join(import.meta.dirname, '../templates');

async function importing(files: Record<string, string | Buffer> = {}, ...args: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'salesgraph-importer-'));
  await cp(TEMPLATES, folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, `${name}.csv`), content);
  const rejects = join(folder, 'rejects.ndjson');
  const env = { SALESGRAPH_URL: graph.url, SALESGRAPH_TOKEN: 'a-token' };
  const ended = await run([folder, '--mapping', 'people', '--rejects', rejects, ...args], env);
  return { ...ended, rejects: rejectsIn(rejects).map(({ file, line, reason }) => `${file} ${line}: ${reason}`) };
}

const person = (code: string) => graph.kept.get('importEmployees')?.get(code) as Record<string, object[]>;
const HEADER = 'code,name,unit code,role,leader,from,to,hired on,title';
const sheet = (...rows: string[]) => ({ people: [HEADER, ...rows, ''].join('\n') });

describe('the template', () => {
  test('is imported as it is, with history of units and of people', async () => {
    const { code, rejects, err } = await importing();
    expect([code, rejects, err]).toEqual([0, [], '']);
    expect([...graph.kept.get('importOrgUnits')!.keys()]).toEqual(['HQ', 'SALES', 'EAST', 'WEST', 'EAST-1', 'WEST-1']);
    const sent = graph.calls.filter(({ name }) => name === 'importOrgUnits').flatMap(({ rows }) => rows);
    expect(sent.filter(({ code: unit }) => unit === 'EAST-1').map(({ name, from, to }) => [name, from, to])).toEqual([
      ['East One', '2020-01-01', '2023-01-01'],
      ['Shanghai', '2023-01-01', null],
    ]);
    expect(person('E001')).toMatchObject({
      ...{ name: 'Wang Fang', hiredOn: '2020-01-01' },
      assignments: [
        { unitCode: 'SALES', role: 'SALES_DIRECTOR', primary: true, leader: true, from: '2020-01-01', to: null },
      ],
      titles: [{ title: 'Director', from: '2020-01-01', to: null }],
    });
    expect(person('E005').titles).toEqual([
      { title: 'Engineer', from: '2020-03-01', to: '2022-01-01' },
      { title: 'Senior Engineer', from: '2022-01-01', to: null },
    ]);
    expect(person('E006').assignments).toMatchObject([
      { unitCode: 'EAST-1', role: 'SALES_ENGINEER', primary: true },
      { unitCode: 'EAST', role: 'SALES_ANALYST', primary: false, from: '2023-01-01', to: '2024-01-01' },
    ]);
  });

  test('can be tried first', async () => {
    const { code, out } = await importing({}, '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('Tried; nothing was written.');
    expect(graph.kept.size).toBe(0);
  });

  test('says the same with a byte order mark, semicolons, Windows line ends and Chinese headers and words', async () => {
    await importing();
    const asTemplate = structuredClone(graph.kept);
    graph.kept.clear();
    const headers: Record<string, string> = {
      ...{ code: '工号', name: '姓名', 'unit code': '单位编号', role: '职务', leader: '负责人', primary: '是否主职' },
      ...{ from: '开始日期', to: '结束日期', 'hired on': '入职日期', title: '职称' },
    };
    const words: Record<string, string> = {
      ...{ 'Sales director': '销售总监', 'Regional sales manager': '区域销售经理', 'Team leader': '团队长' },
      ...{ 'Sales engineer': '销售工程师', 'Sales analyst': '销售数据分析师', yes: '是', no: '否' },
    };
    const [header, ...rows] = (await readFile(join(TEMPLATES, 'people.csv'), 'utf8')).trimEnd().split('\n');
    const slashed = (cell: string) => cell.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$1/$2/$3');
    const lines = [
      header!.split(',').map((cell) => headers[cell]!),
      ...rows.map((row) => row.split(',').map((cell) => words[cell] ?? slashed(cell))),
    ];
    const people = `\uFEFF${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`;
    const { code, rejects } = await importing({ people });
    expect([code, rejects]).toEqual([0, []]);
    expect(graph.kept).toEqual(asTemplate);
  });
});

describe('a sheet of people', () => {
  test('with somebody in two units at a time keeps both, the earlier as the primary one, and says so', async () => {
    const { code, out } = await importing(
      sheet('E1,Li,EAST-1,团队长,yes,2020-03-01,,,Leader', 'E1,Li,WEST-1,Sales engineer,,2022-01-01,,,Engineer'),
    );
    expect(code).toBe(0);
    expect(person('E1').assignments).toMatchObject([
      { unitCode: 'EAST-1', role: 'TEAM_LEADER', primary: true, leader: true },
      { unitCode: 'WEST-1', role: 'SALES_ENGINEER', primary: false, leader: false },
    ]);
    expect(person('E1').titles).toEqual([{ title: 'Leader', from: '2020-03-01', to: null }]);
    expect(out).toContain('2 warnings');
    expect(out).toContain('overlaps an earlier one of the person');
    expect(out).toContain('is that of a second assignment and not kept');
  });

  test('takes one title where rows that follow each other say the same', async () => {
    await importing(
      sheet(
        'E1,Li,WEST-1,Sales engineer,,2022-01-01,,,Engineer',
        'E1,Li,EAST-1,Sales engineer,,2020-03-01,2022-01-01,,Engineer',
      ),
    );
    expect(person('E1').titles).toEqual([{ title: 'Engineer', from: '2020-03-01', to: null }]);
    expect(person('E1').assignments.map((one) => (one as { unitCode: string }).unitCode)).toEqual(['EAST-1', 'WEST-1']);
  });

  test.each<[string, string, string]>([
    ['another name', 'E1,Le,WEST-1,Employee,,2022-01-01,,,', 'name is Li in line 2: Le'],
    [
      'another day of hiring',
      'E1,Li,WEST-1,Employee,,2022-01-01,,2019-01-01,',
      'hired on is 2020-03-01 in line 2: 2019-01-01',
    ],
    ['a unit that is not there', 'E1,Li,NORTH,Employee,,2022-01-01,,,', 'unit code "NORTH" is not in units'],
    ['no role', 'E1,Li,WEST-1,,,2022-01-01,,,', 'role is required'],
    [
      'an empty interval',
      'E1,Li,WEST-1,Employee,,2022-01-01,2022-01-01,,',
      'to is empty: it begins and ends on 2022-01-01',
    ],
    ['the same said twice', 'E1,Li,EAST-1,Employee,,2020-03-01,2022-01-01,2020-03-01,', 'repeats line 2'],
  ])('with %s loses that row alone', async (_, row, reason) => {
    const { code, rejects } = await importing(sheet('E1,Li,EAST-1,Employee,,2020-03-01,2022-01-01,2020-03-01,', row));
    expect(code).toBe(2);
    expect(rejects).toEqual([`people.csv 3: ${reason}`]);
    expect(person('E1').assignments).toHaveLength(1);
  });

  test('that is not in UTF-8 is refused in words that help', async () => {
    const { code, err } = await importing({ people: Buffer.from([0xb9, 0xa4, 0xba, 0xc5, 0x2c, 0x61, 0x0a]) });
    expect(code).toBe(1);
    expect(err).toBe('people.csv is not in UTF-8. Spreadsheets write that as "CSV UTF-8".\n');
  });
});
