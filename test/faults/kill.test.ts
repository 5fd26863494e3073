import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { cancel, orderWorkflowId } from '../../workflows/messages.ts';
import { asSuperuser, withClient } from '../support/database.ts';
import { send } from '../support/http.ts';
import { nearMidnight } from '../support/near-midnight.ts';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

/** Waits long enough for Temporal to notice a dead worker (heartbeat 15 s) and for a back-off after it. */
const recovery = { timeout: 90_000, interval: 200 };
const within = { timeout: 200_000 };

const order = (body: object, key = randomUUID()) =>
  sandbox.as('oscar', 'POST', '/v1/orders', { key, body: { contactEmail: 'ops@acme.example', ...body } });
const place = (subscriptionId: string, quantity: number, expectedCurrentQuantity: number, key = randomUUID()) =>
  order({ type: 'changeQuantity', subscriptionId, quantity, expectedCurrentQuantity }, key);
const stateOf = async (id: string) => (await sandbox.as('oscar', 'GET', `/v1/orders/${id}`)).body.state;
const effectsOn = async (subscriptionId: string) =>
  (await sandbox.vendor.ledger(`vendor-${subscriptionId}`)).filter(({ kind }) => kind === 'applied');
const keyIn = (entry: object): string => ('key' in entry ? String(entry.key) : '');
const held = async (subscriptionId: string) => (await sandbox.vendor.fault(`vendor-${subscriptionId}`)).held;

const workerWaitsForLock = () =>
  asSuperuser(sandbox.databaseUrl, async (client) => {
    const waiting = `select from pg_stat_activity where application_name = 'changeover-worker' and wait_event_type = 'Lock'`;
    return (await client.query(waiting)).rowCount !== 0;
  });

async function completesOnce(id: string, subscriptionId: string, quantity: number): Promise<void> {
  await expect.poll(() => stateOf(id), recovery).toBe('completed');
  const { body } = await sandbox.as('oscar', 'GET', `/v1/subscriptions/${subscriptionId}`);
  expect(body.quantity).toBe(quantity);
  const effects = await effectsOn(subscriptionId);
  expect(effects.filter((effect) => 'key' in effect && effect.key.startsWith(id))).toHaveLength(1);
}

describe('the worker killed', () => {
  it('before the vendor was reached: the order completes after its restart, with one effect', within, async () => {
    await sandbox.vendor.setFault('vendor-sub-hana-av', { mode: 'down' });
    const { body } = await place('sub-hana-av', 6, 5);
    await expect.poll(async () => (await sandbox.vendor.calls('vendor-sub-hana-av')).apply).toBeGreaterThan(0);
    sandbox.part('worker').kill();
    await sandbox.vendor.clearFault('vendor-sub-hana-av');
    await sandbox.restart('worker');
    await completesOnce(body.id, 'sub-hana-av', 6);
  });

  it('while the vendor was at it: the effect that lands afterwards is found and not made again', within, async () => {
    await sandbox.vendor.setFault('vendor-sub-hana-package', { mode: 'hold' });
    const { body } = await place('sub-hana-package', 21, 20);
    await expect.poll(() => held('sub-hana-package')).toBe(1);
    sandbox.part('worker').kill();
    await sandbox.vendor.clearFault('vendor-sub-hana-package');
    await expect.poll(() => effectsOn('sub-hana-package')).toHaveLength(1);
    await sandbox.restart('worker');
    await completesOnce(body.id, 'sub-hana-package', 21);
    expect((await sandbox.vendor.calls('vendor-sub-hana-package')).apply).toBe(1);
  });

  it('after the effect and before it was recorded: the next attempt finds it by its key', within, async () => {
    await sandbox.vendor.setFault('vendor-sub-hana-endpoint', { mode: 'hold', applied: true });
    const { body } = await place('sub-hana-endpoint', 30, 25);
    await expect.poll(() => held('sub-hana-endpoint')).toBe(1);
    expect(await effectsOn('sub-hana-endpoint')).toHaveLength(1);
    sandbox.part('worker').kill();
    await sandbox.vendor.clearFault('vendor-sub-hana-endpoint');
    await sandbox.restart('worker');
    await completesOnce(body.id, 'sub-hana-endpoint', 30);
    expect((await sandbox.vendor.calls('vendor-sub-hana-endpoint')).apply).toBe(1);
  });
});

