import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send } from '../support/http.ts';
import { expectProblem } from '../support/problem.ts';
import { type Stack, startStack } from '../support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ workers: false });
});
afterAll(() => stack.close());

const anonymous = (path: string, method = 'GET') => send(stack.url, method, path);

describe('what nobody needs to sign in for', () => {
  it.each(['/healthz', '/readyz'])('is the health at %s', async (path) => {
    expect(await anonymous(path)).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('is where to sign in', async () => {
    expect((await anonymous('/v1/sign-in')).body).toEqual({ issuer: stack.issuer.url });
  });

  it('is the OpenAPI document', async () => {
    expect((await anonymous('/v1/openapi.json')).body).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Changeover' },
    });
  });

  it.each([
    ['GET', '/v1/me'],
    ['GET', '/v1/orders'],
    ['POST', '/v1/orders'],
    ['GET', '/v1/subscriptions'],
    ['GET', '/v1/events'],
    ['GET', '/v1/nothing-here'],
    ['OPTIONS', '/v1/orders'],
  ])('is nothing else: %s %s', async (method, path) => {
    const answer = await anonymous(path, method);
    expectProblem(answer, 'UNAUTHENTICATED');
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
  });
});

describe('every answer', () => {
  it.each(['/healthz', '/v1/openapi.json', '/v1/me', '/nothing-here'])(
    'forbids what a browser could be led to do with it: %s',
    async (path) => {
      const { headers } = await anonymous(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': expect.stringMatching(/max-age=\d+/),
      });
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('lets the page talk to this server and the issuer, and to nobody else', async () => {
    const { headers } = await anonymous('/healthz');
    const directives = headers.get('content-security-policy')?.split(';');
    expect(directives).toContain(`connect-src 'self' ${new URL(stack.issuer.url).origin}`);
  });
});
