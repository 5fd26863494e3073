import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dateIn } from '../../business-time.ts';
import { orderHistory, orders } from '../../db/schema/orders.ts';
import { accounts, subscriptions } from '../../db/schema/subscriptions.ts';
import type { OrderType } from '../../domain/order-types.ts';
import { addDays, startOfNextMonth } from '../../domain/plain-date.ts';
import { monthly } from '../../sandbox/sample/groupware.ts';
import { type Api, startApi } from '../support/api.ts';
import { addPendingOrder } from '../support/pending-order.ts';
import { expectProblem } from '../support/problem.ts';

const tokyo = dateIn('Asia/Tokyo', new Date());
const athens = dateIn('Europe/Athens', new Date());
const chicago = dateIn('America/Chicago', new Date());

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await api.asOwner(async (transaction) => {
    await transaction.insert(subscriptions).values({ tenant: 'acme', ...monthly(tokyo, 'sub-leaving', 'acc-hana') });
    const cancellation = { type: 'cancel', subscriptionId: 'sub-leaving' } as const;
    await addPendingOrder(transaction, cancellation, { today: tokyo, effectiveDate: startOfNextMonth(tokyo) });
  });
});
afterAll(() => api.close());

/** Everything that placing an order would write. There is no order engine here: starting a workflow would fail. */
const traces = () =>
  api.asOwner(async (transaction) => [
    await transaction.$count(orders),
    await transaction.$count(orderHistory),
    await transaction.select({ id: accounts.id, email: accounts.contactEmail }).from(accounts).orderBy(accounts.id),
    await transaction
      .select({ id: subscriptions.id, version: subscriptions.version })
      .from(subscriptions)
      .orderBy(subscriptions.id),
  ]);
let before: unknown;
beforeEach(async () => {
  before = await traces();
});
afterEach(async () => {
  expect(await traces(), 'what is stored').toEqual(before);
});

const preview = (person: string, body: object) =>
  api.as(person, 'POST', '/v1/orders?validateOnly=true', { body: { contactEmail: 'new@hanafoods.example', ...body } });

type Case = { person: string; body: { subscriptionId?: string; [field: string]: unknown }; preview: object };
const bought = {
  accountId: 'acc-bob',
  productId: 'endpoint-security',
  planId: 'endpoint-security-standard',
  quantity: 20,
  term: 'monthly',
  activation: { mode: 'code' },
  additional: true,
};

