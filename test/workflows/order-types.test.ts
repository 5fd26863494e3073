import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateIn } from '../../business-time.ts';
import { addDays, addMonths, endOfMonth, startOfMonth } from '../../domain/plain-date.ts';
import { atBoth } from '../support/at-both.ts';
import { effectsOn } from '../support/effects.ts';
import { type Orders, ordersOn, tenToTwelve } from '../support/orders.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { addSubscription } from '../support/subscriptions.ts';

let stack: Stack;
let orders: Orders;
beforeAll(async () => {
  stack = await startStack();
  orders = ordersOn(stack);
});
afterAll(() => stack.close());

const month = startOfMonth(dateIn('UTC', new Date()));
const inTwoWeeks = addDays(dateIn('Europe/Athens', new Date()), 14);
const thisYear = { term: 'annual', periodStart: month, periodEnd: addDays(addMonths(month, 12), -1) } as const;
const lastYear = { term: 'annual', periodStart: addMonths(month, -12), periodEnd: addDays(month, -1) } as const;
const licence = { product: 'worryFree', expirationDate: endOfMonth(month), expirationNotificationDays: 30 } as const;

type Case = {
  type: string;
  person: string;
  given?: Parameters<typeof addSubscription>[2];
  order?: object;
  /** The vendor operations, in their order, by the second part of their keys. */
  steps: readonly string[];
  /** Of the subscription, here and at the vendor. */
  becomes: object;
};

const cases: Case[] = [
  {
    type: 'changeQuantity',
    person: 'hana',
    order: tenToTwelve(''),
    steps: ['changeQuantity'],
    becomes: { quantity: 12 },
  },
  { type: 'cancel', person: 'hana', steps: ['terminate'], becomes: { state: 'terminated' } },
  {
    type: 'suspend',
    person: 'oscar',
    given: { product: 'endpoint' },
    order: { until: inTwoWeeks },
    steps: ['suspend'],
    becomes: { state: 'suspended' },
  },
  {
    type: 'activate',
    person: 'oscar',
    given: { product: 'endpoint', state: 'suspended', suspendedUntil: inTwoWeeks },
    steps: ['activate'],
    becomes: { state: 'active' },
  },
  {
    type: 'changeServicePlan',
    person: 'paula',
    given: licence,
    order: {
      planId: 'worry-free-services-advanced',
      options: [
        { optionId: 'mobile-security', quantity: 10 },
        { optionId: 'endpoint-sensor', quantity: 1 },
      ],
      unitsPerLicence: 5,
      managed: true,
      expirationNotificationDays: 14,
      expirationDate: endOfMonth(addMonths(month, 1)),
      autoRenewal: { enabled: false, frequency: 'monthly' },
    },
    steps: ['changePlan', 'addOptions', 'changeRenewal', 'changeExpiration', 'changeLicenceSettings'],
    becomes: {
      planId: 'worry-free-services-advanced',
      options: { 'mobile-security': 10, 'endpoint-sensor': 1 },
      unitsPerLicence: 5,
      managed: true,
      expirationNotificationDays: 14,
      expirationDate: endOfMonth(addMonths(month, 1)),
      autoRenewal: { enabled: false, frequency: 'monthly' },
    },
  },
  {
    type: 'changeTerm',
    person: 'hana',
    given: licence,
    order: { term: 'annual' },
    steps: ['changeTerm'],
    becomes: { term: 'annual', autoRenewal: { enabled: true, frequency: 'annual' } },
  },
  {
    type: 'changeOptions',
    person: 'hana',
    given: { product: 'groupware', options: { 'secure-access': 4 } },
    order: { options: [{ optionId: 'extra-storage', quantity: 2 }] },
    steps: ['addOptions'],
    becomes: { options: { 'secure-access': 4, 'extra-storage': 2 } },
  },
  {
    type: 'changeRenewal',
    person: 'hana',
    given: licence,
    order: { autoRenewal: { enabled: false, frequency: 'monthly' } },
    steps: ['changeRenewal'],
    becomes: { autoRenewal: { enabled: false, frequency: 'monthly' } },
  },
  {
    type: 'changeExpiration',
    person: 'paula',
    given: licence,
    order: { expirationDate: endOfMonth(addMonths(month, 2)) },
    steps: ['changeExpiration'],
    becomes: {
      expirationDate: endOfMonth(addMonths(month, 2)),
      servicePeriod: { start: month, end: endOfMonth(addMonths(month, 2)) },
    },
  },
  {
    type: 'changeLicenceSettings',
    person: 'paula',
    given: licence,
    order: { unitsPerLicence: 2, managed: true },
    steps: ['changeLicenceSettings'],
    becomes: { unitsPerLicence: 2, managed: true, expirationNotificationDays: 30 },
  },
  {
    // Late: its period has ended, and the next is the same as if it had been in time.
    type: 'renew',
    person: 'hana',
    given: { product: 'groupware', ...lastYear, options: { 'extra-storage': 3 } },
    steps: ['renew'],
    becomes: {
      term: 'annual',
      servicePeriod: { start: month, end: thisYear.periodEnd },
      quantity: 10,
      options: { 'extra-storage': 3 },
    },
  },
];

