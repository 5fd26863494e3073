import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subscriptions } from '../../db/schema/subscriptions.ts';
import { inTheTerm, monthly } from '../../sandbox/sample/groupware.ts';
import { expiringSoon } from '../../sandbox/sample/worry-free-holdings.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectProblem } from '../support/problem.ts';

const tokyo = '2026-03-15';

let api: Api;
beforeAll(async () => {
  api = await startApi({ now: () => new Date('2026-03-14T18:00:00Z') });
  await api.asOwner((transaction) =>
    transaction
      .insert(subscriptions)
      .values(
        [
          inTheTerm(tokyo, 'sub-annual', 'acc-hana'),
          monthly(tokyo, 'sub-monthly', 'acc-hana'),
          expiringSoon('2026-03-14', 'sub-services', 'acc-hana'),
        ].map((row) => ({ tenant: 'acme', ...row })),
      ),
  );
});
afterAll(() => api.close());

const simulate = (id: string, body: object, person = 'hana') =>
  api.as(person, 'POST', `/v1/subscriptions/${id}:simulate`, { body });
const total = (quantity: number, expectedCurrentQuantity: number, subscriptionId = 'sub-annual') => ({
  type: 'changeQuantity',
  subscriptionId,
  quantity,
  expectedCurrentQuantity,
});
const cancel = { type: 'cancel', subscriptionId: 'sub-monthly' };

describe('a simulation', () => {
  it('plays S4’s example: 20 users of a calendar year, at four moments', async () => {
    const steps = [
      { date: '2026-03-15', order: total(25, 20) },
      { date: '2026-06-01', order: total(18, 25) },
      { date: '2026-12-10', order: total(18, 25) },
      { date: '2027-02-01', order: total(30, 18) },
    ];
    const { status, body } = await simulate('sub-annual', { until: '2027-03-31', steps });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({
      subscriptionId: 'sub-annual',
      timeZone: 'Asia/Tokyo',
      from: tokyo,
      until: '2027-03-31',
      policy: { id: 'groupware', version: 1 },
      timeline: [
        { date: '2026-03-15', kind: 'order', orderId: 'step-0', decision: { outcome: 'accepted' } },
        {
          date: '2026-06-01',
          kind: 'order',
          orderId: 'step-1',
          decision: {
            outcome: 'rejected',
            rejections: [{ code: 'DECREASE_OUTSIDE_RENEWAL_WINDOW', eligibleFrom: '2026-12-01' }],
            suggestedOrder: { requestedStartDate: '2026-12-01' },
          },
        },
        { date: '2026-12-10', orderId: 'step-2', decision: { outcome: 'accepted', effectiveDate: '2027-01-01' } },
        { date: '2027-01-01', kind: 'renewal' },
        { date: '2027-01-01', kind: 'effect', orderId: 'step-2', orderType: 'changeQuantity' },
        { date: '2027-02-01', kind: 'order', orderId: 'step-3', decision: { effectiveDate: '2027-02-01' } },
      ],
      after: { quantity: 30, servicePeriod: { start: '2027-01-01', end: '2027-12-31' } },
      pendingChanges: [],
    });
    expect(body.timeline[0].decision.trace).toBeUndefined();
    const quantities = body.quantityPerMonth.map(({ month, quantity }: { month: string; quantity: number }) => [
      month,
      quantity,
    ]);
    expect(Object.fromEntries(quantities)).toMatchObject({
      '2026-03': 25,
      '2026-12': 25,
      '2027-01': 18,
      '2027-02': 30,
      '2027-03': 30,
    });
  });

  it('plays facts between orders: who has not paid cannot leave, and who has paid can', async () => {
    const steps = [
      { date: '2026-03-15', order: cancel },
      { date: '2026-03-16', fact: { kind: 'billing', month: '2026-03', billed: true, paid: true } },
      { date: '2026-03-16', order: cancel },
    ];
    const { body } = await simulate('sub-monthly', { steps, until: '2026-04-30' });
    expect(body.timeline).toMatchObject([
      { kind: 'order', decision: { rejections: [{ code: 'PAYMENT_UNKNOWN' }] } },
      { kind: 'fact', fact: 'billing' },
      { kind: 'order', decision: { outcome: 'accepted', effectiveDate: '2026-04-01' } },
      { kind: 'effect', date: '2026-04-01', orderType: 'cancel' },
    ]);
    expect(body.quantityPerMonth).toEqual([
      { month: '2026-03', quantity: 12 },
      { month: '2026-04', quantity: 0 },
    ]);
    expect(body.after.state).toBe('terminated');
  });

  it('knows every kind of fact', async () => {
    const planId = 'worry-free-services-advanced';
    const facts = [
      { kind: 'billing', month: '2026-04', billed: true, paid: false },
      { kind: 'assignedQuantity', quantity: 29 },
      { kind: 'compositionChanged', planId },
      { kind: 'compositionApproved', planId },
      { kind: 'planLifecycle', planId, endOfSaleDate: '2026-04-01', endOfLifeDate: null },
      { kind: 'activated' },
      { kind: 'expired' },
    ];
    const steps = facts.map((fact) => ({ date: '2026-03-20', fact }));
    const { status, body } = await simulate('sub-services', { steps, until: '2026-03-31' });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.timeline.map(({ fact }: { fact: string }) => fact)).toEqual(facts.map(({ kind }) => kind));
    expect(body.after).toMatchObject({ state: 'expired', assignedQuantity: 29 });
  });

  it('of nothing is what the calendar says, for 18 months', async () => {
    const { body } = await simulate('sub-annual', { steps: [] });
    expect(body).toMatchObject({ until: '2027-09-15', timeline: [{ date: '2027-01-01', kind: 'renewal' }] });
    expect(body.quantityPerMonth).toHaveLength(18);
  });

  it('leaves what happens after its last day pending, and says what that is', async () => {
    const steps = [{ date: '2026-12-01', order: total(15, 20) }];
    const { body } = await simulate('sub-annual', { steps, until: '2026-12-31' });
    expect(body.pendingChanges).toEqual([
      {
        orderId: 'step-0',
        type: 'changeQuantity',
        effectiveDate: '2027-01-01',
        words: 'Change the quantity to 15 users in total',
      },
    ]);
  });

  it('stores nothing', async () => {
    const before = await api.as('hana', 'GET', '/v1/subscriptions/sub-annual');
    await simulate('sub-annual', { steps: [{ date: tokyo, order: total(500, 20) }] });
    expect((await api.as('hana', 'GET', '/v1/subscriptions/sub-annual')).body).toEqual(before.body);
    expect((await api.as('hana', 'GET', '/v1/orders?subscriptionId=sub-annual')).body.items).toEqual([]);
  });

  it('takes a hundred steps in little time, and no more', async () => {
    const steps = Array.from({ length: 101 }, (_, n) => ({ date: tokyo, order: total(21 + n, 20 + n) }));
    const started = performance.now();
    const { body } = await simulate('sub-annual', {
      steps: steps.slice(1).map(({ date }, n) => ({ date, order: total(21 + n, 20 + n) })),
    });
    expect(body.after.quantity).toBe(120);
    expect(performance.now() - started).toBeLessThan(5_000);
    expectProblem(await simulate('sub-annual', { steps }), 'INVALID_REQUEST', { errors: [{ field: 'steps' }] });
  });
});

