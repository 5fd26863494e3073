import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { billingFacts } from '../../db/schema/facts.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectProblem } from '../support/problem.ts';

/** 23:30 on the 24th in UTC: the 25th in Tokyo, where Groupware is sold, and the 24th in Chicago. */
const now = new Date('2026-11-24T23:30:00Z');
const today = '2026-11-25';
const subscription = 'sub-hana-groupware';

let api: Api;
beforeAll(async () => {
  api = await startApi({ now: () => now });
});
afterAll(() => api.close());

const put = (month: string, body: object, { person = 'billing', id = subscription } = {}) =>
  api.as(person, 'PUT', `/v1/subscriptions/${id}/billing-periods/${month}`, { body });
const list = (query = '', { person = 'hana', id = subscription } = {}) =>
  api.as(person, 'GET', `/v1/subscriptions/${id}/billing-periods${query}`);
const rows = async () => (await api.asOwner((transaction) => transaction.select().from(billingFacts))).length;

describe('what billing says of a month', () => {
  it('is recorded as of today in the product’s zone, and answered with what is known then', async () => {
    const { status, body } = await put('2026-11', { billed: true, paid: false });
    expect([status, body]).toEqual([
      200,
      { month: '2026-11', billed: true, paid: false, billedOn: today, paidOn: null },
    ]);
  });

  it('is kept once when it is said again, also at once', async () => {
    const before = await rows();
    const answers = await Promise.all([1, 2, 3].map(() => put('2026-12', { billed: false, paid: true })));
    for (const { status, body } of answers) {
      // Paid in advance.
      expect([status, body]).toEqual([
        200,
        { month: '2026-12', billed: false, paid: true, billedOn: null, paidOn: today },
      ]);
    }
    expect(await rows()).toBe(before + 1);
  });

  it('is kept although it says no, for that is more than nothing', async () => {
    const before = await rows();
    expect((await put('2026-10', { billed: false, paid: false })).body).toMatchObject({ billed: false, paid: false });
    await put('2026-10', { billed: false, paid: false });
    expect(await rows()).toBe(before + 1);
  });

  it('may come late and in any order: each takes its place by its day', async () => {
    const paid = { billed: true, paid: true };
    await put('2026-09', { ...paid, effectiveDate: '2026-09-20' });
    expect((await put('2026-09', { billed: true, paid: false, effectiveDate: '2026-09-05' })).body).toMatchObject({
      billedOn: '2026-09-05',
      paidOn: '2026-09-20',
    });
    // A payment that was taken back, and came again.
    await put('2026-09', { billed: true, paid: false, effectiveDate: '2026-10-01' });
    expect((await put('2026-09', { ...paid, effectiveDate: '2026-10-08' })).body).toEqual({
      month: '2026-09',
      ...{ billed: true, paid: true, billedOn: '2026-09-05', paidOn: '2026-10-08' },
    });
    const before = await rows();
    await put('2026-09', { billed: true, paid: false, effectiveDate: '2026-10-03' });
    expect(await rows(), 'known of that day already').toBe(before);
  });

  it('cannot hold from a day that has not come in the product’s zone', async () => {
    const before = await rows();
    const tomorrow = await put('2026-11', { billed: true, paid: true, effectiveDate: '2026-11-26' });
    expectProblem(tomorrow, 'FACT_IN_FUTURE', { latest: today });
    const chicago = { id: 'sub-hana-worry-free' };
    expectProblem(await put('2026-11', { billed: true, paid: true, effectiveDate: today }, chicago), 'FACT_IN_FUTURE', {
      latest: '2026-11-24',
    });
    expect(await rows()).toBe(before);
  });

  it.each(['2026-13', '2026-00', '2026-1', '26-11', '0000-01', '2026-11-01', 'november', '２０２６-11'])(
    'is refused for the month %s',
    async (month) => {
      expectProblem(await put(encodeURIComponent(month), { billed: true, paid: true }), 'INVALID_REQUEST', {
        errors: [{ field: 'month', message: expect.stringMatching(/\S/) }],
      });
    },
  );

  it.each<[string, object]>([
    ['nothing', {}],
    ['no word about payment', { billed: true }],
    ['text for yes', { billed: 'true', paid: true }],
    ['null for no', { billed: true, paid: null }],
    ['an impossible day', { billed: true, paid: true, effectiveDate: '2026-02-29' }],
    ['a day with a time', { billed: true, paid: true, effectiveDate: '2026-11-01T00:00:00Z' }],
    ['another field', { billed: true, paid: true, amount: 12 }],
  ])('is refused with %s', async (_, body) => {
    expectProblem(await put('2026-11', body), 'INVALID_REQUEST');
  });

  it('is refused for a subscription that is not there or is another seller’s', async () => {
    for (const id of ['sub-absent', 'sub-grace-av']) {
      expectProblem(await put('2026-11', { billed: true, paid: true }, { id }), 'SUBSCRIPTION_NOT_FOUND');
    }
    expectProblem(await put('2026-11', { billed: true, paid: true }, { id: '..' }), 'NOT_FOUND');
  });

  it('is said by machines and operators only', async () => {
    for (const person of ['hana', 'paula']) {
      expectProblem(await put('2026-11', { billed: true, paid: true }, { person }), 'ROLE_NOT_ALLOWED');
    }
    expect((await put('2026-11', { billed: true, paid: true }, { person: 'oscar' })).status).toBe(200);
  });
});

describe('the months that billing spoke of', () => {
  it('are shown to whoever may see the subscription, oldest first', async () => {
    const { body } = await list();
    const months = body.items.map(({ month }: { month: string }) => month);
    expect(months).toEqual([...months].sort());
    expect(months).toContain('2026-09');
    for (const person of ['paula', 'oscar', 'billing']) expect((await list('', { person })).body).toEqual(body);
    for (const person of ['bob', 'grace']) expectProblem(await list('', { person }), 'SUBSCRIPTION_NOT_FOUND');
  });

  it('can be narrowed, and months that cannot be are refused', async () => {
    const { body } = await list('?from=2026-10&until=2026-11');
    expect(body.items.map(({ month }: { month: string }) => month)).toEqual(['2026-10', '2026-11']);
    expectProblem(await list('?from=2026-13'), 'INVALID_REQUEST');
    expectProblem(await list('?month=2026-11'), 'INVALID_REQUEST');
  });
});
