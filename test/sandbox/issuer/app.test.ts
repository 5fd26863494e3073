import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../../../sandbox/issuer/people.ts';
import { createSigningKey } from '../../../sandbox/issuer/signing-key.ts';
import { type RunningIssuer, startIssuer } from '../../../sandbox/issuer/start.ts';

let issuer: RunningIssuer;
beforeAll(async () => {
  issuer = await startIssuer({
    port: 0,
    audience: 'changeover',
    keys: [await createSigningKey(), await createSigningKey()],
    allowedOrigin: 'https://shop.example',
  });
});
afterAll(() => issuer.close());

describe('the token issuer', () => {
  it('is discovered by its configuration', async () => {
    const response = await fetch(`${issuer.url}/.well-known/openid-configuration`);
    expect(await response.json()).toMatchObject({
      issuer: issuer.url,
      jwks_uri: `${issuer.url}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['ES256'],
    });
  });

  it('publishes all its keys, and nothing private of them', async () => {
    const response = await fetch(`${issuer.url}/.well-known/jwks.json`);
    const { keys } = (await response.json()) as { keys: Record<string, string>[] };
    expect(keys).toHaveLength(2);
    for (const jwk of keys) {
      expect(Object.keys(jwk).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    }
  });

  it('lists the people to sign in as', async () => {
    const response = await fetch(`${issuer.url}/people`);
    expect(await response.json()).toEqual(people);
  });

  it.each(people)('gives $id a token that says who that is, for eight hours', async (person) => {
    const response = await askFor({ person: person.id });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { access_token, ...rest } = (await response.json()) as { access_token: string };
    expect(rest).toEqual({ token_type: 'Bearer', expires_in: 28_800 });

    const keys = createRemoteJWKSet(new URL(`${issuer.url}/.well-known/jwks.json`));
    const { payload } = await jwtVerify(access_token, keys, { issuer: issuer.url, audience: 'changeover' });
    const { id: sub, tenant, role, accounts, name } = person;
    expect(payload).toMatchObject({ sub, tenant, role, accounts, name });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(28_800);
  });

  it('signs with the first of its keys', async () => {
    const { access_token } = (await (await askFor({ person: 'hana' })).json()) as { access_token: string };
    expect(decodeProtectedHeader(access_token)).toMatchObject({ alg: 'ES256', kid: issuer.keySet.keys[0]?.kid });
  });

  it('answers an unknown person with a problem that names those it knows', async () => {
    const response = await askFor({ person: 'mallory' });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await response.json()) as { code: string; title: string };
    expect(problem.code).toBe('UNKNOWN_PERSON');
    for (const { id } of people) expect(problem.title).toContain(id);
  });

  it.each([
    ['an empty object', '{}', 400],
    ['a person that is a number', '{"person":1}', 400],
    ['an unknown field', '{"person":"hana","role":"operator"}', 400],
    ['broken JSON', '{"person":', 400],
    ['a name of the prototype', '{"person":"__proto__"}', 404],
    ['a body of 200 KB', JSON.stringify({ person: 'x'.repeat(200_000) }), 413],
  ])('refuses %s with a problem', async (_what, body, status) => {
    const response = await post(body, { 'content-type': 'application/json' });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('refuses a body that is not declared as JSON', async () => {
    expect((await post('{"person":"hana"}', { 'content-type': 'text/plain' })).status).toBe(400);
  });

  it('answers an unknown address with a problem', async () => {
    const response = await fetch(`${issuer.url}/authorize`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
  });
});

const post = (body: string, headers: Record<string, string>) =>
  fetch(`${issuer.url}/token`, { method: 'POST', headers, body });
const askFor = (body: unknown) => post(JSON.stringify(body), { 'content-type': 'application/json' });