describe('a simulation that cannot be', () => {
  const order = total(21, 20);
  const purchase = {
    type: 'purchase',
    accountId: 'acc-hana',
    productId: 'groupware',
    planId: 'groupware-standard',
    quantity: 1,
    term: 'monthly',
    activation: { mode: 'firstLogon' },
  };
  it.each<[string, object, string]>([
    ['no steps', {}, 'steps'],
    ['a step yesterday', { steps: [{ date: '2026-03-14', order }] }, 'steps.0.date'],
    ['a step after the last day', { until: '2026-04-01', steps: [{ date: '2026-04-02', order }] }, 'steps.0.date'],
    ['a last day in the past', { until: '2026-03-14', steps: [] }, 'until'],
    ['a last day too far away', { until: '2029-03-16', steps: [] }, 'until'],
    ['an impossible last day', { until: '2026-02-30', steps: [] }, 'until'],
    [
      'an impossible day',
      {
        steps: [
          { date: tokyo, order },
          { date: '2027-02-29', order },
        ],
      },
      'steps.1.date',
    ],
    ['neither order nor fact', { steps: [{ date: tokyo }] }, 'steps.0'],
    ['both', { steps: [{ date: tokyo, order, fact: { kind: 'activated' } }] }, 'steps.0'],
    ['no day', { steps: [{ order }] }, 'steps.0.date'],
    ['an unknown field', { steps: [{ date: tokyo, order, after: 1 }] }, 'steps.0.after'],
    ['an order of another subscription', { steps: [{ date: tokyo, order: cancel }] }, 'steps.0.order.subscriptionId'],
    ['a purchase', { steps: [{ date: tokyo, order: purchase }] }, 'steps.0.order.type'],
    ['an unknown order', { steps: [{ date: tokyo, order: { ...order, type: 'burn' } }] }, 'steps.0.order.type'],
    [
      'an order that is none',
      { steps: [{ date: tokyo, order: { ...order, quantity: -1 } }] },
      'steps.0.order.quantity',
    ],
    ['an unknown fact', { steps: [{ date: tokyo, fact: { kind: 'rain' } }] }, 'steps.0.fact.kind'],
    [
      'a month that is none',
      { steps: [{ date: tokyo, fact: { kind: 'billing', month: '2026-13', billed: true, paid: true } }] },
      'steps.0.fact.month',
    ],
    [
      'a negative number in use',
      { steps: [{ date: tokyo, fact: { kind: 'assignedQuantity', quantity: -1 } }] },
      'steps.0.fact.quantity',
    ],
    [
      'a plan of another product',
      { steps: [{ date: tokyo, fact: { kind: 'compositionChanged', planId: 'anti-virus-standard' } }] },
      'steps.0.fact.planId',
    ],
  ])('is refused, and its place named: %s', async (_, body, field) => {
    const answer = await simulate('sub-annual', body);
    expectProblem(answer, 'INVALID_REQUEST');
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });

  it('is told every place at once', async () => {
    const answer = await simulate('sub-annual', { steps: [{ date: '2026-03-01', order: cancel }] });
    expect(answer.body.errors).toEqual([
      { field: 'steps.0.date', message: 'Is in the past; the first day is 2026-03-15' },
      { field: 'steps.0.order.subscriptionId', message: 'Is not sub-annual' },
    ]);
  });
});