const cases: { readonly [T in OrderType]: Case } = {
  changeQuantity: {
    person: 'hana',
    body: { subscriptionId: 'sub-hana-endpoint', quantity: 26, expectedCurrentQuantity: 25 },
    preview: {
      decision: { effectiveDate: athens },
      after: { quantity: 26, planId: 'endpoint-security-standard', state: 'active' },
      survival: { activationCode: 'unchanged', vendorAccount: 'kept', unitsWithoutLicence: 0, optionsLost: [] },
      reversibility: { by: 'reverse', from: athens, until: null },
    },
  },
  cancel: {
    person: 'hana',
    body: { subscriptionId: 'sub-hana-endpoint' },
    preview: {
      after: { state: 'terminated', quantity: 25 },
      survival: { activationCode: 'ends', vendorAccount: 'ends', unitsWithoutLicence: 17 },
      reversibility: { by: 'none', from: null, until: null, sentence: 'It cannot be reversed.' },
    },
  },
  undoCancel: {
    person: 'hana',
    body: { subscriptionId: 'sub-leaving' },
    preview: {
      decision: { pendingChanges: [{ type: 'cancel', outcome: 'withdraw', effectiveDate: startOfNextMonth(tokyo) }] },
      after: { state: 'active' },
    },
  },
  suspend: {
    person: 'oscar',
    body: { subscriptionId: 'sub-hana-endpoint', until: addDays(athens, 14) },
    preview: { after: { state: 'suspended', suspendedUntil: addDays(athens, 14) }, reversibility: { by: 'reverse' } },
  },
  activate: {
    person: 'oscar',
    body: { subscriptionId: 'sub-osaka-endpoint' },
    preview: { after: { state: 'active', suspendedUntil: null } },
  },
  changeServicePlan: {
    person: 'paula',
    body: {
      subscriptionId: 'sub-hana-worry-free',
      planId: 'worry-free-services-standard',
      options: [{ optionId: 'endpoint-sensor', quantity: 0 }],
      managed: false,
    },
    preview: {
      after: { planId: 'worry-free-services-standard', skuId: 'worry-free-services-standard-unit', managed: false },
      survival: { activationCode: 'none', vendorAccount: 'kept', optionsLost: ['endpoint-sensor'] },
    },
  },
  changeTerm: {
    person: 'hana',
    body: { subscriptionId: 'sub-osaka-groupware-paid', term: 'annual' },
    preview: {
      decision: { effectiveDate: startOfNextMonth(tokyo) },
      after: { term: 'annual', servicePeriod: { start: startOfNextMonth(tokyo) } },
      reversibility: { by: 'withdraw', from: tokyo, until: addDays(startOfNextMonth(tokyo), -1) },
    },
  },
  changeOptions: {
    person: 'hana',
    body: { subscriptionId: 'sub-osaka-groupware-paid', options: [{ optionId: 'extra-storage', quantity: 4 }] },
    preview: { decision: { effectiveDate: tokyo }, after: { options: { 'extra-storage': 4 } } },
  },
  changeRenewal: {
    person: 'hana',
    body: { subscriptionId: 'sub-hana-worry-free', autoRenewal: { enabled: false, frequency: 'annual' } },
    preview: { after: { autoRenewal: { enabled: false, frequency: 'annual' } } },
  },
  changeExpiration: {
    person: 'paula',
    body: { subscriptionId: 'sub-hana-worry-free', expirationDate: addDays(chicago, 60) },
    preview: { after: { expirationDate: addDays(chicago, 60) } },
  },
  changeLicenceSettings: {
    person: 'paula',
    body: { subscriptionId: 'sub-hana-worry-free', unitsPerLicence: 3, expirationNotificationDays: 7 },
    preview: { after: { unitsPerLicence: 3, expirationNotificationDays: 7, quantity: 30 } },
  },
  purchase: {
    person: 'bob',
    body: bought,
    preview: {
      decision: { effectiveDate: athens },
      after: { productId: 'endpoint-security', quantity: 20, state: 'pendingActivation', partnerId: null },
      survival: { activationCode: 'issued', vendorAccount: 'created' },
    },
  },
  renew: {
    person: 'hana',
    body: { subscriptionId: 'sub-kyoto-groupware-renewing' },
    preview: {
      decision: { effectiveDate: startOfNextMonth(tokyo) },
      after: { servicePeriod: { start: startOfNextMonth(tokyo) } },
    },
  },
};

describe.each(Object.entries(cases))('a preview of %s', (type, { person, body, preview: expected }) => {
  it('says that it would be accepted, what it would leave, and how to take it back, and stores nothing', async () => {
    const answer = await preview(person, { type, ...body });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({
      status: 200,
      body: {
        decision: { outcome: 'accepted', rejections: [], suggestedOrder: null },
        after: expect.any(Object),
        survival: expect.any(Object),
        reversibility: { sentence: expect.stringMatching(/\S/) },
      },
    });
    expect(answer.body).toMatchObject(expected);
    expect(answer.body.decision.trace.length).toBeGreaterThan(3);
  });

  it('is refused where the order is none: a field too many, or an impossible date', async () => {
    expectProblem(await preview(person, { type, ...body, colour: 'red' }), 'INVALID_REQUEST');
    const impossible = await preview(person, { type, ...body, requestedStartDate: '2026-02-30' });
    expectProblem(impossible, 'INVALID_REQUEST', { errors: [{ field: 'requestedStartDate' }] });
  });

  it('of what is somebody else’s is answered as of what does not exist', async () => {
    const [field, absent] = type === 'purchase' ? ['accountId', 'acc-x'] : ['subscriptionId', 'sub-x'];
    const operates = person === 'oscar';
    for (const id of operates ? ['sub-grace-av', absent] : ['sub-grace-av', 'acc-grace', absent]) {
      const answer = await preview(person, { type, ...body, [field]: id });
      expectProblem(answer, type === 'purchase' ? 'ACCOUNT_NOT_FOUND' : 'SUBSCRIPTION_NOT_FOUND');
    }
  });
});

