import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeQuantity, type Orders, ordersOn, tenToTwelve } from '../support/orders.ts';
import { expectProblem } from '../support/problem.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { addSubscription } from '../support/subscriptions.ts';

let stack: Stack;
let orders: Orders;
let made: { rejected: string; acknowledged: string; awaiting: string; inProgress: string; failed: string };
let foreign: { bob: string; grace: string };
beforeAll(async () => {
  stack = await startStack();
  orders = ordersOn(stack);
  made = await oneOfEach();
  foreign = {
    bob: await orders.accepted('bob', changeQuantity('sub-bob-patch', { quantity: 9, expectedCurrentQuantity: 8 })),
    grace: await orders.accepted(
      'grace',
      changeQuantity('sub-grace-av', { quantity: 13, expectedCurrentQuantity: 12 }),
    ),
  };
});
afterAll(() => stack.close());

/** Hana's orders, each where it will stay. */
async function oneOfEach() {
  const rejected = (await orders.place('hana', tenToTwelve(await addSubscription(stack, 'sub-a'), { quantity: 10 })))
    .body.orderId;
  const acknowledged = await orders.accepted('hana', tenToTwelve('sub-a'));
  await orders.until('hana', acknowledged, 'completed');
  await orders.acknowledge('hana', acknowledged);
  const awaiting = await orders.accepted('hana', tenToTwelve(await addSubscription(stack, 'sub-b')));
  await orders.until('hana', awaiting, 'completed');
  await stack.vendor.setFault(`vendor-${await addSubscription(stack, 'sub-c')}`, { mode: 'hold' });
  const inProgress = await orders.accepted('hana', tenToTwelve('sub-c'));
  await stack.vendor.setFault(`vendor-${await addSubscription(stack, 'sub-d')}`, { mode: 'refuse' });
  const failed = await orders.accepted('hana', tenToTwelve('sub-d'));
  await orders.until('hana', failed, 'failed');
  return { rejected, acknowledged, awaiting, inProgress, failed };
}

