import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plans, products } from '../../db/schema/catalogue.ts';
import { planApprovals } from '../../db/schema/facts.ts';
import { type Api, type Stranger, startApi } from '../support/api.ts';
import { expectProblem } from '../support/problem.ts';

const complete = '/v1/plans/worry-free-suite-complete';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const compositionChanges = (on: `${number}-${number}-${number}`) =>
  api.asOwner((transaction) =>
    transaction.update(plans).set({ compositionChangedOn: on }).where(eq(plans.id, 'worry-free-suite-complete')),
  );
const approvals = () => api.asOwner((transaction) => transaction.select().from(planApprovals));
const approve = (person: string | Stranger, body: object = { confirmed: true }, headers = {}) =>
  api.as(person, 'POST', `${complete}:approveComposition`, { body, headers });

describe('plans', () => {
  const plansOf = async (query: string) =>
    (await api.as('paula', 'GET', `/v1/plans?${query}`)).body.items.map(({ id }: { id: string }) => id);

  it('are listed page by page, of one product or of all', async () => {
    const all = await plansOf('pageSize=100');
    expect(all).toEqual([...new Set(all)].sort());
    const first = (await api.as('paula', 'GET', '/v1/plans?pageSize=1')).body;
    expect(first.items).toMatchObject([{ id: all[0] }]);
    expect(await plansOf(`pageSize=1&pageToken=${first.nextPageToken}`)).toEqual([all[1]]);
    expect(await plansOf('productId=groupware')).toEqual(['groupware-standard']);
    expect(await plansOf('productId=absent')).toEqual([]);
  });

  it('R9: those whose change of composition a partner has still to approve can be asked for', async () => {
    await compositionChanges('2026-11-01');
    expect(await plansOf('awaitingApproval=true')).toContain('worry-free-suite-complete');
    expect(await plansOf('awaitingApproval=true')).not.toContain('groupware-standard');
    expect(await plansOf('awaitingApproval=false')).toContain('groupware-standard');
    expectProblem(await api.as('paula', 'GET', '/v1/plans?awaitingApproval=maybe'), 'INVALID_REQUEST');
  });
});

describe('products', () => {
  it('are shown to everybody who is signed in, page by page in the order of their ids', async () => {
    const ids: string[] = [];
    for (let pageToken = ''; ids.length === 0 || pageToken; ) {
      const { body } = await api.as('bob', 'GET', `/v1/products?pageSize=3${pageToken && `&pageToken=${pageToken}`}`);
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      pageToken = body.nextPageToken ?? '';
    }
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toContain('groupware');
  });

  it('say how they are sold, changed and activated, and which version of their policy is in force', async () => {
    const { status, body } = await api.as('hana', 'GET', '/v1/products/groupware');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 'groupware',
      timeZone: 'Asia/Tokyo',
      terms: ['monthly', 'annual'],
      activationPolicy: 'automatic',
      activationModes: ['firstLogon', 'onDate'],
      settings: ['autoRenewal'],
      policy: { id: 'groupware', version: 1 },
      plans: [{ id: 'groupware-standard', level: 1, lifecycle: 'active' }],
      skus: [{ id: 'groupware-user', planId: 'groupware-standard', minimumQuantity: null, quantityStep: 1 }],
    });
    expect(body.options).toContainEqual({
      id: 'device-certificate',
      name: 'Device certificate',
      planIds: ['groupware-standard'],
      requires: ['secure-access'],
      maximumQuantity: null,
    });
    const { body: onPremise } = await api.as('hana', 'GET', '/v1/products/worry-free-on-premise');
    expect(onPremise).toMatchObject({ activationPolicy: 'onPremise', activationModes: ['code'] });
  });

  it('tell of each plan where it stands in its life today (R8)', async () => {
    const { body } = await api.as('hana', 'GET', '/v1/products/worry-free-services');
    expect(body.plans.map(({ id, lifecycle }: { id: string; lifecycle: string }) => [id, lifecycle])).toEqual([
      ['worry-free-services-5', 'endOfLife'],
      ['worry-free-services-standard', 'active'],
      ['worry-free-services-advanced', 'active'],
    ]);
  });

  it('are shown all the same when the catalogue gives one of them no real time zone', async () => {
    await api.asOwner((transaction) =>
      transaction.update(products).set({ timeZone: 'Mars/Olympus' }).where(eq(products.id, 'virtual-patch')),
    );
    const { body } = await api.as('bob', 'GET', '/v1/products/virtual-patch');
    expect(body).toMatchObject({ policy: { version: null }, plans: [{ lifecycle: null }] });
    expect((await api.as('bob', 'GET', '/v1/products')).status).toBe(200);
  });

  it('that are not there are answered so', async () => {
    expectProblem(await api.as('hana', 'GET', '/v1/products/absent'), 'PRODUCT_NOT_FOUND');
    expectProblem(await api.as('hana', 'GET', '/v1/products/a%2Fb'), 'NOT_FOUND');
    expectProblem(await api.as('hana', 'GET', '/v1/products?pageToken=x'), 'INVALID_REQUEST');
    expectProblem(await api.as('hana', 'GET', '/v1/plans/absent'), 'PLAN_NOT_FOUND');
  });
});

