import { readFile } from 'node:fs/promises';
import { signInternalToken } from '@salesgraph/access';
import { importJWK } from 'jose';
import type { Caller } from './caller.ts';

/** Signs the short-lived token that one subgraph accepts for one caller. */
export type InternalTokens = (caller: Caller, audience: string) => Promise<string>;

/** Below the 30 seconds a token lives, so that one that is handed out has time to arrive. */
const REUSED_FOR_MS = 20_000;
const MOST_KEPT = 10_000;

type Sign = (caller: Caller, audience: string) => Promise<string>;

/** Tokens are reused for a while: a dashboard's request fans out to many fetches of the same caller. */
export function reuseTokens(sign: Sign, now: () => number = Date.now): InternalTokens {
  const kept = new Map<string, { token: Promise<string>; until: number }>();
  return (caller, audience) => {
    const key = JSON.stringify([audience, caller.kind, caller.account, caller.subject]);
    const present = kept.get(key);
    if (present && present.until > now()) return present.token;
    // The oldest entries come first, so dropping from the front keeps the map small without a timer.
    for (const [old, { until }] of kept) {
      if (until > now() && kept.size < MOST_KEPT) break;
      kept.delete(old);
    }
    const token = sign(caller, audience);
    kept.delete(key);
    kept.set(key, { token, until: now() + REUSED_FOR_MS });
    token.catch(() => kept.delete(key));
    return token;
  };
}

/** Tokens signed with the gateway's Ed25519 key. @param keyFile a private JWK */
export async function createInternalTokens(keyFile: string): Promise<InternalTokens> {
  const jwk = JSON.parse(await readFile(keyFile, 'utf8'));
  const key = await importJWK(jwk, 'EdDSA');
  return reuseTokens(({ subject, kind, account }, audience) =>
    signInternalToken({ key, kid: jwk.kid, subject, kind, account, audience }),
  );
}
