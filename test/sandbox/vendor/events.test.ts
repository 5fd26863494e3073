import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistrationRequest } from '../../../sandbox/vendor/subscription.ts';
import { creation } from '../../contract/operations.ts';
import { secret, startReceiver } from './receiver.ts';
import { newKey, type ServedVendor, serveVendor, status } from './serve.ts';

let receiver: Awaited<ReturnType<typeof startReceiver>>;
let served: ServedVendor;
let vendor: ServedVendor['client'];
beforeAll(async () => {
  receiver = await startReceiver();
  served = await serveVendor({ events: { url: receiver.url, secret, tenant: 'acme', firstPauseMs: 10 } });
  vendor = served.client;
});
afterAll(async () => {
  await served.close();
  await receiver.close();
});

const known = { tenant: 'globex', vendor: 'kaspersky' };

const registered = async (registration: Partial<RegistrationRequest> = {}): Promise<string> =>
  (await vendor.registerSubscription(`sub-${crypto.randomUUID()}`, { quantity: 5, ...known, ...registration })).id;

const pending = (registration: Partial<RegistrationRequest> = {}) =>
  registered({ state: 'pendingActivation', ...registration });

const takenOf = (id: string) =>
  receiver.taken.flatMap(({ event }) =>
    (event.data as { subscriptionId: string }).subscriptionId === id ? [event] : [],
  );

const deliveries = async (): Promise<number> =>
  (await vendor.ledger()).filter(({ kind }) => kind === 'delivered').length;

const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);

describe('what happens at the vendor', () => {
  it('first logon activates the subscription, and Changeover is told', async () => {
    const id = await pending();
    expect(await vendor.firstLogon(id)).toMatchObject({ id, state: 'active' });
    expect(await vendor.subscription(id)).toMatchObject({ state: 'active' });
    await expect
      .poll(() => takenOf(id))
      .toEqual([
        { ...known, type: 'activated', effectiveAt: at, data: { subscriptionId: id, activatedBy: 'firstLogon' } },
      ]);
  });

  it('the code activates it, and no other does', async () => {
    const id = await pending({ activationCode: 'RIGHT-CODE' });
    await expect(vendor.activateWithCode(id, 'WRONG-CODE')).rejects.toThrow('409');
    expect(await vendor.subscription(id)).toMatchObject({ state: 'pendingActivation' });
    expect(await vendor.activateWithCode(id, 'RIGHT-CODE')).toMatchObject({ state: 'active' });
    await expect.poll(() => takenOf(id)).toMatchObject([{ type: 'activated', data: { activatedBy: 'code' } }]);
  });

  it('units in use are kept and told, also none', async () => {
    const id = await registered();
    await vendor.assign(id, 4);
    expect(await vendor.assign(id, 0)).toMatchObject({ assignedQuantity: 0, quantity: 5 });
    await expect
      .poll(() => takenOf(id).map(({ data }) => data))
      .toEqual(
        expect.arrayContaining([
          { subscriptionId: id, quantity: 4 },
          { subscriptionId: id, quantity: 0 },
        ]),
      );
  });

  it('is told once, and stays in the ledger with its delivery', async () => {
    const id = await pending();
    await vendor.firstLogon(id);
    await expect(vendor.firstLogon(id)).rejects.toThrow('NOT_PENDING');
    await expect.poll(() => takenOf(id)).toHaveLength(1);
    const [, occurred] = await vendor.ledger(id);
    const { eventId } = occurred as { eventId: string };
    await expect
      .poll(async () => (await vendor.ledger()).some((one) => one.kind === 'delivered' && one.eventId === eventId))
      .toBe(true);
    expect(receiver.taken.filter((one) => one.id === eventId)).toHaveLength(1);
  });

  it('cannot happen to what has ended', async () => {
    const id = await registered({ state: 'terminated' });
    await expect(vendor.firstLogon(id)).rejects.toThrow('SUBSCRIPTION_TERMINATED');
    await expect(vendor.assign(id, 3)).rejects.toThrow('SUBSCRIPTION_TERMINATED');
    expect(takenOf(id)).toEqual([]);
  });
});

describe('an event', () => {
  it('names whom the request says, before whom the registration says', async () => {
    const id = await registered();
    await vendor.assign(id, 4, { tenant: 'initech', vendor: 'groupware' });
    await expect.poll(() => takenOf(id)).toMatchObject([{ tenant: 'initech', vendor: 'groupware' }]);
  });

  it('of a subscription made by order names the vendor that was called, and the usual tenant', async () => {
    const operation = { ...creation({ mode: 'firstLogon', date: null }), subscriptionId: `new-${crypto.randomUUID()}` };
    const key = newKey();
    const made = await served.call('PUT', `/vendors/trend-micro/operations/${key}`, operation);
    expect(await status(served.call('GET', `/vendors/trend-micro/operations/${key}`))).toBe(200);
    const { vendorSubscriptionId: id } = await made.json();
    await vendor.firstLogon(id);
    await expect.poll(() => takenOf(id)).toMatchObject([{ tenant: 'acme', vendor: 'trend-micro', type: 'activated' }]);
  });

  it('is sent to nobody while its vendor is not known', async () => {
    const id = await served.subscription();
    const seen = receiver.seen.length;
    expect(await vendor.assign(id, 4)).toMatchObject({ assignedQuantity: 4 });
    const other = await registered();
    await vendor.assign(other, 4);
    await expect.poll(() => takenOf(other)).toHaveLength(1);
    expect(receiver.seen.length - seen).toBe(1);
  });

  it('is sent again under its id until it is taken', async () => {
    const id = await registered();
    const before = await deliveries();
    receiver.refuse(3);
    const seen = receiver.seen.length;
    await vendor.assign(id, 4);
    await expect.poll(() => takenOf(id)).toHaveLength(1);
    expect(receiver.seen.slice(seen)).toHaveLength(4);
    expect(new Set(receiver.seen.slice(seen)).size).toBe(1);
    await expect.poll(deliveries).toBe(before + 1);
  });

  it('that is not taken waits for the next one, and is sent with it', async () => {
    const id = await registered();
    receiver.refuse(6);
    const seen = receiver.seen.length;
    await vendor.assign(id, 4);
    await expect.poll(() => receiver.seen.length - seen).toBe(6);
    expect(takenOf(id)).toEqual([]);
    // It may not have been given up yet when the next comes.
    await expect
      .poll(async () => {
        await vendor.assign(await registered(), 1);
        return takenOf(id);
      })
      .toHaveLength(1);
  });
});
