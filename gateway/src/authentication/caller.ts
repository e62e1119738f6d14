import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

/** Who asks: an employee by code, or a service account by name. */
export interface Caller {
  subject: string;
  kind: 'EMPLOYEE' | 'SERVICE';
  account?: 'ADMINISTRATOR' | 'IMPORTER';
}

/** Why a request was turned away before it reached the graph. */
export class AuthenticationError extends Error {
  readonly code: 'UNAUTHENTICATED' | 'UNAVAILABLE';

  constructor(code: 'UNAUTHENTICATED' | 'UNAVAILABLE', message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Reads the `Authorization` header. @throws AuthenticationError */
export type Authenticate = (authorization: string | undefined) => Promise<Caller>;

export interface AuthenticationOptions {
  issuer: string;
  audience: string;
  jwksUrl: string;
  /** The claim that names the caller. */
  subjectClaim: string;
}

const ALGORITHMS = ['EdDSA', 'ES256', 'RS256'];
const CLOCK_TOLERANCE_SECONDS = 5;
const LONGEST_TOKEN = 8192;
const LONGEST_SUBJECT = 200;
const ACCOUNTS = ['ADMINISTRATOR', 'IMPORTER'] as const;

/** Faults of the token itself; whatever else goes wrong is the issuer's key set being out of reach. */
const TOKEN_FAULTS = [
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];

/** Verifies callers' tokens (RFC 7519) against the issuer's key set, which is fetched when needed and kept. */
export function createAuthentication(options: AuthenticationOptions): Authenticate {
  const keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(options.jwksUrl), {
    timeoutDuration: 5_000,
    cooldownDuration: 10_000,
    cacheMaxAge: 600_000,
  });

  return async (authorization) => {
    const token = bearerToken(authorization);
    const { payload } = await jwtVerify(token, keys, {
      issuer: options.issuer,
      audience: options.audience,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['exp', options.subjectClaim],
    }).catch((fault: unknown) => {
      throw refusal(fault);
    });
    return callerOf(payload, options.subjectClaim);
  };
}

function bearerToken(authorization: string | undefined): string {
  if (!authorization) {
    throw new AuthenticationError(
      'UNAUTHENTICATED',
      'A token is required: send the header "Authorization: Bearer <token>".',
    );
  }
  const match = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization);
  if (!match?.[1] || authorization.length > LONGEST_TOKEN) {
    throw new AuthenticationError('UNAUTHENTICATED', 'The Authorization header holds no bearer token.');
  }
  return match[1];
}

function refusal(fault: unknown): AuthenticationError {
  if (fault instanceof errors.JWTExpired)
    return new AuthenticationError('UNAUTHENTICATED', 'The token has expired.', fault);
  if (TOKEN_FAULTS.some((type) => fault instanceof type)) {
    return new AuthenticationError('UNAUTHENTICATED', 'The token is not valid.', fault);
  }
  return new AuthenticationError('UNAVAILABLE', 'Tokens cannot be verified at the moment.', fault);
}

function callerOf(claims: JWTPayload, subjectClaim: string): Caller {
  const subject = claims[subjectClaim];
  if (typeof subject !== 'string' || subject.trim() === '' || subject.length > LONGEST_SUBJECT) {
    throw new AuthenticationError('UNAUTHENTICATED', 'The token names nobody.');
  }
  const { kind = 'EMPLOYEE', salesgraph_account: given } = claims;
  if (kind === 'EMPLOYEE' && given === undefined) return { subject, kind };
  const account = ACCOUNTS.find((name) => name === given);
  if (kind !== 'SERVICE' || !account) {
    throw new AuthenticationError('UNAUTHENTICATED', 'The token names no account that is known here.');
  }
  return { subject, kind, account };
}
