import { describe, expect, test } from '@jest/globals';
import { type Created, once } from './once.ts';
import { isRepeat, KEPT_REQUESTS, type Request, remembering, requestOf } from './request.ts';

const faultOf = (error: unknown) => {
  const { code, fields } = (error as { extensions: { code: string; fields: { field: string }[] } }).extensions;
  return [code, ...fields.map(({ field }) => field)].join(' ');
};
const refusal = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return faultOf(error);
  }
};

describe('a call with a key', () => {
  const ask = (idempotencyKey?: string | null, more: object = { amount: '1' }) =>
    requestOf('win', 'Sun', { ...more, idempotencyKey });

  test('is no request without one', () => {
    expect(ask()).toBeNull();
    expect(ask(null)).toBeNull();
  });

  test.each(['', 'k'.repeat(201)])('is refused with a key of a bad length', (key) => {
    expect(refusal(() => ask(key))).toBe('BAD_USER_INPUT idempotencyKey');
  });

  test('is known again, and only the same call of the same caller', () => {
    const taken = remembering([], ask('k'));
    expect(isRepeat(taken, ask('k'))).toBe(true);
    expect(isRepeat(taken, ask('other'))).toBe(false);
    expect(isRepeat(taken, null)).toBe(false);
    expect(isRepeat(taken, requestOf('win', 'Li', { idempotencyKey: 'k' }))).toBe(false);
    expect(refusal(() => isRepeat(taken, ask('k', { amount: '2' })))).toBe('BAD_USER_INPUT idempotencyKey');
  });

  test('is remembered among the latest', () => {
    let taken: Request[] = [];
    for (let i = 0; i <= KEPT_REQUESTS; i++) taken = remembering(taken, ask(`k${i}`));
    expect(taken).toHaveLength(KEPT_REQUESTS);
    expect(isRepeat(taken, ask('k0'))).toBe(false);
    expect(isRepeat(taken, ask(`k${KEPT_REQUESTS}`))).toBe(true);
    expect(remembering(taken, null)).toEqual(taken);
  });
});

describe('a create', () => {
  /** A collection with a unique code and a unique key. */
  function shelf() {
    const rows: ({ code: string } & Created)[] = [];
    const find = async (key: string) => {
      const row = rows.find(({ createKey }) => createKey === key);
      return row ? { result: row.code, hash: row.createHash ?? '' } : null;
    };
    const create = (code: string) => async (created: Created) => {
      const key = created.createKey;
      await Promise.resolve();
      if (rows.some((row) => row.code === code || (key && row.createKey === key))) {
        throw Object.assign(new Error('duplicate key'), { code: 11_000 });
      }
      rows.push({ code, ...created });
      return code;
    };
    return { rows, find, create };
  }
  const request = (asked: object, idempotencyKey?: string) => requestOf('create', 'Sun', { ...asked, idempotencyKey });

  test('with a key happens once, also when the calls meet', async () => {
    const { rows, find, create } = shelf();
    const codes = ['A', 'B', 'C'].map((code) => once(request({ name: 'x' }, 'k'), find, create(code)));
    expect(new Set(await Promise.all(codes)).size).toBe(1);
    expect(rows).toHaveLength(1);
  });

  test('with a key of another call, or a code that is taken, is refused', async () => {
    const { rows, find, create } = shelf();
    await once(request({ name: 'x' }, 'k'), find, create('A'));
    await expect(once(request({ name: 'y' }, 'k'), find, create('B')).catch(faultOf)).resolves.toBe(
      'BAD_USER_INPUT idempotencyKey',
    );
    await expect(once(request({ name: 'x' }), find, create('A')).catch(faultOf)).resolves.toBe('CONFLICT code');
    await expect(once(request({ name: 'x' }, 'k2'), find, create('A')).catch(faultOf)).resolves.toBe('CONFLICT code');
    expect(rows).toHaveLength(1);
  });

  test('that fails for another reason says so', async () => {
    const failing = () => Promise.reject(new Error('the disk is full'));
    await expect(once(request({}, 'k'), shelf().find, failing)).rejects.toThrow('the disk is full');
  });
});