describe('an order of type', () => {
  it.concurrent.for(cases)(
    '$type is carried out at the vendor, which says the same as Changeover then, and ends with its acknowledgement',
    async ({ type, person, given, order, steps, becomes }, { expect }) => {
      const subscriptionId = await addSubscription(stack, `sub-${type.toLowerCase()}`, given);
      const contactEmail = 'hana@hanafoods.example';
      const id = await orders.accepted(person, { contactEmail, ...order, type, subscriptionId });
      const { body } = await orders.until(person, id, 'completed');
      expect(body.acknowledgement).toMatchObject({ state: 'awaiting', notice: { title: expect.any(String) } });
      expect((await effectsOn(stack, subscriptionId)).map(({ key }) => key)).toEqual(
        steps.map((step) => `${id}:${step}`),
      );
      const { here, there } = await atBoth(stack, subscriptionId);
      expect(here).toMatchObject(becomes);
      expect(there).toEqual(here);
      expect((await stack.as('oscar', 'GET', `/v1/subscriptions/${subscriptionId}`)).body).toMatchObject({
        state: here.state,
        quantity: here.quantity,
        plan: { id: here.planId },
      });

      expect((await orders.acknowledge(person, id)).body.acknowledgement.state).toBe('acknowledged');
      await expect(orders.workflow(id).result()).resolves.toMatchObject({ acknowledgement: 'acknowledged' });
    },
  );
});

describe('a cancellation at the end of the term', () => {
  it('is pending, and undoing it calls no vendor: the subscription goes on', async () => {
    const subscriptionId = await addSubscription(stack, 'sub-undone', { product: 'groupware', ...thisYear });
    const cancellation = await orders.place('hana', { type: 'cancel', subscriptionId });
    expect(cancellation).toMatchObject({ status: 201, body: { state: 'scheduled' } });
    const id = await orders.accepted('hana', { type: 'undoCancel', subscriptionId });
    await orders.until('hana', id, 'completed');
    expect((await orders.get('hana', cancellation.body.id)).body.state).toBe('cancelled');
    expect(await effectsOn(stack, subscriptionId)).toEqual([]);
    expect(await stack.vendor.calls(`vendor-${subscriptionId}`)).toMatchObject({ apply: 0, lookUp: 0, void: 0 });
    expect((await orders.acknowledge('hana', id)).status).toBe(200);
  });
});

const purchase = (fields: object) => ({
  type: 'purchase',
  accountId: 'acc-bob',
  quantity: 15,
  term: 'monthly',
  contactEmail: 'bob@millertools.example',
  ...fields,
});
const ofGroupware = {
  productId: 'groupware',
  planId: 'groupware-standard',
  options: [{ optionId: 'extra-storage', quantity: 2 }],
  additional: true,
};
const ofEndpoint = { productId: 'endpoint-security', planId: 'endpoint-security-standard', additional: true };

describe('a purchase', () => {
  it.concurrent.for([
    { activation: { mode: 'firstLogon' }, bought: ofGroupware, code: null },
    { activation: { mode: 'onDate', date: inTwoWeeks }, bought: ofGroupware, code: null },
    { activation: { mode: 'code' }, bought: ofEndpoint, code: expect.stringMatching(/^\w{5}(-\w{5}){3}$/) },
  ])(
    'activated by $activation.mode makes a subscription that goes by the vendor’s name for it',
    async ({ activation, bought, code }, { expect }) => {
      const id = await orders.accepted('bob', purchase({ ...bought, activation }));
      await orders.until('bob', id, 'completed');
      const { here, there, row } = await atBoth(stack, id);
      expect(row.vendorSubscriptionId).toMatch(/^VS-/);
      expect(here).toMatchObject({ state: 'pendingActivation', quantity: 15 });
      expect(there).toEqual(here);
      expect(await stack.vendor.ledger(row.vendorSubscriptionId)).toMatchObject([
        { kind: 'applied', key: `${id}:create`, subscriptionId: id, activationCode: code },
      ]);

      // What is ordered next reaches the vendor under that name.
      expect((await orders.acknowledge('bob', id)).status).toBe(200);
      const atOnce = { type: 'cancel', subscriptionId: id, immediately: true, note: 'Bought by mistake' };
      await orders.until('oscar', await orders.accepted('oscar', atOnce), 'completed');
      expect((await atBoth(stack, id)).there).toMatchObject({ state: 'terminated' });
    },
  );

  it('that the vendor refuses fails, and what it would have made has ended', async () => {
    await stack.vendor.setFault('*', { mode: 'refuse', code: 'NO_CREDIT', operations: ['create'] });
    const id = await orders.accepted('paula', {
      ...purchase({ ...ofGroupware, activation: { mode: 'firstLogon' } }),
      accountId: 'acc-hana-kyoto',
    });
    const { body } = await orders.until('paula', id, 'failed');
    await stack.vendor.clearFault('*');
    expect(body).toMatchObject({ failure: { code: 'NO_CREDIT' }, acknowledgement: { state: 'awaiting' } });
    const { here, there } = await atBoth(stack, id);
    expect(here.state).toBe('terminated');
    expect(there).toBeUndefined();
    expect(await stack.vendor.ledger(id)).toEqual([]);
    expect((await orders.acknowledge('paula', id)).status).toBe(200);
  });
});