const list = async (person: string, query = ''): Promise<string[]> => {
  const { status, body } = await stack.as(person, 'GET', `/v1/orders?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.items.map(({ id }: { id: string }) => id);
};

describe('the list of orders', () => {
  it('shows the newest first', async () => {
    expect(await list('hana')).toEqual([made.failed, made.inProgress, made.awaiting, made.acknowledged, made.rejected]);
  });

  it('shows each order as it is shown alone', async () => {
    const { body } = await stack.as('hana', 'GET', '/v1/orders');
    for (const item of body.items) expect(item).toEqual((await orders.get('hana', item.id)).body);
  });

  it.each<[string, (keyof typeof made)[]]>([
    ['state=rejected', ['rejected']],
    ['state=completed', ['awaiting', 'acknowledged']],
    ['state=failed&state=inProgress', ['failed', 'inProgress']],
    ['state=held', []],
    ['subscriptionId=sub-a', ['acknowledged', 'rejected']],
    ['subscriptionId=sub-bob-patch', []],
    ['acknowledgement=awaiting', ['failed', 'awaiting']],
    ['acknowledgement=acknowledged', ['acknowledged']],
    ['acknowledgement=notRequired', ['inProgress', 'rejected']],
    ['subscriptionId=sub-a&state=completed&acknowledgement=awaiting', []],
    ['subscriptionId=sub-b&state=completed&acknowledgement=awaiting', ['awaiting']],
  ])('can be narrowed by %s', async (query, expected) => {
    expect(await list('hana', query)).toEqual(expected.map((name) => made[name]));
  });

  it('shows customers their account, partners their accounts, operators and machines the whole tenant', async () => {
    const hanas = Object.values(made).sort();
    expect((await list('hana')).sort()).toEqual(hanas);
    expect(await list('bob')).toEqual([foreign.bob]);
    for (const person of ['paula', 'oscar', 'billing']) {
      expect((await list(person)).sort()).toEqual([...hanas, foreign.bob].sort());
    }
    for (const person of ['grace', 'gus']) expect(await list(person)).toEqual([foreign.grace]);
  });

  it('is read page by page to its end, each order once, while newer ones arrive', async () => {
    const reject = () =>
      orders.place('bob', changeQuantity('sub-bob-endpoint', { quantity: 10, expectedCurrentQuantity: 10 }));
    for (let n = 0; n < 10; n++) await reject();
    const before = await list('bob');
    const seen: string[] = [];
    let pages = 0;
    for (let pageToken = ''; pages === 0 || pageToken; pages++) {
      const { body } = await stack.as('bob', 'GET', `/v1/orders?pageSize=3${pageToken && `&pageToken=${pageToken}`}`);
      expect(body.items.length).toBeLessThanOrEqual(3);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      pageToken = body.nextPageToken ?? '';
      await reject();
    }
    expect(pages).toBe(4);
    expect(seen).toEqual(before);
    expect(await list('bob')).toHaveLength(before.length + pages);
  });
});

describe('one order', () => {
  it('that is somebody else’s is answered exactly as one that does not exist', async () => {
    const absent = await orders.get('hana', randomUUID());
    expectProblem(absent, 'ORDER_NOT_FOUND');
    for (const id of [foreign.bob, foreign.grace]) {
      const answer = await orders.get('hana', id);
      expect(JSON.stringify(answer.body)).toBe(JSON.stringify(absent.body));
      expect(headersOf(answer)).toEqual(headersOf(absent));
    }
  });

  it('carries its version as its ETag', async () => {
    const { body, headers } = await orders.get('hana', made.acknowledged);
    expect([body.version, headers.get('etag')]).toEqual([3, '"3"']);
  });
});

describe('subscriptions', () => {
  const ids = async (person: string, query = '') => {
    const { body } = await stack.as(person, 'GET', `/v1/subscriptions?${query}`);
    return body.items.map(({ id }: { id: string }) => id);
  };

  it('are shown to customers for their account, to partners for theirs, to operators for the whole tenant', async () => {
    expect(await ids('bob')).toEqual(['sub-bob-endpoint', 'sub-bob-patch']);
    expect(await ids('grace')).toEqual(['sub-grace-av', 'sub-grace-endpoint']);
    expect(await ids('gus')).toEqual(await ids('grace'));
    const hanas = await ids('hana');
    expect(hanas).toContain('sub-hana-package');
    expect(await ids('paula')).toEqual([...hanas, ...(await ids('bob'))].sort());
    expect(await ids('oscar')).toEqual(await ids('paula'));
  });

  it('are read page by page in the order of their ids', async () => {
    const seen: string[] = [];
    for (let pageToken = ''; seen.length === 0 || pageToken; ) {
      const { body } = await stack.as(
        'hana',
        'GET',
        `/v1/subscriptions?pageSize=2${pageToken && `&pageToken=${pageToken}`}`,
      );
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      pageToken = body.nextPageToken ?? '';
    }
    expect(seen).toEqual(await ids('hana'));
    expect(seen).toEqual([...new Set(seen)].sort());
  });

  it('say what a screen needs to speak of them, and carry their version as ETag', async () => {
    const { body, headers } = await stack.as('hana', 'GET', '/v1/subscriptions/sub-hana-endpoint');
    expect(body).toEqual({
      id: 'sub-hana-endpoint',
      account: { id: 'acc-hana', name: 'Hana Foods', contactEmail: expect.stringContaining('@') },
      product: {
        id: 'endpoint-security',
        name: 'Kaspersky Endpoint Security',
        timeZone: 'Europe/Athens',
        unit: { one: 'seat', many: 'seats' },
      },
      plan: { id: 'endpoint-security-standard', name: 'Standard', level: 1, lifecycle: 'active' },
      sku: {
        id: 'endpoint-10-499',
        name: '10 to 499 seats',
        minimumQuantity: 10,
        maximumQuantity: 499,
        quantityStep: 1,
      },
      quantity: 25,
      assignedQuantity: 17,
      options: {},
      term: 'monthly',
      servicePeriod: { start: expect.stringMatching(/-01$/), end: expect.any(String) },
      state: 'active',
      trial: false,
      autoRenewal: { enabled: true, frequency: 'monthly' },
      expirationDate: null,
      expirationNotificationDays: null,
      unitsPerLicence: null,
      managed: false,
      firstOrderDate: expect.any(String),
      activation: { mode: 'code', date: null },
      suspendedUntil: null,
      partnerId: null,
      licenceStatus: 'normal',
      compositionApprovalPending: false,
      version: 1,
      phase: 'monthly',
      renewalWindow: null,
      pendingChanges: [],
    });
    expect(headers.get('etag')).toBe('"1"');
    expect((await stack.as('hana', 'GET', '/v1/subscriptions/sub-a')).headers.get('etag')).toBe('"2"');
  });

  it('are listed as they are shown alone, but for their orders and where these stand in a term', async () => {
    const { body } = await stack.as('hana', 'GET', '/v1/subscriptions');
    for (const item of body.items) {
      const alone = (await stack.as('hana', 'GET', `/v1/subscriptions/${item.id}`)).body;
      const { phase, renewalWindow, pendingChanges, ...summary } = alone;
      expect(item).toEqual(summary);
    }
  });

  it.each([
    ['sub-hana-groupware', { phase: 'servicePeriod', renewalWindow: { start: expect.any(String) }, term: 'annual' }],
    ['sub-kyoto-groupware-renewing', { phase: 'renewalWindow', options: { 'secure-access': 35 } }],
    ['sub-kyoto-patch', { phase: 'ended', renewalWindow: null, state: 'terminated' }],
    ['sub-kyoto-end-of-life', { plan: { lifecycle: 'endOfLife' }, compositionApprovalPending: false }],
    ['sub-hana-suite', { plan: { lifecycle: 'active' }, compositionApprovalPending: true }],
    ['sub-hana-worry-free', { licenceStatus: 'expiringSoon', managed: true, unitsPerLicence: 1 }],
    ['sub-osaka-suite', { partnerId: 'paula', licenceStatus: expect.any(String) }],
    ['sub-osaka-endpoint', { state: 'suspended', suspendedUntil: expect.any(String) }],
    ['sub-kyoto-on-premise', { state: 'pendingActivation', activation: { mode: 'code', date: null } }],
  ])('say what is special about them: %s', async (id, special) => {
    expect((await stack.as('hana', 'GET', `/v1/subscriptions/${id}`)).body).toMatchObject(special);
  });

  it('that are somebody else’s are answered exactly as those that do not exist', async () => {
    const absent = await stack.as('hana', 'GET', '/v1/subscriptions/sub-absent');
    expectProblem(absent, 'SUBSCRIPTION_NOT_FOUND');
    for (const id of ['sub-bob-patch', 'sub-grace-av']) {
      const answer = await stack.as('hana', 'GET', `/v1/subscriptions/${id}`);
      expect(JSON.stringify(answer.body)).toBe(JSON.stringify(absent.body));
      expect(headersOf(answer)).toEqual(headersOf(absent));
    }
  });
});

describe('who is signed in', () => {
  it('is told who that is, for which accounts, and whom to ask for help', async () => {
    expect((await stack.as('paula', 'GET', '/v1/me')).body).toEqual({
      subject: 'paula',
      name: 'Paula Reseller',
      role: 'partner',
      accounts: ['acc-hana', 'acc-hana-osaka', 'acc-hana-kyoto', 'acc-bob'],
      tenant: {
        id: 'acme',
        name: 'Acme Cloud',
        supportContact: 'the Acme Cloud ticket system, https://support.acme.example/tickets',
      },
    });
    expect((await stack.as('gus', 'GET', '/v1/me')).body).toMatchObject({ accounts: [], tenant: { id: 'globex' } });
  });
});

/** Of all headers only the date and the request's own id may differ between two answers that must look the same. */
const headersOf = ({ headers }: { headers: Headers }) =>
  [...headers].filter(([name]) => name !== 'date').sort(([a], [b]) => (a < b ? -1 : 1));
