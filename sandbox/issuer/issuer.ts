import { type JSONWebKeySet, type JWTPayload, SignJWT } from 'jose';
import type { Person } from './people.ts';
import type { SigningKey } from './signing-key.ts';

/** How long a token is good for, in seconds: a working day. */
export const tokenLifetime = 8 * 60 * 60;

/** Whoever signs tokens as `url`. `sign` is apart from `claimsFor` so that tests can make tokens with odd claims. */
export type Issuer = {
  url: string;
  keySet: JSONWebKeySet;
  /** The claims of a good token for this person, issued now. */
  claimsFor(person: Person): JWTPayload;
  /** Signs these claims as they are. */
  sign(claims: JWTPayload): Promise<string>;
};

/** An issuer that signs with the first key and publishes all of them, so that a key can be followed by another without a gap. */
export function createIssuer({
  url,
  audience,
  keys,
}: {
  url: string;
  audience: string;
  keys: readonly [SigningKey, ...SigningKey[]];
}): Issuer {
  return {
    url,
    keySet: { keys: keys.map(({ publicJwk }) => publicJwk) },
    claimsFor({ id, tenant, role, accounts, name }) {
      const iat = Math.floor(Date.now() / 1000);
      return { iss: url, aud: audience, sub: id, iat, exp: iat + tokenLifetime, tenant, role, accounts, name };
    },
    sign: (claims) => signWith(keys[0], claims),
  };
}

/** Signs these claims with this key, whether or not any issuer publishes it. */
export const signWith = ({ kid, privateKey }: SigningKey, claims: JWTPayload): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid, typ: 'JWT' }).sign(privateKey);