const toAdvanced = (subscriptionId: string) => ({
  type: 'changeServicePlan',
  subscriptionId,
  planId: 'worry-free-services-advanced',
  options: [{ optionId: 'endpoint-sensor', quantity: 1 }],
  managed: true,
});

describe('an order of several parts', () => {
  it('of which the vendor refuses the second fails, and leaves nothing of the first', async () => {
    const subscriptionId = await addSubscription(stack, 'sub-compensated', licence);
    const before = await atBoth(stack, subscriptionId);
    const fault = { mode: 'refuse', code: 'SENSOR_SOLD_OUT', operations: ['changeOptions'] } as const;
    await stack.vendor.setFault(`vendor-${subscriptionId}`, { ...fault, operations: [...fault.operations] });
    const id = await orders.accepted('paula', toAdvanced(subscriptionId));
    const { body } = await orders.until('paula', id, 'failed');
    expect(body).toMatchObject({
      failure: { code: 'SENSOR_SOLD_OUT' },
      acknowledgement: { notice: { text: expect.stringContaining('None of the changes was made') } },
    });
    expect((await effectsOn(stack, subscriptionId)).map(({ key }) => key)).toEqual([
      `${id}:changePlan`,
      `${id}:undo-changePlan`,
    ]);
    expect(await atBoth(stack, subscriptionId)).toEqual(before);
    expect(before.there).toEqual(before.here);
  });

  it('is held when the vendor refuses to undo the first too: nobody is told that it is over, and it can be tried again', async () => {
    const subscriptionId = await addSubscription(stack, 'sub-stuck', licence);
    const target = `vendor-${subscriptionId}`;
    await stack.vendor.setFault(target, { mode: 'error', operations: ['changeOptions'] });
    const id = await orders.accepted('paula', toAdvanced(subscriptionId));
    await expect.poll(async () => (await stack.vendor.fault(target)).met).toBeGreaterThan(0);
    await stack.vendor.setFault(target, { mode: 'refuse', operations: ['changeOptions', 'changePlan'] });
    const { body } = await orders.until('paula', id, 'held');
    expect(body).toMatchObject({
      failure: { code: 'NOT_UNDONE', message: expect.stringContaining('changePlan') },
      finishedAt: null,
      acknowledgement: { state: 'notRequired', notice: null },
    });
    expect((await effectsOn(stack, subscriptionId)).map(({ key }) => key)).toEqual([`${id}:changePlan`]);
    expect((await atBoth(stack, subscriptionId)).here.planId).toBe('worry-free-services-standard');
    // It has the subscription to itself until a person has repaired it.
    const next = await orders.place('paula', toAdvanced(subscriptionId));
    expect(next.body).toMatchObject({ code: 'ORDER_IN_PROGRESS' });
    expect((await orders.workflow(id).describe()).status.name).toBe('RUNNING');

    await stack.vendor.clearFault(target);
    const retried = await stack.as('oscar', 'POST', `/v1/orders/${id}:retry`, {
      body: { reason: 'The vendor is mended' },
    });
    expect(retried.status).toBe(200);
    await orders.until('paula', id, 'completed');
    expect((await effectsOn(stack, subscriptionId)).map(({ key }) => key)).toEqual([
      `${id}:changePlan`,
      `${id}:addOptions.2`,
      `${id}:changeLicenceSettings.2`,
    ]);
    const { here, there } = await atBoth(stack, subscriptionId);
    expect(here).toMatchObject({ planId: 'worry-free-services-advanced', options: { 'endpoint-sensor': 1 } });
    expect(there).toEqual(here);
  });
});
