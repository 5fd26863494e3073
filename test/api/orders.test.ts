import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTenant } from '../../db/client.ts';
import { send } from '../support/http.ts';
import { type Stack, startStack } from '../support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

const order = (fields: object = {}) => ({
  type: 'changeQuantity',
  subscriptionId: 'sub-hana-av',
  quantity: 6,
  expectedCurrentQuantity: 5,
  contactEmail: 'hana@hanafoods.example',
  ...fields,
});
const submit = (person: string, fields: object, key = randomUUID()) =>
  stack.as(person, 'POST', '/v1/orders', { key, body: order(fields) });
const get = (person: string, id: string) => stack.as(person, 'GET', `/v1/orders/${id}`);
const completed = (person: string, id: string) =>
  expect.poll(async () => (await get(person, id)).body.state).toBe('completed');

describe('a change of quantity', () => {
  it('is accepted at once, provisioned, recorded with the new total, and ends when it is acknowledged', async () => {
    const key = randomUUID();
    const placed = await submit('hana', { contactEmail: 'new@hanafoods.example' }, key);
    expect(placed.status).toBe(201);
    expect(placed.headers.get('location')).toBe(`/v1/orders/${placed.body.id}`);
    expect(placed.body).toMatchObject({
      type: 'changeQuantity',
      state: 'inProgress',
      subscriptionId: 'sub-hana-av',
      decision: { outcome: 'accepted', policy: { id: 'managed-security', version: 2 } },
      acknowledgement: { state: 'notRequired' },
    });

    await completed('hana', placed.body.id);
    const { body: subscription } = await stack.as('hana', 'GET', '/v1/subscriptions/sub-hana-av');
    expect(subscription).toMatchObject({ quantity: 6, version: 2, account: { contactEmail: 'new@hanafoods.example' } });
    const effects = (await stack.vendor.ledger('vendor-sub-hana-av')).filter(({ kind }) => kind === 'applied');
    expect(effects).toHaveLength(1);
    expect(effects[0]).toMatchObject({ key: `${placed.body.id}:changeQuantity`, quantity: 6 });

    const path = `/v1/orders/${placed.body.id}:acknowledge`;
    const unticked = await stack.as('hana', 'POST', path, { body: { confirmed: false } });
    expect([unticked.status, unticked.body.code]).toEqual([422, 'ACKNOWLEDGEMENT_NOT_CONFIRMED']);
    expect((await get('hana', placed.body.id)).body.acknowledgement.state).toBe('awaiting');
    const ticked = await stack.as('hana', 'POST', path, { body: { confirmed: true } });
    expect(ticked.body.acknowledgement).toMatchObject({ state: 'acknowledged', acknowledgedBy: 'hana' });
    expect(ticked.body.acknowledgement.notice.text).toContain('from 5 agents to 6 agents in total');

    const again = await submit('hana', { contactEmail: 'new@hanafoods.example' }, key);
    expect(again).toMatchObject({ status: 201, body: placed.body });
    const workflow = stack.temporal.workflow.getHandle(`order-${placed.body.id}`);
    await expect(workflow.result()).resolves.toEqual({ state: 'completed', acknowledgement: 'acknowledged' });
  });
});

describe('a stored order that no longer fits what the API answers', () => {
  it('is a fault of the API, not of who asks', async () => {
    const { body } = await submit('bob', {
      subscriptionId: 'sub-bob-patch',
      quantity: 8,
      expectedCurrentQuantity: 8,
    });
    await asTenant(stack.database, 'changeover_owner', 'acme', (transaction) =>
      transaction.execute(sql`update orders set decision = decision - 'trace' where id = ${body.orderId}`),
    );
    const { status, body: answer } = await get('bob', body.orderId);
    expect([status, answer.code]).toEqual([500, 'INTERNAL']);
  });
});

describe('a valid token of a tenant that is not set up', () => {
  it('is refused, and told why', async () => {
    const token = await stack.issuer.sign({
      ...stack.issuer.claimsFor({
        id: 'x',
        name: 'X',
        role: 'operator',
        tenant: 'nowhere',
        accounts: [],
        description: '',
      }),
    });
    const { status, body } = await send(stack.url, 'GET', '/v1/me', { token });
    expect([status, body.code]).toEqual([403, 'TENANT_UNKNOWN']);
  });
});
