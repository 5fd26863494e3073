import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subscriptions } from '../../db/schema/subscriptions.ts';
import { seats } from '../../sandbox/sample/endpoint.ts';
import { inTheTerm, monthly } from '../../sandbox/sample/groupware.ts';
import { agents } from '../../sandbox/sample/managed-security.ts';
import { type Api, startApi } from '../support/api.ts';
import { addPendingOrder } from '../support/pending-order.ts';
import { expectProblem } from '../support/problem.ts';

// Already the 15th in Japan, still the 14th in Greece.
const now = new Date('2026-03-14T18:00:00Z');
const tokyo = '2026-03-15';
const athens = '2026-03-14';

let api: Api;
beforeAll(async () => {
  api = await startApi({ now: () => now });
  await api.asOwner(async (transaction) => {
    await transaction
      .insert(subscriptions)
      .values(
        [
          inTheTerm(tokyo, 'sub-annual', 'acc-hana'),
          monthly(tokyo, 'sub-monthly', 'acc-hana'),
          seats(athens, { id: 'sub-seats', accountId: 'acc-hana', quantity: 25, assignedQuantity: 17 }),
          { ...seats(athens, { id: 'sub-tens', accountId: 'acc-hana', quantity: 510 }), skuId: 'endpoint-500-up' },
          { ...seats(athens, { id: 'sub-expiring', accountId: 'acc-hana', quantity: 25 }), ...expiring },
          agents(tokyo, 'anti-virus', { id: 'sub-one-agent', accountId: 'acc-hana', quantity: 1, assignedQuantity: 1 }),
        ].map((row) => ({ tenant: 'acme', ...row })),
      );
    const fewer = { type: 'changeQuantity', subscriptionId: 'sub-monthly', quantity: 10 } as const;
    await addPendingOrder(
      transaction,
      { ...fewer, expectedCurrentQuantity: 12 },
      { today: tokyo, effectiveDate: '2026-04-01' },
    );
  });
});
afterAll(() => api.close());

const expiring = { expirationDate: '2026-03-31', expirationNotificationDays: 7 } as const;

const ask = (person: string, id: string, query = '') =>
  api.as(person, 'GET', `/v1/subscriptions/${id}/eligibility${query}`);
const action = async (person: string, id: string, name: string, query = '') => {
  const { status, body } = await ask(person, id, query);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.actions.find((one: { action: string }) => one.action === name);
};

describe('what may be ordered', () => {
  it('is told with the day, the zone, the policy and the quantities it was asked for', async () => {
    expect((await ask('hana', 'sub-annual')).body).toMatchObject({
      subscriptionId: 'sub-annual',
      asOf: tokyo,
      today: tokyo,
      timeZone: 'Asia/Tokyo',
      policy: { id: 'groupware', version: 1 },
      licenceStatus: 'normal',
      quantity: { minimum: 1, maximum: null, step: 1, assigned: null },
      actions: expect.any(Array),
    });
  });

  it('inside an annual term are additions, and reductions from the renewal window on', async () => {
    expect(await action('hana', 'sub-annual', 'increaseQuantity')).toMatchObject({
      orderType: 'changeQuantity',
      order: { type: 'changeQuantity', quantity: 21, expectedCurrentQuantity: 20 },
      allowed: true,
      effectiveDate: tokyo,
      eligibleFrom: tokyo,
      reasons: [],
      suggestedOrder: null,
    });
    const reductions = ['decreaseQuantity', 'reduceOption', 'changeToMonthly'];
    for (const name of reductions) {
      expect(await action('hana', 'sub-annual', name), name).toMatchObject({
        allowed: false,
        effectiveDate: null,
        eligibleFrom: '2026-12-01',
        eligibleUntil: '2026-12-31',
        reasons: [{ eligibleFrom: '2026-12-01', eligibleUntil: '2026-12-31' }],
        suggestedOrder: { requestedStartDate: '2026-12-01' },
      });
    }
  });

  it('in the renewal window are reductions too, from the next period on', async () => {
    for (const name of ['decreaseQuantity', 'reduceOption', 'changeToMonthly']) {
      expect(await action('hana', 'sub-annual', name, '?asOf=2026-12-10'), name).toMatchObject({
        order: { requestedStartDate: '2026-12-10' },
        allowed: true,
        effectiveDate: '2027-01-01',
        eligibleFrom: '2026-12-10',
        eligibleUntil: '2026-12-31',
      });
    }
  });

  it('says what would become of what is pending, which the subscription shows in words', async () => {
    const { body: subscription } = await api.as('hana', 'GET', '/v1/subscriptions/sub-monthly');
    const [pending] = subscription.pendingChanges;
    expect(subscription.pendingChanges).toEqual([
      {
        orderId: expect.any(String),
        type: 'changeQuantity',
        effectiveDate: '2026-04-01',
        words: 'Change the quantity to 10 users in total',
      },
    ]);
    const { pendingChanges } = await action('hana', 'sub-monthly', 'increaseQuantity');
    expect(pendingChanges).toEqual([
      { orderId: pending.orderId, type: 'changeQuantity', effectiveDate: '2026-04-01', outcome: 'keep' },
    ]);
    expect(await action('hana', 'sub-monthly', 'decreaseQuantity')).toMatchObject({
      allowed: false,
      reasons: [{ code: 'SUPERSEDE_REQUIRED', smallestChange: { supersede: true } }],
    });
  });

  it('depends on the role', async () => {
    expect(await action('oscar', 'sub-seats', 'suspend')).toMatchObject({ allowed: true, effectiveDate: athens });
    expect(await action('hana', 'sub-seats', 'suspend')).toMatchObject({
      allowed: false,
      reasons: [{ code: 'ROLE_NOT_ALLOWED', source: 'R7' }],
      suggestedOrder: null,
    });
    const { body } = await ask('billing', 'sub-seats');
    expect(body.actions.filter(({ allowed }: { allowed: boolean }) => allowed)).toHaveLength(1);
  });

  it('names no order that cannot be sent', async () => {
    expect(await action('hana', 'sub-one-agent', 'decreaseQuantity')).toMatchObject({
      order: null,
      allowed: false,
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'QUANTITY_NOT_POSITIVE' })]),
    });
  });
});

