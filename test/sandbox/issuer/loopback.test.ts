import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSigningKey } from '../../../sandbox/issuer/signing-key.ts';
import { type RunningIssuer, startIssuer } from '../../../sandbox/issuer/start.ts';

let issuer: RunningIssuer;
beforeAll(async () => {
  const keys = [await createSigningKey()] as const;
  issuer = await startIssuer({ port: 0, audience: 'changeover', keys, allowedOrigin: 'https://shop.example' });
});
afterAll(() => issuer.close());

describe('a page that asks the issuer from its browser', () => {
  it.each(['http://localhost:8080', 'http://127.0.0.1:5173', 'http://[::1]:8080', 'https://shop.example'])(
    'from %s may',
    async (origin) => {
      const preflight = await fetch(`${issuer.url}/token`, { method: 'OPTIONS', headers: { origin } });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
      expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
      expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');

      const answer = await fetch(`${issuer.url}/people`, { headers: { origin } });
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('vary')).toContain('Origin');
    },
  );

  it.each([
    'https://evil.example',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'https://shop.example.evil.example',
    'null',
  ])('from %s may not', async (origin) => {
    const preflight = await fetch(`${issuer.url}/token`, { method: 'OPTIONS', headers: { origin } });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    const answer = await fetch(`${issuer.url}/people`, { headers: { origin } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a request under a foreign host name', () => {
  it.each([
    ['localhost:8081', 200],
    ['127.0.0.1', 200],
    ['[::1]:8081', 200],
    ['evil.example', 421],
    ['localhost.evil.example:8081', 421],
  ])('for %s is answered %i', async (host, status) => {
    expect(await statusUnder(host)).toBe(status);
  });
});

/** fetch would not let us choose the Host header. */
const statusUnder = (host: string) =>
  new Promise((resolve, reject) => {
    get(`${issuer.url}/people`, { headers: { host }, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', reject);
  });
