import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler } from 'express';
import fc from 'fast-check';
import { exportSPKI, generateKeyPair, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { actorOf, authenticate, IdentityProviderUnavailable, Unauthenticated } from '../../api/authenticate.ts';
import { createIssuerApp } from '../../sandbox/issuer/app.ts';
import { createIssuer, type Issuer, signWith } from '../../sandbox/issuer/issuer.ts';
import { people } from '../../sandbox/issuer/people.ts';
import { createSigningKey, type SigningKey } from '../../sandbox/issuer/signing-key.ts';

let key: SigningKey;
let nextKey: SigningKey;
beforeAll(async () => {
  [key, nextKey] = await Promise.all([createSigningKey(), createSigningKey()]);
});

const servers: Server[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(servers.splice(0).map(stop));
});

describe('a good token', () => {
  it.each(people)('of $id shows who sends the request', async (person) => {
    const { issuer, ask } = await stack();
    const { id, tenant, role, accounts, name } = person;
    expect(await ask(await issuer.sign(issuer.claimsFor(person)))).toMatchObject({
      status: 200,
      actor: { tenant, subject: id, role, accounts, name },
    });
  });

  it('is known by the scheme in any case', async () => {
    const { issuer, askWith } = await stack();
    const token = await issuer.sign(goodClaims(issuer));
    expect((await askWith(`bearer ${token}`)).status).toBe(200);
    expect((await askWith(`BEARER  ${token}`)).status).toBe(200);
  });

  it('may have this audience among others', async () => {
    const { issuer, ask } = await stack();
    expect((await ask(await issuer.sign({ ...goodClaims(issuer), aud: ['other', 'changeover'] }))).status).toBe(200);
  });

  it('may be a few seconds past its end or before its start, for clocks differ', async () => {
    const { issuer, ask } = await stack();
    vi.useFakeTimers({ toFake: ['Date'] });
    const claims = goodClaims(issuer);
    expect((await ask(await issuer.sign({ ...claims, exp: now() - 5 }))).status).toBe(200);
    expect((await ask(await issuer.sign({ ...claims, nbf: now() + 5 }))).status).toBe(200);
  });

  it('may be signed with RS256 where the issuer does so', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const rsa: SigningKey = {
      kid: 'rsa',
      privateKey,
      publicJwk: {
        ...(await crypto.subtle.exportKey('jwk', publicKey)),
        kid: 'rsa',
        alg: 'RS256',
        key_ops: ['verify'],
      },
    };
    const { issuer, ask } = await stack({ keys: [rsa] });
    const token = await new SignJWT(goodClaims(issuer))
      .setProtectedHeader({ alg: 'RS256', kid: 'rsa' })
      .sign(privateKey);
    expect((await ask(token)).status).toBe(200);
  });

  it('is verified with keys from another address when one is configured', async () => {
    const elsewhere = await stack();
    const { issuer, ask } = await stack({
      jwksUri: `${elsewhere.issuer.url}/.well-known/jwks.json`,
      issuerIsDown: true,
    });
    expect((await ask(await issuer.sign(goodClaims(issuer)))).status).toBe(200);
  });
});

describe('a request without a token', () => {
  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic aGFuYTpoYW5h', 'Bearer two words', 'Bearer a,b', 'Token abc'])(
    'is challenged without an error code: %j',
    async (header) => {
      const { askWith } = await stack();
      expect(await askWith(header)).toMatchObject({
        status: 401,
        code: 'UNAUTHENTICATED',
        challenge: 'Bearer realm="changeover"',
      });
    },
  );
});

