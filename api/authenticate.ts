import type { RequestHandler, Response } from 'express';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type Actor, ActorClaims } from './actor.ts';

/** No access token, or one that is not accepted: a 401 with the `challenge` as its WWW-Authenticate header (RFC 6750). */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
  readonly code = 'UNAUTHENTICATED';
  readonly challenge: string;
  /** What was wrong with the token. For the log only: telling it to the sender helps whoever forges tokens. */
  readonly reason: string;

  constructor(message: string, { challenge, reason }: { challenge: string; reason: string }) {
    super(message);
    this.challenge = challenge;
    this.reason = reason;
  }
}

/** The issuer's keys cannot be had or used, so nobody can be recognised: a 503, because it says nothing about the token. */
export class IdentityProviderUnavailable extends Error {
  override readonly name = 'IdentityProviderUnavailable';
  readonly code = 'IDENTITY_PROVIDER_UNAVAILABLE';
}

/**
 * Lets only requests pass that carry a valid access token of this issuer for this audience, and puts the actor where `actorOf` finds it.
 * The keys are fetched from `jwksUri` (by default the issuer's `/.well-known/jwks.json`), kept for ten minutes, and fetched again
 * for an unknown key id, but at most every 30 seconds.
 * @throws Unauthenticated when the token is missing or not accepted
 * @throws IdentityProviderUnavailable when the issuer's keys are needed and cannot be had
 */
export function authenticate(idp: { issuer: string; audience: string; jwksUri?: string | undefined }): RequestHandler {
  const keys = createRemoteJWKSet(new URL(idp.jwksUri ?? `${idp.issuer.replace(/\/$/, '')}/.well-known/jwks.json`));
  return async (req, res, next) => {
    res.locals.actor = actorFrom(await verify(bearerToken(req.headers.authorization), keys, idp));
    next();
  };
}

/** The actor of a request that has passed `authenticate`; throws an Error on a route that is not behind it. */
export function actorOf(res: Response): Actor {
  const { actor } = res.locals;
  if (!actor) throw new Error('This route is not behind authenticate()');
  return actor;
}

function bearerToken(header: string | undefined): string {
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(header ?? '')?.[1];
  if (token) return token;
  throw new Unauthenticated('Send an access token in the header Authorization: Bearer <token>.', {
    // RFC 6750 §3.1: no error code when the request shows no attempt to authenticate.
    challenge: 'Bearer realm="changeover"',
    reason: header === undefined ? 'no Authorization header' : 'no bearer token in the Authorization header',
  });
}

async function verify(
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, audience }: { issuer: string; audience: string },
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      // Never taken from the token's own header: that is how `none` and HMAC with a public key as the secret get in.
      algorithms: ['ES256', 'RS256'],
      issuer,
      audience,
      requiredClaims: ['exp'],
      clockTolerance: 10,
    });
    return payload;
  } catch (error) {
    if (isFaultOfToken(error)) throw notAccepted(error.code);
    throw new IdentityProviderUnavailable('The keys of the identity provider cannot be had.', { cause: error });
  }
}

const isFaultOfToken = (error: unknown): error is errors.JOSEError =>
  [
    errors.JOSEAlgNotAllowed,
    errors.JOSENotSupported,
    errors.JWKSMultipleMatchingKeys,
    errors.JWKSNoMatchingKey,
    errors.JWSInvalid,
    errors.JWSSignatureVerificationFailed,
    errors.JWTClaimValidationFailed,
    errors.JWTExpired,
    errors.JWTInvalid,
  ].some((fault) => error instanceof fault);

/** One answer for every fault, so that it tells nothing about which check failed. */
const notAccepted = (reason: string) =>
  new Unauthenticated('The access token is not valid here or has expired. Sign in again.', {
    challenge: 'Bearer realm="changeover", error="invalid_token"',
    reason,
  });

function actorFrom(payload: JWTPayload): Actor {
  const { data, error } = ActorClaims.safeParse(payload);
  if (error) throw notAccepted(`claims: ${error.issues.map(({ path }) => path.join('.')).join(', ')}`);
  return data;
}