describe('the worker killed between two vendor operations of an order', () => {
  it('goes on with the second after its restart, and neither is done twice', within, async () => {
    const [target, plan] = ['vendor-sub-hana-worry-free', '/v1/subscriptions/sub-hana-worry-free'];
    await sandbox.vendor.setFault(target, { mode: 'timeoutBefore', operations: ['changeLicenceSettings'] });
    const { body } = await order({
      type: 'changeServicePlan',
      subscriptionId: 'sub-hana-worry-free',
      options: [{ optionId: 'mobile-security', quantity: 31 }],
      managed: false,
    });
    await expect.poll(async () => (await sandbox.vendor.fault(target)).met).toBe(1);
    sandbox.part('worker').kill();
    expect((await effectsOn('sub-hana-worry-free')).map(keyIn)).toEqual([`${body.id}:addOptions`]);
    await sandbox.vendor.clearFault(target);
    await sandbox.restart('worker');
    await expect.poll(() => stateOf(body.id), recovery).toBe('completed');
    expect((await effectsOn('sub-hana-worry-free')).map(keyIn)).toEqual([
      `${body.id}:addOptions`,
      `${body.id}:changeLicenceSettings`,
    ]);
    expect((await sandbox.as('oscar', 'GET', plan)).body).toMatchObject({
      managed: false,
      options: { 'mobile-security': 31, 'endpoint-sensor': 1 },
    });
  });
});

describe('the worker killed while an order is taken back', () => {
  it('has it settled after its restart: what the vendor had not done it never does', within, async () => {
    await sandbox.vendor.setFault('vendor-sub-hana-suite', { mode: 'timeoutBefore', calls: ['apply', 'void'] });
    const { body } = await order({ type: 'suspend', subscriptionId: 'sub-hana-suite' });
    const calls = () => sandbox.vendor.calls('vendor-sub-hana-suite');
    await expect.poll(async () => (await calls()).apply).toBeGreaterThan(0);
    const by = { subject: 'oscar', reason: 'Ordered by mistake' };
    const cancelling = withTemporal((client) =>
      client.workflow.getHandle(orderWorkflowId(body.id)).executeUpdate(cancel, { args: [by] }),
    );
    await expect.poll(async () => (await calls()).void).toBeGreaterThan(0);
    sandbox.part('worker').kill();
    await sandbox.vendor.clearFault('vendor-sub-hana-suite');
    await sandbox.restart('worker');
    expect(await cancelling).toMatchObject({ state: 'cancelled' });
    expect(await stateOf(body.id)).toBe('cancelled');
    expect(await effectsOn('sub-hana-suite')).toEqual([]);
    expect((await sandbox.vendor.ledger()).filter(({ kind }) => kind === 'voided').map(keyIn)).toContain(
      `${body.id}:suspend`,
    );
  });
});

describe('the worker of a scheduled order killed', () => {
  it('while it sleeps over its day, and again while it begins: it begins late, and once', within, async () => {
    const database = openDatabase(sandbox.databaseUrl, { most: 1 });
    const { day: requestedStartDate, begins } = await nearMidnight(database, 8_000);
    await database.close();
    const subscriptionId = 'sub-osaka-groupware-paid';
    const options = [{ optionId: 'extra-storage', quantity: 2 }];
    const { body } = await order({ type: 'changeOptions', subscriptionId, options, requestedStartDate });
    expect(body.state).toBe('scheduled');
    sandbox.part('worker').kill();
    await expect.poll(() => Date.now() > begins.getTime(), recovery).toBe(true);

    await withClient(sandbox.databaseUrl, async (client) => {
      await client.query('begin');
      await client.query('select from subscriptions where id = $1 for update', [subscriptionId]);
      await sandbox.restart('worker');
      await expect.poll(workerWaitsForLock, recovery).toBe(true);
      sandbox.part('worker').kill();
      await client.query('rollback');
    });
    expect(await stateOf(body.id)).toBe('scheduled');
    await sandbox.restart('worker');
    await expect.poll(() => stateOf(body.id), recovery).toBe('completed');
    expect((await effectsOn(subscriptionId)).map(keyIn)).toEqual([`${body.id}:addOptions`]);
    const { body: changed } = await sandbox.as('oscar', 'GET', `/v1/subscriptions/${subscriptionId}`);
    expect(changed.options).toEqual({ 'extra-storage': 2 });
  });
});

