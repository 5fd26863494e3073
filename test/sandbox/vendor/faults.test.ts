import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultModes } from '../../../sandbox/vendor/fault.ts';
import { newKey, type ServedVendor, serveVendor, status } from './serve.ts';

let served: ServedVendor;
let vendor: ServedVendor['client'];
beforeAll(async () => {
  served = await serveVendor();
  vendor = served.client;
});
afterAll(() => served.close());

describe('a fault', () => {
  it('befalls as many calls as it says, of its subscription, and then no more', async () => {
    const [id, other] = [await served.subscription(), await served.subscription()];
    await vendor.setFault(id, { mode: 'error', status: 502, times: 2 });
    const answers = [await served.apply(id), await served.apply(other), await served.apply(id), await served.apply(id)];
    expect(answers.map((answer) => answer.status)).toEqual([502, 200, 502, 200]);
    expect(await vendor.fault(id)).toMatchObject({ mode: 'error', times: 2, met: 2, held: 0 });
  });

  it('without a number lasts until it is cleared', async () => {
    const id = await served.subscription();
    await vendor.setFault(id, { mode: 'error' });
    expect([await status(served.apply(id)), await status(served.apply(id))]).toEqual([500, 500]);
    await vendor.clearFault(id);
    expect(await status(served.apply(id))).toBe(200);
    await expect(vendor.fault(id)).rejects.toThrow('NO_FAULT');
  });

  it('of * befalls all subscriptions but those with one of their own', async () => {
    const [id, own] = [await served.subscription(), await served.subscription()];
    await vendor.setFault('*', { mode: 'error', status: 503, retryAfter: 9 });
    await vendor.setFault(own, { mode: 'error', status: 502, times: 1 });
    try {
      expect((await vendor.faults()).map(({ target }) => target)).toEqual(expect.arrayContaining(['*', own]));
      expect([await status(served.apply(own)), await status(served.apply(own))]).toEqual([502, 503]);
      expect((await served.apply(id)).headers.get('retry-after')).toBe('9');
    } finally {
      await vendor.clearFault('*');
    }
  });

  it('befalls look-ups only when it names them, and also those of a key that was never applied', async () => {
    const id = await served.subscription();
    const key = newKey();
    await vendor.setFault(id, { mode: 'error' });
    await served.apply(id, key);
    expect(await status(served.call('GET', `/operations/${key}`))).toBe(404);
    await vendor.setFault(id, { mode: 'error', calls: ['lookUp'] });
    expect(await status(served.call('GET', `/operations/${key}`))).toBe(500);
    expect(await status(served.apply(id, key))).toBe(200);
  });

  it('down cuts every kind of call', async () => {
    const id = await served.subscription();
    const key = newKey();
    await served.apply(id, key);
    await vendor.setFault(id, { mode: 'down' });
    const lookUp = () => served.call('GET', `/operations/${key}`);
    const settle = () => served.call('POST', `/operations/${key}/void`);
    const read = () => served.call('GET', `/subscriptions/${id}`);
    for (const cut of [() => served.apply(id), lookUp, settle, read])
      await expect(cut()).rejects.toThrow('fetch failed');
  });

  it('of some operations befalls only their calls, look-ups and voids of their keys too, and no reading', async () => {
    const id = await served.subscription();
    const [first, second] = [newKey(), newKey()];
    const suspend = () => served.call('PUT', `/operations/${second}`, { subscriptionId: id, operation: 'suspend' });
    await vendor.setFault(id, { mode: 'refuse', code: 'NO_PAUSE', operations: ['suspend', 'terminate'] });
    expect(await status(served.apply(id, first))).toBe(200);
    expect(await (await suspend()).json()).toMatchObject({ code: 'NO_PAUSE' });
    expect(await vendor.fault(id)).toMatchObject({ met: 1 });

    await vendor.setFault(id, { mode: 'error', operations: ['suspend'], calls: ['apply', 'lookUp', 'void', 'read'] });
    const answers = [
      served.call('GET', `/operations/${first}`),
      served.call('GET', `/operations/${second}`),
      served.call('POST', `/operations/${second}/void`),
      served.call('GET', `/subscriptions/${id}`),
    ];
    expect(await Promise.all(answers.map(status))).toEqual([200, 500, 500, 200]);
  });

  it('can apply the operation before it shows', async () => {
    const id = await served.subscription();
    await vendor.setFault(id, { mode: 'down', applied: true });
    await expect(served.apply(id)).rejects.toThrow('fetch failed');
    expect((await vendor.ledger(id)).map(({ kind }) => kind)).toEqual(['registered', 'applied']);
  });

  it('refuse does not take back what was applied', async () => {
    const id = await served.subscription();
    const key = newKey();
    await served.apply(id, key);
    await vendor.setFault(id, { mode: 'refuse', code: 'NO_SEATS' });
    expect(await status(served.apply(id, key))).toBe(200);
    expect(await (await served.apply(id)).json()).toMatchObject({ code: 'NO_SEATS' });
  });

  it('lateEffect has no effect when the key was voided meanwhile', async () => {
    const id = await served.subscription();
    const key = newKey();
    await vendor.setFault(id, { mode: 'lateEffect', delayMs: 300 });
    expect(await status(served.apply(id, key))).toBe(504);
    await served.call('POST', `/operations/${key}/void`);
    expect((await vendor.fault(id)).held).toBe(1);
    await expect.poll(async () => (await vendor.fault(id)).held).toBe(0);
    expect((await vendor.ledger(id)).map(({ kind }) => kind)).toEqual(['registered']);
  });

  it.each(['release', 'clearFault', 'setFault'] as const)(
    'hold lets its calls go at %s, with one effect for one key',
    async (verb) => {
      const id = await served.subscription();
      const key = newKey();
      await vendor.setFault(id, { mode: 'hold' });
      const calls = [served.apply(id, key), served.apply(id, key)];
      await expect.poll(async () => (await vendor.fault(id)).held).toBe(2);
      if (verb === 'setFault') await vendor.setFault(id, { mode: 'slow', delayMs: 0 });
      else await vendor[verb](id);
      expect(await Promise.all(calls.map(status))).toEqual([200, 200]);
      expect((await vendor.ledger(id)).filter(({ kind }) => kind === 'applied')).toHaveLength(1);
    },
  );

  it('of each mode is explained in docs/vendor-contract.md, and no other', async () => {
    const page = await readFile(join(import.meta.dirname, '../../../docs/vendor-contract.md'), 'utf8');
    const table = page.slice(page.indexOf('| mode |'));
    const explained = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, mode]) => mode);
    expect(explained).toEqual([...faultModes]);
  });
});
