import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subscriptionHistory } from '../../db/schema/subscriptions.ts';
import { findSubscription, toSubscription } from '../../db/subscriptions.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectProblem } from '../support/problem.ts';

const id = 'sub-hana-av';
const order = '3f0c7c52-6b0e-4d0a-9b3c-0a1c2f5e7d11';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await api.asOwner(async (transaction) => {
    const row = await findSubscription(transaction, id);
    if (!row) throw new Error('There is no sample data');
    const snapshot = toSubscription(row);
    const at = (version: number, quantity: number, effective: string, recorded: string) => ({
      tenant: 'acme',
      subscriptionId: id,
      version,
      orderId: order,
      actor: 'hana',
      reason: 'order.completed',
      snapshot: { ...snapshot, quantity },
      effectiveDate: effective.slice(0, 10) as `${number}-${number}-${number}`,
      effectiveAt: new Date(effective),
      recordedAt: new Date(recorded),
    });
    // The second was told late: it held before the first was recorded.
    await transaction
      .insert(subscriptionHistory)
      .values([
        at(2, 7, '2090-01-10T00:00:00Z', '2090-01-10T00:00:00Z'),
        at(3, 6, '2090-01-05T00:00:00Z', '2090-01-20T00:00:00Z'),
        at(4, 9, '2090-02-01T00:00:00Z', '2090-02-01T00:00:00Z'),
      ]);
  });
});
afterAll(() => api.close());

const history = (query = '', person = 'hana') => api.as(person, 'GET', `/v1/subscriptions/${id}/history${query}`);
const versions = ({ body }: { body: { items: { version: number }[] } }) => body.items.map(({ version }) => version);

describe('the history of a subscription', () => {
  it('tells who changed what and why, from when it holds and since when it is known', async () => {
    const { status, body } = await history();
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({ nextPageToken: null, stateThen: null });
    expect(versions({ body })).toEqual([1, 2, 3, 4]);
    expect(body.items[0]).toMatchObject({ actor: 'sandbox', reason: 'sample data', orderId: null });
    expect(body.items[1]).toMatchObject({
      version: 2,
      snapshot: { quantity: 7, planId: 'anti-virus-standard', term: 'monthly', state: 'active' },
      actor: 'hana',
      reason: 'order.completed',
      orderId: order,
      effectiveAt: '2090-01-10T00:00:00.000Z',
      recordedAt: '2090-01-10T00:00:00.000Z',
    });
    expect(body.items[1].snapshot.accountId).toBeUndefined();
  });

  it.each<[string, number[], number | null]>([
    ['?effectiveAt=2090-01-07T00:00:00Z', [1, 3], 6],
    ['?effectiveAt=2090-01-15T00:00:00Z', [1, 2, 3], 7],
    ['?knownAt=2090-01-15T00:00:00Z', [1, 2], 7],
    ['?effectiveAt=2090-01-07T00:00:00Z&knownAt=2090-01-15T00:00:00Z', [1], 5],
    ['?effectiveAt=2090-02-01T09:00:00%2B09:00', [1, 2, 3, 4], 9],
    ['?effectiveAt=2090-02-01T08:59:59%2B09:00', [1, 2, 3], 7],
    ['?effectiveAt=1999-01-01T00:00:00Z', [], null],
  ])('as of moments is what held then, as far as it was known: %s', async (query, expected, quantity) => {
    const answer = await history(query);
    expect(versions(answer)).toEqual(expected);
    expect(answer.body.stateThen?.quantity ?? null).toBe(quantity);
  });

  it('is read page by page', async () => {
    const seen: number[] = [];
    let pages = 0;
    for (let token = ''; pages === 0 || token; pages++) {
      const answer = await history(`?pageSize=3${token && `&pageToken=${token}`}`);
      seen.push(...versions(answer));
      token = answer.body.nextPageToken ?? '';
    }
    expect([pages, seen]).toEqual([2, [1, 2, 3, 4]]);
  });

  it('is shown to partners and operators too', async () => {
    for (const person of ['paula', 'oscar', 'billing']) expect(versions(await history('', person))).toHaveLength(4);
    expectProblem(await history('', 'bob'), 'SUBSCRIPTION_NOT_FOUND');
    expectProblem(await history('', 'gus'), 'SUBSCRIPTION_NOT_FOUND');
  });

  const token = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  it.each([
    '?effectiveAt=yesterday',
    '?effectiveAt=2026-02-30T00:00:00Z',
    '?effectiveAt=2026-01-01',
    '?effectiveAt=2026-01-01T00:00:00',
    '?effectiveAt=0000-01-01T00:00:00Z',
    '?effectiveAt=0001-01-01T00:00:00%2B23:59',
    '?knownAt=9999-12-31T23:59:59-23:59',
    '?knownAt=',
    '?knownAt=2026-01-01T00:00:00Z&knownAt=2026-01-01T00:00:00Z',
    `?pageToken=${token(-1)}`,
    `?pageToken=${token(1e12)}`,
    `?pageToken=${token('2')}`,
    '?pageSize=0',
    '?version=2',
  ])('is refused: %s', async (query) => {
    expectProblem(await history(query), 'INVALID_REQUEST');
  });
});
