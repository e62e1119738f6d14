import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addMonths, dayOf, monthOf } from '@salesgraph/calendar';
import { type Graph, startGraph } from '@salesgraph/testing';

let dataDir: string;
let graph: Graph;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'salesgraph-demo-'));
  graph = await startGraph({ dataDir, demo: true });
}, 180_000);
afterAll(async () => {
  await graph?.stop();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

const thisMonth = () => monthOf(dayOf(new Date(), 'Asia/Shanghai'));

interface Dashboard {
  company: {
    name: string;
    scorecard: { score: string | null } | null;
    children: {
      code: string;
      leader: { name: string };
      scorecard: { score: string; rank: number; peers: number };
      pipeline: { openCount: number };
      outlets: { totalCount: number };
    }[];
  };
}

const DASHBOARD = `query($period: Month!) { company {
  name
  scorecard(period: $period) { score }
  children(kind: REGION) {
    code
    leader { name }
    scorecard(period: $period) { score rank peers }
    pipeline { openCount }
    outlets(first: 1) { totalCount }
  }
} }`;

describe('a house with the demo company', () => {
  test.each([[1], [12]])(
    'shows its director scores, pipeline and outlets of every region %d months ago',
    async (back) => {
      const period = addMonths(thisMonth(), -back);
      const { data, errors } = await graph.as('zhou.jianguo').query<Dashboard>(DASHBOARD, { period });
      expect(errors).toBeUndefined();
      const { children, scorecard } = data!.company;
      expect(Number(scorecard!.score)).toBeGreaterThan(0);
      expect(children.map(({ code }) => code)).toEqual(['EAST', 'NORTH', 'SOUTH', 'WEST']);
      expect(children.map((region) => region.scorecard.rank).sort()).toEqual([1, 2, 3, 4]);
      for (const { scorecard: card, pipeline, outlets, leader } of children) {
        expect(Number(card.score)).toBeGreaterThan(0);
        expect(card.peers).toBe(4);
        expect(pipeline.openCount).toBeGreaterThan(0);
        expect(outlets.totalCount).toBeGreaterThan(4);
        expect(leader.name).toBeTruthy();
      }
    },
  );

  test('shows a sales engineer the own score and the own channels, and nobody else', async () => {
    const period = addMonths(thisMonth(), -1);
    const { data, errors } = await graph.as('sun.yue').query<{
      me: { scorecard: { score: string } };
      employee: { scorecard: unknown };
      channels: { nodes: { name: string; unreadCount: number; lastMessage: { text: string } }[] };
    }>(
      `query($period: Month!) {
        me { scorecard(period: $period) { score } }
        employee(code: "zhu.lin") { scorecard(period: $period) { score } }
        channels { nodes { name unreadCount lastMessage { text } } }
      }`,
      { period },
    );
    expect(errors).toBeUndefined();
    expect(Number(data!.me.scorecard.score)).toBeGreaterThan(0);
    expect(data!.employee.scorecard).toBeNull();
    const names = data!.channels.nodes.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['销售部公告', '华东大区', '林晓峰']));
    expect(names).not.toContain('华南大区');
    expect(data!.channels.nodes.every(({ lastMessage }) => lastMessage.text.length > 0)).toBe(true);
  });

  test('lists its people with roles, and says where it answers', async () => {
    const people = (await (await fetch(`${graph.issuer}/people`)).json()) as { code: string; role: string | null }[];
    expect(people).toContainEqual(expect.objectContaining({ code: 'zhou.jianguo', role: 'SALES_DIRECTOR' }));
    expect(people).toHaveLength(2 + 56);
    const ready = JSON.parse(await readFile(join(dataDir, 'run/ready.json'), 'utf8'));
    expect(ready).toEqual({ gateway: graph.url, issuer: graph.issuer });
  });
});
