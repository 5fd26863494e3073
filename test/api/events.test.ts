import { request } from 'node:http';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { asTenant } from '../../db/client.ts';
import { events } from '../../db/schema/events.ts';
import { anotherInstance } from '../support/another-instance.ts';
import { send } from '../support/http.ts';
import { changeQuantity, type Orders, ordersOn, tenToTwelve } from '../support/orders.ts';
import { expectProblem } from '../support/problem.ts';
import { type EventReader, openEvents } from '../support/sse.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { addSubscription } from '../support/subscriptions.ts';

let stack: Stack;
let orders: Orders;
beforeAll(async () => {
  stack = await startStack();
  orders = ordersOn(stack);
});
afterAll(() => stack.close());

const readers: EventReader[] = [];
afterEach(async () => {
  for (const reader of readers) reader.close();
  await Promise.all(readers.splice(0).map(({ ended }) => ended));
});

async function follow(person: string, lastEventId?: string, url = stack.url): Promise<EventReader> {
  const reader = await openEvents(url, { token: await stack.token(person), lastEventId });
  readers.push(reader);
  return reader;
}
// A new reader may be told once more what was just before it came, so a test looks at what it has itself caused.
const of = (reader: EventReader, subject: string) =>
  reader.events.filter(({ data }) => data.orderId === subject || data.subscriptionId === subject);
const typesOf = (reader: EventReader, subject: string) => of(reader, subject).map(({ event }) => event);
const idsOf = (reader: EventReader, subject: string) => of(reader, subject).map(({ id }) => id);
const until = (reader: EventReader, orderId: string, type: string) =>
  expect.poll(() => typesOf(reader, orderId)).toContain(type);

/** An order that comes to nothing: one event. */
async function rejected(person: string, subscriptionId: string, quantity: number): Promise<string> {
  const same = { quantity, expectedCurrentQuantity: quantity };
  return (await orders.place(person, changeQuantity(subscriptionId, same))).body.orderId;
}