describe('the quantities that can be ordered', () => {
  it.each([
    ['sub-seats', { minimum: 17, maximum: 499, step: 1, assigned: 17 }],
    ['sub-tens', { minimum: 500, maximum: null, step: 10, assigned: null }],
    // No rule of its policy looks at units in use.
    ['sub-one-agent', { minimum: 1, maximum: null, step: 1, assigned: 1 }],
  ])('are those of SKU, units in use and policy: %s', async (id, quantity) => {
    expect((await ask('hana', id)).body.quantity).toEqual(quantity);
  });
});

describe('the day asked about', () => {
  it.each([
    ['2026-03-23', 'normal'],
    ['2026-03-24', 'expiringSoon'],
    ['2026-03-31', 'expiringSoon'],
    // It has been renewed by then.
    ['2026-04-01', 'normal'],
  ])('decides the licence status: %s', async (asOf, licenceStatus) => {
    expect((await ask('hana', 'sub-expiring', `?asOf=${asOf}`)).body).toMatchObject({ asOf, licenceStatus });
  });

  it('is today in the zone of the product, where none is given', async () => {
    expect((await ask('hana', 'sub-seats')).body).toMatchObject({ asOf: athens, timeZone: 'Europe/Athens' });
  });

  it('is not past, and the first day is told', async () => {
    const answer = await ask('hana', 'sub-annual', `?asOf=${athens}`);
    expectProblem(answer, 'INVALID_REQUEST', {
      errors: [{ field: 'asOf', message: 'Is in the past; the first day is 2026-03-15, today in Asia/Tokyo' }],
    });
    expect((await ask('hana', 'sub-seats', `?asOf=${athens}`)).status).toBe(200);
  });

  it('is within 18 months, and the last day is told', async () => {
    expect((await ask('hana', 'sub-annual', '?asOf=2027-09-15')).status).toBe(200);
    const answer = await ask('hana', 'sub-annual', '?asOf=2027-09-16');
    expectProblem(answer, 'INVALID_REQUEST', {
      errors: [{ field: 'asOf', message: 'Is too far away; the last day is 2027-09-15' }],
    });
  });

  it.each(['?asOf=2026-02-30', '?asOf=', '?asOf=tomorrow', '?asOf=2026-04-01&asOf=2026-04-02', '?on=2026-04-01'])(
    'is refused: %s',
    async (query) => {
      expectProblem(await ask('hana', 'sub-annual', query), 'INVALID_REQUEST');
    },
  );
});

describe('a subscription that one may not see', () => {
  it.each(['eligibility', 'calendar', 'calendar.ics', 'history'])('has no %s', async (part) => {
    const absent = await api.as('bob', 'GET', `/v1/subscriptions/sub-absent/${part}`);
    expectProblem(absent, 'SUBSCRIPTION_NOT_FOUND');
    for (const id of ['sub-annual', 'sub-grace-av']) {
      const answer = await api.as('bob', 'GET', `/v1/subscriptions/${id}/${part}`);
      expect(answer.body).toEqual(absent.body);
    }
    expectProblem(await api.as('bob', 'GET', `/v1/subscriptions/sub%00/${part}`), 'NOT_FOUND');
  });

  it('is not simulated', async () => {
    for (const id of ['sub-annual', 'sub-grace-av', 'sub-absent']) {
      const answer = await api.as('bob', 'POST', `/v1/subscriptions/${id}:simulate`, { body: { steps: [] } });
      expectProblem(answer, 'SUBSCRIPTION_NOT_FOUND');
    }
  });
});

describe('a product that cannot be judged by', () => {
  const repaired = { policy: sql`'2020-01-01'`, zone: sql`'Europe/Athens'` };
  const broken = (part: 'policy' | 'zone', value = repaired[part]) =>
    api.asOwner((transaction) =>
      transaction.execute(
        part === 'policy'
          ? sql`update policies set effective_from = ${value} where id = 'endpoint'`
          : sql`update products set time_zone = ${value} where id = 'endpoint-security'`,
      ),
    );

  it.each([
    ['policy', sql`'2099-01-01'`],
    ['zone', sql`'Mars/Olympus'`],
  ] as const)('for want of a %s says so, and its subscriptions can still be looked at', async (part, value) => {
    await broken(part, value);
    expectProblem(await ask('hana', 'sub-seats'), 'CATALOGUE_INCOMPLETE');
    expectProblem(await api.as('hana', 'GET', '/v1/subscriptions/sub-seats/calendar'), 'CATALOGUE_INCOMPLETE');
    const body = { type: 'cancel', subscriptionId: 'sub-seats' };
    expectProblem(await api.as('hana', 'POST', '/v1/orders?validateOnly=true', { body }), 'CATALOGUE_INCOMPLETE');
    const { status, body: shown } = await api.as('hana', 'GET', '/v1/subscriptions/sub-seats');
    expect([status, shown.phase, shown.quantity]).toEqual([200, null, 25]);
    expect((await api.as('hana', 'GET', '/v1/subscriptions')).status).toBe(200);
    expect((await ask('hana', 'sub-annual')).status).toBe(200);
    await broken(part);
    expect((await ask('hana', 'sub-seats')).status).toBe(200);
  });
});