describe('a preview', () => {
  it('of an order that would be rejected is an answer too, with the order that would be accepted', async () => {
    const body = {
      type: 'changeQuantity',
      subscriptionId: 'sub-hana-groupware',
      quantity: 15,
      expectedCurrentQuantity: 20,
    };
    const rejected = await preview('hana', body);
    expect(rejected).toMatchObject({
      status: 200,
      body: {
        decision: {
          outcome: 'rejected',
          effectiveDate: null,
          rejections: [{ code: 'DECREASE_OUTSIDE_RENEWAL_WINDOW', source: 'R18', eligibleFrom: expect.any(String) }],
          suggestedOrder: { ...body, requestedStartDate: expect.any(String) },
        },
        after: null,
        survival: null,
        reversibility: null,
      },
    });
    const { suggestedOrder, rejections } = rejected.body.decision;
    expect(suggestedOrder.requestedStartDate).toBe(rejections[0].eligibleFrom);
    expect((await preview('hana', suggestedOrder)).body.decision).toMatchObject({
      outcome: 'accepted',
      decisionDate: suggestedOrder.requestedStartDate,
    });
  });

  it('shows a total that reads like a number to add in both readings, before any key is spent', async () => {
    const body = {
      type: 'changeQuantity',
      subscriptionId: 'sub-hana-package',
      quantity: 1,
      expectedCurrentQuantity: 20,
    };
    const { decision } = (await preview('hana', body)).body;
    expect(decision.rejections).toMatchObject([
      { code: 'CONFIRM_TOTAL', inputs: { readAsTotal: 1, readAsAddition: 21 }, smallestChange: { confirmedTotal: 1 } },
    ]);
  });

  it('is not given to a role that may not place the order', async () => {
    const endpoint = { subscriptionId: 'sub-hana-endpoint' };
    expectProblem(await preview('hana', { type: 'suspend', ...endpoint }), 'ROLE_NOT_ALLOWED');
    expectProblem(await preview('billing', { type: 'cancel', ...endpoint }), 'ROLE_NOT_ALLOWED');
    expectProblem(await preview('billing', { type: 'cancel', subscriptionId: 'sub-absent' }), 'ROLE_NOT_ALLOWED');
    expect((await preview('billing', { type: 'renew', subscriptionId: 'sub-kyoto-groupware-renewing' })).status).toBe(
      200,
    );
  });

  it('of a purchase of a product that there is not is answered so', async () => {
    expectProblem(await preview('bob', { type: 'purchase', ...bought, productId: 'nothing' }), 'PRODUCT_NOT_FOUND');
  });

  it('of a purchase by a partner makes a subscription that is changed through the partner', async () => {
    const answer = await preview('paula', { type: 'purchase', ...bought });
    expect(answer.body.after.partnerId).toBe('paula');
  });

  it.each(['maybe', '', '1', 'TRUE', 'true&validateOnly=true'])('is not made for validateOnly=%s', async (value) => {
    const body = { type: 'cancel', subscriptionId: 'sub-hana-endpoint' };
    const answer = await api.as('hana', 'POST', `/v1/orders?validateOnly=${value}`, { body });
    expectProblem(answer, 'INVALID_REQUEST', { errors: [{ field: 'validateOnly' }] });
  });

  it('needs no key, and an order does', async () => {
    const body = { type: 'cancel', subscriptionId: 'sub-hana-endpoint' };
    const answer = await api.as('hana', 'POST', '/v1/orders?validateOnly=false', { body });
    expectProblem(answer, 'IDEMPOTENCY_KEY_MISSING');
  });
});