describe('a bad token', () => {
  const bad: Record<string, [reason: string, token: (issuer: Issuer) => Promise<string> | string]> = {
    'that has expired': ['ERR_JWT_EXPIRED', (i) => i.sign({ ...goodClaims(i), exp: now() - 60 })],
    'that never expires': ['ERR_JWT_CLAIM_VALIDATION_FAILED', (i) => i.sign(without('exp', goodClaims(i)))],
    'with an end that is text': [
      'ERR_JWT_CLAIM_VALIDATION_FAILED',
      (i) => i.sign({ ...goodClaims(i), exp: '2999-01-01' as never }),
    ],
    'that is not valid yet': ['ERR_JWT_CLAIM_VALIDATION_FAILED', (i) => i.sign({ ...goodClaims(i), nbf: now() + 60 })],
    'for another audience': ['ERR_JWT_CLAIM_VALIDATION_FAILED', (i) => i.sign({ ...goodClaims(i), aud: 'other' })],
    'for no audience': ['ERR_JWT_CLAIM_VALIDATION_FAILED', (i) => i.sign(without('aud', goodClaims(i)))],
    'of another issuer': [
      'ERR_JWT_CLAIM_VALIDATION_FAILED',
      (i) => i.sign({ ...goodClaims(i), iss: 'https://issuer.example' }),
    ],
    'of no issuer': ['ERR_JWT_CLAIM_VALIDATION_FAILED', (i) => i.sign(without('iss', goodClaims(i)))],
    'without a subject': ['claims: sub', (i) => i.sign(without('sub', goodClaims(i)))],
    'without a tenant': ['claims: tenant', (i) => i.sign(without('tenant', goodClaims(i)))],
    'with an unknown role': ['claims: role', (i) => i.sign({ ...goodClaims(i), role: 'root' })],
    'of a customer without accounts': ['claims: accounts', (i) => i.sign(without('accounts', goodClaims(i)))],
    'that is not signed (alg none)': ['ERR_JOSE_ALG_NOT_ALLOWED', (i) => new UnsecuredJWT(goodClaims(i)).encode()],
    'signed with HS256 and the public key as the secret': [
      'ERR_JOSE_ALG_NOT_ALLOWED',
      async (i) => {
        const publicKey = (await importJWK({ ...key.publicJwk, ext: true }, 'ES256')) as CryptoKey;
        const secret = new TextEncoder().encode(await exportSPKI(publicKey));
        return new SignJWT(goodClaims(i)).setProtectedHeader({ alg: 'HS256', kid: key.kid }).sign(secret);
      },
    ],
    'whose header says RS256 for the ES256 key': [
      'ERR_JWKS_NO_MATCHING_KEY',
      async (i) => {
        const { privateKey } = await generateKeyPair('RS256');
        return new SignJWT(goodClaims(i)).setProtectedHeader({ alg: 'RS256', kid: key.kid }).sign(privateKey);
      },
    ],
    'signed with an algorithm that is not on the list': [
      'ERR_JOSE_ALG_NOT_ALLOWED',
      async (i) => {
        const { privateKey } = await generateKeyPair('ES384');
        return new SignJWT(goodClaims(i)).setProtectedHeader({ alg: 'ES384', kid: key.kid }).sign(privateKey);
      },
    ],
    'with an unknown key id': ['ERR_JWKS_NO_MATCHING_KEY', (i) => signWith(nextKey, goodClaims(i))],
    'signed by a stranger in the name of a known key': [
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
      (i) => signWith({ ...nextKey, kid: key.kid }, goodClaims(i)),
    ],
    'that brings its own key': [
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
      (i) =>
        new SignJWT(goodClaims(i))
          .setProtectedHeader({ alg: 'ES256', kid: key.kid, jwk: nextKey.publicJwk })
          .sign(nextKey.privateKey),
    ],
    'whose claims were changed afterwards': [
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
      async (i) => {
        const [header, , signature] = (await i.sign(goodClaims(i))).split('.');
        return [header, base64url({ ...goodClaims(i), role: 'operator' }), signature].join('.');
      },
    ],
    'with a critical extension that is not understood': [
      'ERR_JOSE_NOT_SUPPORTED',
      async (i) => {
        const [, claims, signature] = (await i.sign(goodClaims(i))).split('.');
        const header = { alg: 'ES256', kid: key.kid, crit: ['pay'], pay: 1 };
        return [base64url(header), claims, signature].join('.');
      },
    ],
    'that is no JWT': ['ERR_JWS_INVALID', () => 'abc'],
    'that is three dots of nothing': ['ERR_JWS_INVALID', () => '...'],
  };

  it.each(Object.entries(bad))('%s is refused', async (_kind, [reason, token]) => {
    const { issuer, ask } = await stack();
    expect(await ask(await token(issuer))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED', reason });
  });

  it('gets the same answer whatever is wrong with it', async () => {
    const { issuer, ask } = await stack();
    const answers = await Promise.all(
      Object.values(bad).map(async ([, token]) => {
        const { message, challenge } = await ask(await token(issuer));
        return `${message} ${challenge}`;
      }),
    );
    expect(new Set(answers)).toEqual(
      new Set([
        'The access token is not valid here or has expired. Sign in again. Bearer realm="changeover", error="invalid_token"',
      ]),
    );
  });

  it('is refused as such, never as another fault, wherever a good one is damaged', async () => {
    const { issuer, ask } = await stack();
    const good = await issuer.sign(goodClaims(issuer));
    const end = good.length - 1; // The last character's low bits are padding, so changing it may change nothing.
    await fc.assert(
      fc.asyncProperty(
        fc.nat(end - 1),
        fc.constantFrom(...'AZaz09-_.=~+/'),
        fc.boolean(),
        async (at, character, insert) => {
          const damaged = good.slice(0, at) + character + good.slice(insert ? at : at + 1);
          fc.pre(damaged !== good);
          expect((await ask(damaged)).status).toBe(401);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('with an unknown key id does not make the API fetch the keys for each request', async () => {
    const { issuer, ask, fetches } = await stack();
    const unknown = await signWith(nextKey, goodClaims(issuer));
    for (let request = 0; request < 20; request++) await ask(unknown);
    expect(fetches()).toBe(1);
  });
});

describe("the issuer's keys", () => {
  it('may be followed by a new one: both are accepted while both are published', async () => {
    const idp = await stack();
    vi.useFakeTimers({ toFake: ['Date'] });
    const old = await idp.issuer.sign(goodClaims(idp.issuer));
    expect((await idp.ask(old)).status).toBe(200);

    const issuer = idp.publish([nextKey, key]);
    vi.setSystemTime(Date.now() + 31_000);
    const fresh = await issuer.sign(goodClaims(issuer));
    expect((await idp.ask(fresh)).status).toBe(200);
    expect((await idp.ask(old)).status).toBe(200);
    expect(idp.fetches()).toBe(2);
  });

  it('stop being accepted within ten minutes after they are no longer published', async () => {
    const idp = await stack();
    vi.useFakeTimers({ toFake: ['Date'] });
    const old = await idp.issuer.sign(goodClaims(idp.issuer));
    expect((await idp.ask(old)).status).toBe(200);

    idp.publish([nextKey]);
    vi.setSystemTime(Date.now() + 10 * 60_000);
    expect(await idp.ask(old)).toMatchObject({ status: 401, reason: 'ERR_JWKS_NO_MATCHING_KEY' });
  });

  it('go on being used for ten minutes when the issuer goes away, and after that nobody can be recognised', async () => {
    const idp = await stack();
    vi.useFakeTimers({ toFake: ['Date'] });
    const token = await idp.issuer.sign(goodClaims(idp.issuer));
    expect((await idp.ask(token)).status).toBe(200);

    await stop(idp.server);
    vi.setSystemTime(Date.now() + 9 * 60_000);
    expect((await idp.ask(token)).status).toBe(200);
    vi.setSystemTime(Date.now() + 60_000);
    expect(await idp.ask(token)).toMatchObject({ status: 503, code: 'IDENTITY_PROVIDER_UNAVAILABLE' });
  });
});

describe('an issuer that gives no keys', () => {
  const broken: Record<string, RequestListener> = {
    'answers 500': (_req, res) => res.writeHead(500).end(),
    redirects: (_req, res) => res.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    'sends no JSON': (_req, res) => res.end('<html>'),
    'sends JSON that is no key set': (_req, res) => res.end('{"keys":7}'),
    'drops the connection': (_req, res) => res.destroy(),
    'publishes a key that is none': (_req, res) =>
      res.end(JSON.stringify({ keys: [{ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', kid: key.kid, alg: 'ES256' }] })),
    'publishes its private key': async (_req, res) => {
      const { privateKey } = await generateKeyPair('ES256', { extractable: true });
      res.end(
        JSON.stringify({
          keys: [{ ...(await crypto.subtle.exportKey('jwk', privateKey)), key_ops: ['verify'], kid: key.kid }],
        }),
      );
    },
  };

  it.each(Object.entries(broken))(
    'because it %s makes the API unavailable, not the token bad',
    async (_how, handler) => {
      const { issuer, ask } = await stack({ handler });
      expect(await ask(await issuer.sign(goodClaims(issuer)))).toMatchObject({
        status: 503,
        code: 'IDENTITY_PROVIDER_UNAVAILABLE',
      });
    },
  );

  it('because it is down does so too, and the API recovers with it', async () => {
    const idp = await stack();
    const { port } = idp.server.address() as AddressInfo;
    const token = await idp.issuer.sign(goodClaims(idp.issuer));
    await stop(idp.server);
    expect((await idp.ask(token)).status).toBe(503);
    await once(idp.server.listen(port, '127.0.0.1'), 'listening');
    servers.push(idp.server);
    expect((await idp.ask(token)).status).toBe(200);
  });

  it('is not asked for a token that cannot be good', async () => {
    const { issuer, ask, askWith } = await stack({ issuerIsDown: true });
    expect((await askWith(undefined)).status).toBe(401);
    expect((await ask('abc')).status).toBe(401);
    expect((await ask(new UnsecuredJWT(goodClaims(issuer)).encode())).status).toBe(401);
  });
});

describe('a route that is not behind authenticate()', () => {
  it('cannot ask for the actor', () => {
    expect(() => actorOf({ locals: {} } as express.Response)).toThrow('not behind authenticate');
  });
});

type Stack = {
  keys?: [SigningKey, ...SigningKey[]];
  jwksUri?: string;
  issuerIsDown?: boolean;
  handler?: RequestListener;
};

/** An issuer and an API that trusts it, both listening. The API answers the actor, or the error's parts as a body. */
async function stack({ keys = [key], jwksUri, issuerIsDown, handler }: Stack = {}) {
  let fetches = 0;
  let issuerApp: RequestListener;
  const server = await listen((req, res) => {
    if (req.url === '/.well-known/jwks.json') fetches++;
    (handler ?? issuerApp)(req, res);
  });
  const url = urlOf(server);
  const publish = (published: [SigningKey, ...SigningKey[]]) => {
    const issuer = createIssuer({ url, audience: 'changeover', keys: published });
    issuerApp = createIssuerApp(issuer);
    return issuer;
  };
  const issuer = publish(keys);
  if (issuerIsDown) await stop(server);

  const api = express()
    .use(authenticate({ issuer: url, audience: 'changeover', jwksUri }))
    .get('/', (_req, res) => void res.json({ actor: actorOf(res) }))
    .use(toBody);
  const address = urlOf(await listen(api));
  const askWith = async (authorization: string | undefined) => {
    const response = await fetch(address, authorization === undefined ? {} : { headers: { authorization } });
    const body = (await response.json()) as Record<'actor' | keyof Unauthenticated, unknown>;
    return { status: response.status, ...body };
  };
  return {
    issuer,
    server,
    publish,
    fetches: () => fetches,
    askWith,
    ask: (token: string) => askWith(`Bearer ${token}`),
  };
}

const toBody: ErrorRequestHandler = (error, _req, res, _next) => {
  const status = error instanceof Unauthenticated ? 401 : error instanceof IdentityProviderUnavailable ? 503 : 500;
  const { code, message, challenge, reason } = error;
  res.status(status).json({ code, message, challenge, reason });
};

async function listen(listener: RequestListener): Promise<Server> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return server;
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const now = () => Math.floor(Date.now() / 1000);
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const goodClaims = (issuer: Issuer): JWTPayload => issuer.claimsFor(people[0] as (typeof people)[number]);

function without(claim: string, claims: JWTPayload): JWTPayload {
  const { [claim]: _gone, ...rest } = claims;
  return rest;
}
