/** Imports under way: begun, heard of, ended, forgotten. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

interface Session {
  id: string;
  name: string;
  open: boolean;
  openedBy: string;
  closedAt: string | null;
}
const FIELDS = 'id name open openedBy closedAt';
const OPEN = `mutation($name: String!, $key: String) { session: openImport(name: $name, idempotencyKey: $key) { ${FIELDS} } }`;
const BEAT = `mutation($id: ID!) { session: heartbeatImport(id: $id) { ${FIELDS} } }`;
const CLOSE = `mutation($id: ID!) { session: closeImport(id: $id) { ${FIELDS} } }`;
const ask = async (document: string, variables: object) =>
  (await house.answer<{ session: Session }>('importer', document, variables)).session;
const listed = async (open: boolean | null) =>
  (
    await house.answer<{ imports: { totalCount: number; nodes: Session[] } }>(
      'administrator',
      `query($open: Boolean) { imports(open: $open) { totalCount nodes { ${FIELDS} } } }`,
      { open },
    )
  ).imports;

test('an import is under way until it is ended', async () => {
  const session = await ask(OPEN, { name: ' crm ' });
  expect(session).toMatchObject({ name: 'crm', open: true, openedBy: 'importer', closedAt: null });
  expect(await ask(BEAT, { id: session.id })).toMatchObject({ open: true });
  expect(await listed(true)).toEqual({ totalCount: 1, nodes: [session] });
  const closed = await ask(CLOSE, { id: session.id });
  expect(closed.open).toBe(false);
  expect(closed.closedAt).not.toBeNull();
  expect(await ask(CLOSE, { id: session.id })).toEqual(closed);
  expect(await house.refusal('importer', BEAT, { id: session.id })).toBe('CONFLICT');
  expect(await listed(true)).toEqual({ totalCount: 0, nodes: [] });
  expect((await listed(false)).nodes).toEqual([closed]);
});

test('an import that is begun twice with a key is one', async () => {
  const [first, second] = await Promise.all([1, 2].map(() => ask(OPEN, { name: 'twice', key: 'k' })));
  expect(second).toEqual(first);
  await ask(CLOSE, { id: first!.id });
});

test('an import that nothing is heard of for a minute has ended, and is under way again when it is heard of', async () => {
  const { id } = await ask(OPEN, { name: 'lost' });
  house.clock.advance(59_000);
  expect((await listed(true)).totalCount).toBe(1);
  house.clock.advance(2_000);
  expect((await listed(true)).totalCount).toBe(0);
  expect((await listed(false)).nodes.map((session) => session.id)).toContain(id);
  expect(await ask(BEAT, { id })).toMatchObject({ open: true });
  await ask(CLOSE, { id });
});

test('imports are refused to others, without a name, and when there is none', async () => {
  expect(await house.refusal('Wang', OPEN, { name: 'crm' })).toBe('FORBIDDEN');
  expect(await house.refusal('importer', OPEN, { name: '  ' })).toBe('BAD_USER_INPUT name');
  expect(await house.refusal('importer', BEAT, { id: 'imp-none' })).toBe('NOT_FOUND');
  expect(await house.refusal('importer', CLOSE, { id: 'imp-none' })).toBe('NOT_FOUND');
});
