import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildASTSchema, parse, validate } from 'graphql';
import { readSupergraph } from '../src/config.ts';
import { type House, startHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse({ GRAPHIQL: 'true', ISSUER_URL: 'http://127.0.0.1:4010' });
});
afterAll(() => house.close());

const get = (path: string) => fetch(`${house.url}${path}`, { redirect: 'manual' });

describe('GraphiQL', () => {
  test('is where the graph is', async () => {
    const response = await get('/');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/graphiql');
  });

  test('loads everything from here: it works without a network', async () => {
    const page = await (await get('/graphiql')).text();
    const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map(([, file]) => file!)
      .filter((file) => !file.startsWith('data:'));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      expect(file).toMatch(/^\//);
      const response = await get(file);
      const text = await response.text();
      expect({ file, status: response.status, empty: text.length === 0 }).toEqual({ file, status: 200, empty: false });
      if (file.endsWith('page.js') || file.endsWith('.css'))
        expect(text).not.toMatch(/(?:@import|url\(|from ')\s*["']?https?:/);
    }
  });

  test('lets the page load nothing from elsewhere and speak to the issuer', async () => {
    const policy = (await get('/graphiql')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("connect-src 'self' http://127.0.0.1:4010");
  });

  test.each([['/graphiql/package.json'], ['/graphiql/..%2fpage.ts'], ['/graphiql/constructor'], ['/nothing']])(
    'has no %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

test('every operation that the page opens with fits the graph', async () => {
  const { examples } = (await import('../src/graphiql/assets/examples.js' as string)) as {
    examples(today: Date): { query: string }[];
  };
  const file = join(import.meta.dirname, '../supergraph/supergraph.graphql');
  const schema = buildASTSchema(parse(readSupergraph(file)), { assumeValidSDL: true });
  const documents = examples(new Date('2026-03-16T04:00:00Z')).map(({ query }) => query);
  expect(documents.length).toBeGreaterThan(4);
  expect(documents.flatMap((query) => validate(schema, parse(query)).map(({ message }) => message))).toEqual([]);
  expect(documents[1]).toContain('"2026-02"');
});

test('a gateway that is not told to serves none', async () => {
  const plain = await startHouse();
  const response = await fetch(`${plain.url}/graphiql`);
  await plain.close();
  expect(response.status).toBe(404);
});
