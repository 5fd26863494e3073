import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey, type ServedVendor, serveVendor, status } from './serve.ts';

let served: ServedVendor;
let vendor: ServedVendor['client'];
beforeAll(async () => {
  served = await serveVendor();
  vendor = served.client;
});
afterAll(() => served.close());

const change = (subscriptionId: string, quantity = 6) => ({ subscriptionId, operation: 'changeQuantity', quantity });

describe('registering a subscription', () => {
  it('gives it an activation code, which stays', async () => {
    const id = await served.subscription();
    const { activationCode } = await vendor.subscription(id);
    expect(activationCode).toMatch(/^([A-Z2-9]{5}-){3}[A-Z2-9]{5}$/);
    await served.apply(id);
    expect(await vendor.subscription(id)).toEqual({ id, quantity: 6, activationCode, state: 'active' });
  });

  it('again, after orders, leaves it as it is', async () => {
    const id = await served.subscription();
    await served.apply(id);
    const again = await vendor.registerSubscription(id, { quantity: 5, activationCode: 'OTHER' });
    expect(again).toEqual(await vendor.subscription(id));
    expect(again.quantity).toBe(6);
    expect((await vendor.ledger(id)).map(({ kind }) => kind)).toEqual(['registered', 'applied']);
  });
});

describe('a request that cannot be served', () => {
  it.each<[string, string, object | string | undefined, number, string]>([
    ['PUT', '/operations/k:1', change('nobody'), 422, 'UNKNOWN_SUBSCRIPTION'],
    ['PUT', '/operations/k:1', change('s', 0), 400, 'INVALID_REQUEST'],
    ['PUT', '/operations/k:1', change('s', 1.5), 400, 'INVALID_REQUEST'],
    ['PUT', '/operations/k:1', { ...change('s'), operation: 'explode' }, 400, 'INVALID_REQUEST'],
    ['PUT', '/operations/k:1', '{"subscriptionId":', 400, 'INVALID_REQUEST'],
    ['PUT', '/operations/k:1', undefined, 400, 'INVALID_REQUEST'],
    ['PUT', '/operations/a%2Fb', change('s'), 400, 'INVALID_REQUEST'],
    ['PUT', '/operations/%E0', change('s'), 400, 'INVALID_REQUEST'],
    ['PUT', '/operations/k:1', `{"x":"${'x'.repeat(20_000)}"}`, 413, 'INVALID_REQUEST'],
    ['GET', '/operations/nobody-used:this', undefined, 404, 'UNKNOWN_KEY'],
    ['GET', '/subscriptions/nobody', undefined, 404, 'UNKNOWN_SUBSCRIPTION'],
    ['GET', '/elsewhere', undefined, 404, 'NOT_FOUND'],
    ['PUT', '/faults/*', { mode: 'explode' }, 400, 'INVALID_REQUEST'],
    ['PUT', '/faults/*', { mode: 'down', tmies: 1 }, 400, 'INVALID_REQUEST'],
    ['PUT', '/faults/*', { mode: 'tooMany', retryAfter: '1\r\nSet-Cookie: a=b' }, 400, 'INVALID_REQUEST'],
    ['GET', '/faults/nobody', undefined, 404, 'NO_FAULT'],
    ['POST', '/faults/nobody/release', undefined, 404, 'NO_FAULT'],
  ])('%s %s %j is answered with %i %s', async (method, path, body, expected, code) => {
    const answer = await served.call(method, path, body);
    expect([answer.status, await answer.json()]).toEqual([expected, { code, message: expect.any(String) }]);
  });

  it('is answered with 401 without the right key, whatever it asks, but for the health', async () => {
    const without = ['/ledger', '/operations/k:1', '/faults', '/calls'].map((path) =>
      status(fetch(`${served.url}${path}`)),
    );
    expect(await Promise.all(without)).toEqual([401, 401, 401, 401]);
    expect(await status(fetch(`${served.url}/healthz`))).toBe(200);
  });
});

describe('a key', () => {
  it('that is known is answered with 409 to another body, and with 410 once it was voided', async () => {
    const [one, other] = [await served.subscription(), await served.subscription()];
    const key = newKey();
    expect(await status(served.apply(one, key))).toBe(200);
    expect(await status(served.apply(other, key))).toBe(409);
    const unused = newKey();
    expect(await (await served.call('POST', `/operations/${unused}/void`)).json()).toEqual({
      key: unused,
      status: 'voided',
    });
    expect(await status(served.apply(one, unused))).toBe(410);
    expect(await status(served.call('GET', `/operations/${unused}`))).toBe(410);
    expect((await vendor.ledger()).filter((entry) => 'key' in entry && entry.key === unused)).toHaveLength(1);
  });
});

describe('calls', () => {
  it('are counted by kind and subscription, also those that met a fault', async () => {
    const [id, other] = [await served.subscription(), await served.subscription()];
    const key = newKey();
    await vendor.setFault(id, { mode: 'error', times: 1 });
    await served.apply(id, key);
    await served.call('GET', `/operations/${key}`);
    await served.apply(id, key);
    await served.call('POST', `/operations/${key}/void`);
    expect(await vendor.calls(id)).toEqual({ apply: 2, lookUp: 1, void: 1, read: 0 });
    expect(await vendor.calls(other)).toEqual({ apply: 0, lookUp: 0, void: 0, read: 0 });
    expect((await vendor.calls()).apply).toBeGreaterThanOrEqual(2);
  });
});