describe('the API killed between start and answer', () => {
  it('the same key gets the verdict afterwards, and there is one order with one effect', within, async () => {
    sandbox.part('worker').kill();
    await sandbox.part('worker').exited;
    const key = randomUUID();
    const lost = place('sub-bob-patch', 9, 8, key).then(
      () => 'answered',
      () => 'lost',
    );
    // The order's workflow exists while the API still waits for the verdict that no worker gives.
    await expect.poll(async () => (await openOrders('sub-bob-patch')).length, { timeout: 4_000, interval: 50 }).toBe(1);
    sandbox.part('api').kill();
    expect(await lost).toBe('lost');
    await sandbox.restart('api');
    await sandbox.restart('worker');
    await expect.poll(async () => (await place('sub-bob-patch', 9, 8, key)).status, recovery).toBe(201);
    const { body } = await place('sub-bob-patch', 9, 8, key);
    await completesOnce(body.id, 'sub-bob-patch', 9);
    const { body: all } = await sandbox.as('oscar', 'GET', '/v1/orders?subscriptionId=sub-bob-patch');
    expect(all.items).toHaveLength(1);
  });
});

describe('the Temporal server killed', () => {
  it(
    'mid-order: on its file the order goes on, completes with one effect and can be acknowledged',
    within,
    async () => {
      await sandbox.vendor.setFault('vendor-sub-bob-endpoint', { mode: 'hold' });
      const { body } = await place('sub-bob-endpoint', 12, 10);
      await expect.poll(() => held('sub-bob-endpoint')).toBe(1);
      sandbox.part('Temporal server').kill();
      await sandbox.part('Temporal server').exited;
      await sandbox.vendor.clearFault('vendor-sub-bob-endpoint');
      await sandbox.restart('Temporal server');
      await completesOnce(body.id, 'sub-bob-endpoint', 12);
      const acknowledged = () =>
        sandbox.as('oscar', 'POST', `/v1/orders/${body.id}:acknowledge`, { body: { confirmed: true } });
      await expect.poll(async () => (await acknowledged()).status, recovery).toBe(200);
    },
  );
});

describe('Postgres killed', () => {
  it('mid-order: the order completes with one effect once it is back', within, async () => {
    await sandbox.vendor.setFault('vendor-sub-hana-av', { mode: 'hold' });
    const { body } = await place('sub-hana-av', 7, 6);
    await expect.poll(() => held('sub-hana-av')).toBe(1);
    sandbox.part('Postgres').kill();
    await sandbox.part('Postgres').exited;
    await sandbox.vendor.clearFault('vendor-sub-hana-av');
    const away = await sandbox.as('oscar', 'GET', `/v1/orders/${body.id}`);
    expect([away.status, away.body.code]).toEqual([503, 'TEMPORARILY_UNAVAILABLE']);
    await sandbox.restart('Postgres');
    await completesOnce(body.id, 'sub-hana-av', 7);
  });
});

describe('every database connection cut while requests are under way', () => {
  it('ends no process: requests are answered or told to come again, and orders complete', within, async () => {
    const token = await sandbox.token('oscar');
    const ended: string[] = [];
    for (const name of ['api', 'worker'] as const) void sandbox.part(name).exited.then(() => ended.push(name));
    const statuses = new Set<number>();
    for (const _round of [1, 2, 3, 4, 5]) {
      const asked = Array.from({ length: 40 }, () => send(sandbox.urls.web, 'GET', '/v1/me', { token }));
      const key = randomUUID();
      const { body: now } = await sandbox.as('oscar', 'GET', '/v1/subscriptions/sub-hana-package');
      const placing = () => place('sub-hana-package', now.quantity + 1, now.quantity, key);
      const first = placing();
      await asSuperuser(sandbox.databaseUrl, (client) =>
        client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'changeover-%'`,
        ),
      );
      for (const { status } of await Promise.all(asked)) statuses.add(status);
      await first;
      await expect.poll(async () => (await placing()).status, recovery).toBe(201);
      const { body } = await placing();
      await expect.poll(() => stateOf(body.id), recovery).toBe('completed');
    }
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(ended).toEqual([]);
    expect((await sandbox.as('oscar', 'GET', '/v1/me')).status).toBe(200);
  });
});

/** Running workflows of a subscription, asked of Temporal because Postgres does not know them yet. */
const openOrders = (subscriptionId: string): Promise<unknown[]> =>
  withTemporal(async (client) => {
    const query = `ChangeoverSubscription = '${subscriptionId}' and ExecutionStatus = 'Running'`;
    const found: unknown[] = [];
    for await (const execution of client.workflow.list({ query })) found.push(execution);
    return found;
  });

async function withTemporal<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: sandbox.temporalAddress });
  try {
    return await work(new Client({ connection }));
  } finally {
    await connection.close();
  }
}
