import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDecideOrder } from '../../activities/decide-order.ts';
import { policies } from '../../db/schema/catalogue.ts';
import { orders } from '../../db/schema/orders.ts';
import type { Role } from '../../domain/role.ts';
import { type Api, startApi } from '../support/api.ts';
import { orderInput } from '../support/order-input.ts';
import { expectProblem } from '../support/problem.ts';

/** 15:00 in Tokyo, where Anti-Virus is sold. */
const now = new Date('2026-11-24T06:00:00Z');

let api: Api;
const made: Record<'accepted' | 'withoutContact' | 'gated' | 'machine', string> = {
  ...{ accepted: '', withoutContact: '', gated: '', machine: '' },
};
beforeAll(async () => {
  api = await startApi({ now: () => now });
  made.withoutContact = await decided({ contactEmail: undefined }, '2026-11-20T00:00:00.000Z');
  made.accepted = await decided({}, '2026-11-21T00:00:00.000Z');
  // At work on the subscription stands the one before.
  made.gated = await decided({ quantity: 7 }, '2026-11-22T00:00:00.000Z');
  made.machine = await decided({ quantity: 8 }, '2026-11-22T00:00:00.000Z', 'operator');
});
afterAll(() => api.close());

/** An order as it is decided and stored, of which nothing is carried out. */
async function decided(
  fields: Parameters<typeof orderInput>[0],
  submittedAt: string,
  role: Role = 'customer',
): Promise<string> {
  const input = { ...orderInput(fields), submittedAt, submittedBy: { subject: 'hana', role } };
  await createDecideOrder({ database: api.database, now: () => now })(input);
  return input.orderId;
}

const inForce = { contactEmailRequired: {}, acknowledgementGate: { after: 'everyOrder' }, coolingOff: { days: 14 } };
const replay = (rules: object, fields: object = {}) =>
  api.as('oscar', 'POST', '/v1/policies/managed-security:replay', { body: { rules, ...fields } });

describe('the replay of the rules in force', () => {
  it('finds no decision that differs', async () => {
    expect((await replay(inForce)).body).toEqual({
      replayed: 4,
      differing: 0,
      notReplayed: [],
      items: [],
      nextPageToken: null,
    });
  });
});

describe('the replay of a draft', () => {
  it('lists each decision that differs, with both verdicts', async () => {
    const { contactEmailRequired: _, ...draft } = inForce;
    const { status, body } = await replay(draft);
    expect([status, body.replayed, body.differing]).toEqual([200, 4, 1]);
    expect(body.items).toEqual([
      {
        orderId: made.withoutContact,
        type: 'changeQuantity',
        state: 'rejected',
        accountId: 'acc-hana',
        subscriptionId: 'sub-hana-av',
        productId: 'anti-virus',
        submittedAt: '2026-11-20T00:00:00.000Z',
        decisionDate: '2026-11-24',
        before: { outcome: 'rejected', effectiveDate: null, codes: ['CONTACT_EMAIL_REQUIRED'] },
        after: { outcome: 'accepted', effectiveDate: '2026-11-24', codes: [] },
      },
    ]);
  });

  it('tells of a change that would only take effect at another time', async () => {
    const { body } = await replay({ ...inForce, timing: { monthly: { increase: 'nextMonth' } } });
    expect(body.items.find(({ orderId }: { orderId: string }) => orderId === made.accepted)).toMatchObject({
      before: { effectiveDate: '2026-11-24' },
      after: { outcome: 'accepted', effectiveDate: '2026-12-01' },
    });
  });

  it('judges each order on the facts of its day, not on those of now', async () => {
    const { body } = await replay({});
    const gated = body.items.find(({ orderId }: { orderId: string }) => orderId === made.gated);
    // The order before it was at work then, and no policy allows two.
    expect(gated).toBeUndefined();
  });

  it('goes through all orders page by page, newest first, each once', async () => {
    const { contactEmailRequired: _, ...draft } = inForce;
    const counts: number[] = [];
    const found: string[] = [];
    for (let pageToken: string | undefined; counts.length === 0 || pageToken; ) {
      const { body } = await replay(draft, { limit: 1, ...(pageToken && { pageToken }) });
      counts.push(body.replayed);
      found.push(...body.items.map(({ orderId }: { orderId: string }) => orderId));
      pageToken = body.nextPageToken ?? undefined;
    }
    expect(counts).toEqual([1, 1, 1, 1]);
    expect(found).toEqual([made.withoutContact]);
  });

  it('can be kept to the orders since an instant', async () => {
    const since = (instant: string) => replay({}, { since: instant }).then(({ body }) => body.replayed);
    expect(await since('2026-11-21T00:00:00Z')).toBe(3);
    expect(await since('2026-11-21T09:00:00+09:00')).toBe(3);
    expect(await since('2026-11-23T00:00:00Z')).toBe(0);
  });

  it('looks at the products of its policy only', async () => {
    const { body } = await api.as('oscar', 'POST', '/v1/policies/endpoint:replay', { body: { rules: {} } });
    expect(body).toEqual({ replayed: 0, differing: 0, notReplayed: [], items: [], nextPageToken: null });
  });

  it('stores nothing', async () => {
    const rows = await api.asOwner((transaction) => transaction.select().from(policies));
    expect(rows.filter(({ id }) => id === 'managed-security')).toHaveLength(2);
  });

  it.each<[string, object]>([
    ['no orders at all', { limit: 0 }],
    ['more orders than one call may decide', { limit: 501 }],
    ['a day for an instant', { since: '2026-11-24' }],
    ['an instant before there was anything', { since: '0000-01-01T00:00:00Z' }],
    ['a token that no replay gave', { pageToken: 'x' }],
    ['a token with an instant that is none', { pageToken: Buffer.from('["2026","x"]').toString('base64url') }],
    ['a day from which it holds', { effectiveFrom: '2026-12-01' }],
  ])('is refused with %s', async (_, fields) => {
    expectProblem(await replay({}, fields), 'INVALID_REQUEST');
  });
});

describe('an order whose facts were kept in a form that cannot be read', () => {
  it('is named, and does not hide the others', async () => {
    await api.asOwner((transaction) =>
      transaction
        .update(orders)
        .set({ judged: {} as never })
        .where(eq(orders.id, made.gated)),
    );
    expect((await replay(inForce)).body).toMatchObject({ replayed: 3, notReplayed: [made.gated] });
  });
});