describe('live events', () => {
  it('start with where to resume, and tell of each step of an order in its order', async () => {
    const reader = await follow('hana');
    expect(reader.status).toBe(200);
    expect(Object.fromEntries(reader.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(reader.lastEventId()).toMatch(/^\d+-\d+$/);

    const subscriptionId = await addSubscription(stack, 'sub-steps');
    const id = await orders.accepted('hana', tenToTwelve(subscriptionId));
    await until(reader, id, 'order.completed');
    await orders.acknowledge('hana', id);
    await until(reader, id, 'order.acknowledged');
    expect(of(reader, id).map(({ data }) => data)).toMatchObject([
      { type: 'order.inProgress', state: 'inProgress', acknowledgement: 'notRequired', orderVersion: 1 },
      { type: 'order.completed', state: 'completed', acknowledgement: 'awaiting', orderVersion: 2 },
      { type: 'order.acknowledged', state: 'completed', acknowledgement: 'acknowledged', orderVersion: 3 },
    ]);
    for (const { event, data } of of(reader, id)) {
      expect(data).toEqual({
        type: event,
        orderId: id,
        subscriptionId,
        accountId: 'acc-hana',
        state: expect.any(String),
        acknowledgement: expect.any(String),
        orderVersion: expect.any(Number),
        recordedAt: expect.stringMatching(/Z$/),
      });
    }
  });

  it('tell of rejected and of failed orders too', async () => {
    const reader = await follow('hana');
    const no = await rejected('hana', await addSubscription(stack, 'sub-no'), 10);
    await until(reader, no, 'order.rejected');
    await stack.vendor.setFault('vendor-sub-no', { mode: 'refuse' });
    const failed = await orders.accepted('hana', tenToTwelve('sub-no'));
    await until(reader, failed, 'order.failed');
    expect(typesOf(reader, no)).toEqual(['order.rejected']);
    expect(typesOf(reader, failed)).toEqual(['order.inProgress', 'order.failed']);
  });

  it('tell an order’s outcome only when it can be read', async () => {
    const reader = await follow('hana');
    const subscriptionId = await addSubscription(stack, 'sub-readable');
    const id = await orders.accepted('hana', tenToTwelve(subscriptionId));
    await until(reader, id, 'order.completed');
    expect((await orders.get('hana', id)).body.state).toBe('completed');
    expect(await orders.quantityOf('hana', subscriptionId)).toBe(12);
  });

  it('are for those who are signed in', async () => {
    expectProblem(await send(stack.url, 'GET', '/v1/events'), 'UNAUTHENTICATED');
    expectProblem(await send(stack.url, 'GET', '/v1/events', { token: 'x.y.z' }), 'UNAUTHENTICATED');
  });

  it('answer a HEAD request at once', async () => {
    expect((await stack.as('hana', 'HEAD', '/v1/events')).status).toBe(200);
  });
});

describe('a reader whose connection is lost', () => {
  it('gets what it missed, without gap or repeat, wherever it was lost', async () => {
    const whole = await follow('hana');
    const parts = [await follow('hana')];
    const subscriptionId = await addSubscription(stack, 'sub-lost');
    for (let quantity = 11; quantity <= 16; quantity++) {
      const body = tenToTwelve(subscriptionId, { quantity, expectedCurrentQuantity: quantity - 1 });
      const id = await orders.accepted('hana', body);
      await until(whole, id, quantity % 2 ? 'order.inProgress' : 'order.completed');
      const lost = parts.at(-1) as EventReader;
      lost.close();
      await lost.ended;
      await orders.until('hana', id, 'completed');
      await orders.acknowledge('hana', id);
      parts.push(await follow('hana', lost.lastEventId()));
    }
    await expect.poll(() => idsOf(whole, subscriptionId)).toHaveLength(18);
    const inParts = () => parts.flatMap((part) => idsOf(part, subscriptionId));
    await expect.poll(inParts).toEqual(idsOf(whole, subscriptionId));
  });

  it('before anything happened misses nothing either', async () => {
    const early = await follow('hana');
    early.close();
    const id = await rejected('hana', await addSubscription(stack, 'sub-before'), 10);
    const resumed = await follow('hana', early.lastEventId());
    await until(resumed, id, 'order.rejected');
    expect(typesOf(resumed, id)).toEqual(['order.rejected']);
  });

  it('resumes at another instance of the API', async () => {
    const reader = await follow('hana');
    const subscriptionId = await addSubscription(stack, 'sub-restart');
    const id = await orders.accepted('hana', tenToTwelve(subscriptionId));
    await until(reader, id, 'order.completed');
    reader.close();
    await orders.acknowledge('hana', id);

    const other = await anotherInstance(stack);
    try {
      const resumed = await follow('hana', reader.lastEventId(), other.url);
      await until(resumed, id, 'order.acknowledged');
      const next = await rejected('hana', subscriptionId, 12);
      await until(resumed, next, 'order.rejected');
      expect(typesOf(resumed, subscriptionId)).toEqual(['order.acknowledged', 'order.rejected']);
    } finally {
      await other.close();
    }
  });

  it('gets a long backlog whole and in order', async () => {
    const reader = await follow('bob');
    reader.close();
    const orderId = crypto.randomUUID();
    const row = { tenant: 'acme', accountId: 'acc-bob', type: 'order.inProgress' as const, orderId };
    const rest = {
      subscriptionId: 'sub-bob-patch',
      state: 'inProgress' as const,
      acknowledgement: 'notRequired' as const,
    };
    const backlog = Array.from({ length: 450 }, (_, n) => ({ ...row, ...rest, orderVersion: n + 1 }));
    await asTenant(stack.database, 'changeover_owner', 'acme', (transaction) =>
      transaction.insert(events).values(backlog),
    );
    const resumed = await follow('bob', reader.lastEventId());
    await expect.poll(() => of(resumed, orderId)).toHaveLength(450);
    expect(of(resumed, orderId).map(({ data }) => data.orderVersion)).toEqual(
      backlog.map(({ orderVersion }) => orderVersion),
    );
  });
});

describe('what a reader sees', () => {
  it('is what happens to the accounts it may see, and nothing else', async () => {
    const people = ['hana', 'bob', 'paula', 'oscar', 'billing', 'grace', 'gus'] as const;
    const seen = new Map<string, EventReader>();
    for (const person of people) seen.set(person, await follow(person));
    const hanas = await rejected('hana', await addSubscription(stack, 'sub-scope'), 10);
    const bobs = await rejected('bob', 'sub-bob-patch', 8);
    const graces = await rejected('grace', 'sub-grace-av', 12);
    // One more for each, so that what had to come before it has come.
    const last = [
      await rejected('hana', 'sub-scope', 10),
      await rejected('bob', 'sub-bob-patch', 8),
      await rejected('grace', 'sub-grace-av', 12),
    ] as const;
    const expected: Record<(typeof people)[number], string[]> = {
      hana: [hanas, last[0]],
      bob: [bobs, last[1]],
      paula: [hanas, bobs, last[0], last[1]],
      oscar: [hanas, bobs, last[0], last[1]],
      billing: [hanas, bobs, last[0], last[1]],
      grace: [graces, last[2]],
      gus: [graces, last[2]],
    };
    const placed = [hanas, bobs, graces, ...last];
    for (const person of people) {
      const told = () =>
        seen
          .get(person)
          ?.events.map(({ data }) => data.orderId)
          .filter((id) => placed.includes(id));
      await expect.poll(told, { message: person }).toEqual(expected[person]);
    }
  });

  it('is the same when it resumes', async () => {
    const bob = await follow('bob');
    bob.close();
    const hanas = await rejected('hana', await addSubscription(stack, 'sub-scope-resumed'), 10);
    const bobs = await rejected('bob', 'sub-bob-patch', 8);
    const resumed = await follow('bob', bob.lastEventId());
    await until(resumed, bobs, 'order.rejected');
    expect(typesOf(resumed, hanas)).toEqual([]);
  });
});

describe('readers that leave before the stream has begun', () => {
  it('leave nothing behind that goes on reading', async () => {
    const token = await stack.token('hana');
    const commits = async () => {
      const { rows } = await stack.database.orm.execute<{ commits: string }>(
        sql`select xact_commit as commits from pg_stat_database where datname = current_database()`,
      );
      return Number(rows[0]?.commits);
    };
    const { hostname, port } = new URL(stack.url);
    await Promise.all(
      Array.from({ length: 100 }, async () => {
        const leaving = request({
          host: hostname,
          port,
          path: '/v1/events',
          headers: { authorization: `Bearer ${token}` },
        });
        leaving.on('error', () => {}).end();
        await new Promise((sent) => setTimeout(sent, 2));
        leaving.destroy();
      }),
    );
    // Each forgotten reader would read every two seconds; without any, next to nothing is read.
    await expect
      .poll(
        async () => {
          const before = await commits();
          await new Promise((passed) => setTimeout(passed, 5_000));
          return (await commits()) - before;
        },
        { timeout: 40_000 },
      )
      .toBeLessThan(60);
  });
});
