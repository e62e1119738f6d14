import { createLocalJWKSet, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { publicHalf } from '../keys.ts';

/** Signs and verifies the tokens of callers on a developer's machine. */
export interface Issuer {
  /** @param as an employee's code, `administrator` or `importer`; @param lifetime in seconds */
  sign(as: string, lifetime: number): Promise<string>;
  /** @returns the claims, or undefined when the token is not one of ours or has expired */
  verify(token: string): Promise<JWTPayload | undefined>;
  jwks: { keys: JWK[] };
}

const SERVICE_ACCOUNTS = new Map([
  ['administrator', 'ADMINISTRATOR'],
  ['importer', 'IMPORTER'],
]);

interface IssuerOptions {
  key: JWK;
  issuer: string;
  audience: string;
}

export async function createIssuer({ key, issuer, audience }: IssuerOptions): Promise<Issuer> {
  const privateKey = await importJWK(key, 'ES256');
  const jwks = { keys: [publicHalf(key)] };
  const keySet = createLocalJWKSet(jwks);
  return {
    jwks,
    sign(as, lifetime) {
      const account = SERVICE_ACCOUNTS.get(as);
      const claims = account ? { kind: 'SERVICE', salesgraph_account: account } : { kind: 'EMPLOYEE' };
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(as)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + lifetime)
        .sign(privateKey);
    },
    async verify(token) {
      const result = await jwtVerify(token, keySet, { issuer, audience, algorithms: ['ES256'] }).catch(() => undefined);
      return result?.payload;
    },
  };
}

/** Whether the claims are those of the administrator account. */
export const isAdministrator = (claims: JWTPayload | undefined): boolean =>
  claims?.salesgraph_account === 'ADMINISTRATOR';
