import { readFile } from 'node:fs/promises';
import { fail } from '@salesgraph/service-kit';
import {
  type CryptoKey,
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JWTVerifyGetKey,
  jwtVerify,
  type KeyObject,
  SignJWT,
} from 'jose';
import { z } from 'zod';
import { ACCOUNTS, type Account } from './matrix.ts';

/** Who asks, as the gateway vouches for it. */
export interface CallerClaims {
  /** The employee's code, or the name of a service account. */
  sub: string;
  kind: 'EMPLOYEE' | 'SERVICE';
  account?: Account;
}

const ISSUER = 'salesgraph-gateway';
const LIFETIME_SECONDS = 30;
/** How far the clocks of two machines may be apart. */
const TOLERANCE_SECONDS = 5;

const claimsShape = z.union([
  z.object({ sub: z.string().min(1).max(200), kind: z.literal('EMPLOYEE'), account: z.undefined() }),
  z.object({ sub: z.string().min(1).max(200), kind: z.literal('SERVICE'), account: z.enum(ACCOUNTS) }),
]);

export interface InternalToken {
  /** The gateway's private key (Ed25519). */
  key: CryptoKey | KeyObject | Uint8Array;
  /** Names the key among those of the key set. */
  kid?: string;
  subject: string;
  kind: 'EMPLOYEE' | 'SERVICE';
  account?: Account;
  /** The one subgraph that may take the token. */
  audience: string;
}

/** Signs what the gateway tells one subgraph of its caller (JWT, RFC 7519, EdDSA): valid for 30 seconds. */
export const signInternalToken = ({ key, kid, subject, kind, account, audience }: InternalToken): Promise<string> =>
  new SignJWT({ kind, ...(account && { account }) })
    .setProtectedHeader({ alg: 'EdDSA', ...(kid && { kid }) })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(key);

/**
 * Reads a token of the gateway.
 * @param audience the name of this subgraph: a token for another one is refused
 * @throws UNAUTHENTICATED whatever is wrong with it; UNAVAILABLE when the key set is out of reach
 */
export async function verifyInternalToken(
  token: string,
  { jwks, audience }: { jwks: JWTVerifyGetKey; audience: string },
): Promise<CallerClaims> {
  const { payload } = await jwtVerify(token, jwks, {
    issuer: ISSUER,
    audience,
    algorithms: ['EdDSA'],
    clockTolerance: TOLERANCE_SECONDS,
    maxTokenAge: LIFETIME_SECONDS,
    requiredClaims: ['exp', 'sub', 'kind'],
  }).catch((error: unknown) => {
    const unreachable = error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError);
    throw unreachable ? fail('UNAVAILABLE', 'Tokens cannot be verified at the moment.') : unauthenticated();
  });
  const claims = claimsShape.safeParse({ sub: payload.sub, kind: payload.kind, account: payload.account });
  if (!claims.success) throw unauthenticated();
  const { sub, kind, account } = claims.data;
  return { sub, kind, ...(account && { account }) };
}

/** The token of an `Authorization: Bearer` header. @throws UNAUTHENTICATED when there is none */
export function bearerToken(authorization: string | undefined): string {
  const match = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '');
  if (!match?.[1] || match[1].length > 4096) throw unauthenticated();
  return match[1];
}

const unauthenticated = () => fail('UNAUTHENTICATED', 'A valid token of the gateway is required.');

/**
 * The gateway's public keys, from a file (read once) or from an address (fetched when needed and kept).
 * @throws Error when neither is given or the file holds no key set
 */
export async function internalKeySet({ file, url }: { file?: string; url?: string }): Promise<JWTVerifyGetKey> {
  if (file) return createLocalJWKSet(JSON.parse(await readFile(file, 'utf8')));
  if (url) return createRemoteJWKSet(new URL(url), { timeoutDuration: 3_000, cooldownDuration: 10_000 });
  throw new Error('The keys of the gateway are required: set GATEWAY_JWKS_FILE or GATEWAY_JWKS_URL.');
}