describe('a change of the composition of a suite (R9)', () => {
  it('is seen by customers and operators, who cannot approve it', async () => {
    for (const person of ['hana', 'oscar', 'billing']) {
      const { body } = await api.as(person, 'GET', complete);
      expect(body).toMatchObject({ compositionChangedOn: expect.stringMatching(/^\d{4}-/), lastApproval: null });
      expectProblem(await approve(person), 'ROLE_NOT_ALLOWED');
    }
    expect(await approvals()).toEqual([]);
  });

  it('is not approved without confirmation, nor with a body that is none', async () => {
    for (const body of [{}, { confirmed: false }])
      expectProblem(await approve('paula', body), 'APPROVAL_NOT_CONFIRMED');
    for (const body of [{ confirmed: 'yes' }, { confirmed: true, reason: 'a\0b' }, { confirmed: true, note: '' }]) {
      expectProblem(await approve('paula', body), 'INVALID_REQUEST');
    }
    expect(await approvals()).toEqual([]);
  });

  it('is not approved by a partner none of whose accounts has the plan, nor on a plan that is not there', async () => {
    const peter = { id: 'peter', tenant: 'acme', role: 'partner' as const, accounts: ['acc-bob'] };
    expectProblem(await approve(peter), 'PLAN_NOT_HELD');
    expectProblem(
      await api.as('paula', 'POST', '/v1/plans/absent:approveComposition', { body: { confirmed: true } }),
      'PLAN_NOT_FOUND',
    );
  });

  it('is not approved as another version than was reviewed', async () => {
    expectProblem(await approve('paula', { confirmed: true }, { 'if-match': '"99"' }), 'PRECONDITION_FAILED');
  });

  it('is approved once, however often and at once the partner clicks', async () => {
    const before = await api.as('paula', 'GET', complete);
    const etag = before.headers.get('etag') ?? '';
    const clicks = await Promise.all(
      [1, 2, 3].map(() => approve('paula', { confirmed: true, reason: 'Reviewed' }, { 'if-match': etag })),
    );
    expect(clicks.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(clicks[0]?.body).toMatchObject({
      compositionChangedOn: null,
      lastApproval: { compositionChangedOn: before.body.compositionChangedOn, approvedBy: 'paula', reason: 'Reviewed' },
      version: before.body.version + 1,
    });
    expect(clicks[1]?.body).toEqual(clicks[0]?.body);
    expect(await approvals()).toMatchObject([{ approvedBy: 'paula', note: 'Reviewed' }]);
  });

  it('tells customers that it was approved, and only operators by whom', async () => {
    const seenBy = async (person: string) => (await api.as(person, 'GET', complete)).body.lastApproval;
    expect(await seenBy('hana')).toMatchObject({ approvedBy: null, reason: null });
    expect(await seenBy('oscar')).toMatchObject({ approvedBy: 'paula', reason: 'Reviewed' });
  });

  it('that another partner has approved, or that never was, leaves nothing to approve', async () => {
    const petra = { id: 'petra', tenant: 'acme', role: 'partner' as const, accounts: ['acc-hana'] };
    expectProblem(await approve(petra), 'NOTHING_TO_APPROVE');
    expectProblem(
      await api.as('paula', 'POST', '/v1/plans/worry-free-services-advanced:approveComposition', {
        body: { confirmed: true },
      }),
      'NOTHING_TO_APPROVE',
    );
  });

  it('awaits approval again after the next change', async () => {
    await compositionChanges('2026-11-01');
    expect((await approve('paula')).body.lastApproval.compositionChangedOn).toBe('2026-11-01');
    expect(await approvals()).toHaveLength(2);
  });
});
