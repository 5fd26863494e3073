import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DetailsForm } from '../../../activities/vendor/details-form.ts';
import { Operation } from '../../../sandbox/vendor/operation.ts';
import { creation } from '../../contract/operations.ts';
import { newKey, type ServedVendor, serveVendor, status } from './serve.ts';

let served: ServedVendor;
let vendor: ServedVendor['client'];
beforeAll(async () => {
  served = await serveVendor();
  vendor = served.client;
});
afterAll(() => served.close());

const change = (subscriptionId: string, quantity = 6) => ({ subscriptionId, operation: 'changeQuantity', quantity });
const twice = [
  { optionId: 'storage', quantity: 1 },
  { optionId: 'storage', quantity: 2 },
];
const renewal = { ...change('s'), operation: 'renew', term: 'monthly', planId: 'basic', options: [] };

describe('registering a subscription', () => {
  it('gives it an activation code, which stays', async () => {
    const id = await served.subscription();
    const { activationCode } = await vendor.subscription(id);
    expect(activationCode).toMatch(/^([A-Z2-9]{5}-){3}[A-Z2-9]{5}$/);
    await served.apply(id);
    expect(await vendor.subscription(id)).toMatchObject({ id, quantity: 6, activationCode });
  });

  it('fills in what is not said: active, monthly in the current month, renewing, without options or a day on which it expires', async () => {
    const { servicePeriod, ...subscription } = await vendor.subscription(await served.subscription());
    expect(subscription).toEqual({
      id: expect.any(String),
      state: 'active',
      quantity: 5,
      planId: 'standard',
      options: [],
      term: 'monthly',
      autoRenewal: { enabled: true, frequency: 'monthly' },
      expirationDate: null,
      unitsPerLicence: null,
      expirationNotificationDays: null,
      managed: false,
      assignedQuantity: null,
      activationCode: expect.any(String),
    });
    expect(servicePeriod.start).toMatch(/^\d{4}-\d\d-01$/);
    expect(servicePeriod.end.slice(0, 7)).toBe(servicePeriod.start.slice(0, 7));
  });

  it('keeps all that is said, also that it has no code', async () => {
    const said = {
      state: 'suspended' as const,
      quantity: 9,
      planId: 'advanced',
      options: [{ optionId: 'storage', quantity: 2 }],
      term: 'annual' as const,
      servicePeriod: { start: '2026-04-15', end: '2027-04-14' },
      autoRenewal: { enabled: false, frequency: 'monthly' as const },
      expirationDate: '2027-04-14',
      unitsPerLicence: 2,
      expirationNotificationDays: 0,
      managed: true,
      assignedQuantity: 0,
      activationCode: null,
    };
    const id = `sub-${crypto.randomUUID()}`;
    expect(await vendor.registerSubscription(id, { ...said, tenant: 'acme', vendor: 'kaspersky' })).toEqual({
      id,
      ...said,
    });
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
    ['PUT', '/operations/k:1', { ...change('s'), operation: 'changeOptions', options: twice }, 400, 'INVALID_REQUEST'],
    [
      'PUT',
      '/operations/k:1',
      { ...renewal, servicePeriod: { start: '2026-02-29', end: '2026-03-31' } },
      400,
      'INVALID_REQUEST',
    ],
    [
      'PUT',
      '/operations/k:1',
      { ...renewal, servicePeriod: { start: '2026-02-02', end: '2026-02-01' } },
      400,
      'INVALID_REQUEST',
    ],
    [
      'PUT',
      '/operations/k:1',
      { ...creation({ mode: 'onDate', date: null }), subscriptionId: 's' },
      400,
      'INVALID_REQUEST',
    ],
    ['PUT', '/subscriptions/s', { quantity: 5, quantiy: 6 }, 400, 'INVALID_REQUEST'],
    ['PUT', '/lead-times', { explode: 5 }, 400, 'INVALID_REQUEST'],
    ['POST', '/subscriptions/nobody/first-logon', undefined, 404, 'UNKNOWN_SUBSCRIPTION'],
    ['POST', '/subscriptions/nobody/assigned', { quantity: -1 }, 400, 'INVALID_REQUEST'],
    ['PUT', '/operations/a%2Fb', change('s'), 400, 'INVALID_REQUEST'],
    ['PUT', '/operations/%E0', change('s'), 400, 'INVALID_REQUEST'],
    ['PUT', '/operations/k:1', `{"x":"${'x'.repeat(20_000)}"}`, 413, 'INVALID_REQUEST'],
    ['GET', '/operations/nobody-used:this', undefined, 404, 'UNKNOWN_KEY'],
    ['GET', '/subscriptions/nobody', undefined, 404, 'UNKNOWN_SUBSCRIPTION'],
    ['GET', '/elsewhere', undefined, 404, 'NOT_FOUND'],
    ['PUT', '/faults/*', { mode: 'explode' }, 400, 'INVALID_REQUEST'],
    ['PUT', '/faults/*', { mode: 'down', operations: ['explode'] }, 400, 'INVALID_REQUEST'],
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

describe('a subscription that is made', () => {
  it('is in the ledger under both its ids, and a repeat with its options in another order gets the same receipt', async () => {
    const [key, ours] = [newKey(), `new-${crypto.randomUUID()}`];
    const body = { ...creation(), subscriptionId: ours };
    const receipt = await (await served.call('PUT', `/operations/${key}`, body)).json();
    const again = await served.call('PUT', `/operations/${key}`, { ...body, options: body.options.toReversed() });
    expect(await again.json()).toEqual(receipt);
    expect(receipt.vendorSubscriptionId).not.toContain(ours);
    expect(await vendor.ledger(ours)).toEqual(await vendor.ledger(receipt.vendorSubscriptionId));
    expect(await vendor.ledger(ours)).toMatchObject([{ kind: 'applied', key }]);
  });
});

describe('lead times', () => {
  afterEach(() => vendor.setLeadTimes({}));

  it('delay the effect and the answer of their operation, not what is applied already and not look-ups', async () => {
    const id = await served.subscription();
    await vendor.setLeadTimes({ changeQuantity: 300 });
    expect(await (await served.call('GET', '/lead-times')).json()).toEqual({ changeQuantity: 300 });
    const key = newKey();
    const answer = served.apply(id, key);
    await expect.poll(async () => (await vendor.calls(id)).apply).toBe(1);
    expect(await status(served.call('GET', `/operations/${key}`))).toBe(404);
    expect(await status(answer)).toBe(200);

    await vendor.setLeadTimes({ changeQuantity: 3_600_000 });
    expect(await status(served.apply(id, key))).toBe(200);
    const suspend = { subscriptionId: id, operation: 'suspend' };
    expect(await status(served.call('PUT', `/operations/${newKey()}`, suspend))).toBe(200);
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

describe('docs/vendor-contract.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/vendor-contract.md'), 'utf8');

  it('explains each operation with its fields, and no other', () => {
    const table = page.slice(page.indexOf('| `changeQuantity` |'), page.indexOf('`options` is a list'));
    const rows = [...table.matchAll(/^\| `(\w+)` \|([^|]*)\|/gm)];
    const explained = rows.map(([, name, fields]) => [
      name,
      [...(fields ?? '').matchAll(/`(\w+)`/g)].map(([, field]) => field),
    ]);
    const common = ['key', 'subscriptionId', 'operation'];
    expect(explained).toEqual(
      Operation.options.map(({ shape }) => [
        shape.operation.value,
        Object.keys(shape).filter((field) => !common.includes(field)),
      ]),
    );
  });

  it('shows a subscription that Changeover can read', () => {
    const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => JSON.parse(text ?? ''));
    const shown = examples.filter((example) => 'state' in example);
    expect(shown.map((example) => DetailsForm.safeParse(example).success)).toEqual([true]);
  });
});
