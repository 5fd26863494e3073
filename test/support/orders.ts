import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import { orderWorkflowId } from '../../workflows/messages.ts';
import type { Answer } from './http.ts';
import type { Stack } from './stack.ts';

/** The body of an order for a subscription; `fields` must say which total is wanted and which is expected. */
export const changeQuantity = (
  subscriptionId: string,
  fields: { quantity: number; expectedCurrentQuantity?: number; [field: string]: unknown },
) => ({ type: 'changeQuantity', subscriptionId, contactEmail: 'hana@hanafoods.example', ...fields });

/** The body of an order for a subscription that has 10: two more. */
export const tenToTwelve = (subscriptionId: string, fields: object = {}) =>
  changeQuantity(subscriptionId, { quantity: 12, expectedCurrentQuantity: 10, ...fields });

export type Orders = ReturnType<typeof ordersOn>;

/** What people do with orders on a stack, and what a test waits for. */
export function ordersOn(stack: Pick<Stack, 'as' | 'temporal'>) {
  const place = (person: string, body: object, key: string = randomUUID()): Promise<Answer> =>
    stack.as(person, 'POST', '/v1/orders', { key, body });
  const get = (person: string, id: string) => stack.as(person, 'GET', `/v1/orders/${id}`);
  return {
    place,
    get,
    /** Places an order that must be accepted; returns its id. */
    async accepted(person: string, body: object): Promise<string> {
      const answer = await place(person, body);
      expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201, body: { state: 'inProgress' } });
      return answer.body.id;
    },
    /** Waits, in hooks too, until the order is in this state, and gives it as it is then. */
    until: (person: string, id: string, state: string, timeout = 20_000): Promise<Answer> =>
      vi.waitFor(
        async () => {
          const order = await get(person, id);
          expect(order.body.state).toBe(state);
          return order;
        },
        { timeout, interval: 50 },
      ),
    acknowledge: (person: string, id: string, body: object = { confirmed: true }): Promise<Answer> =>
      stack.as(person, 'POST', `/v1/orders/${id}:acknowledge`, { body }),
    quantityOf: async (person: string, subscriptionId: string): Promise<number> =>
      (await stack.as(person, 'GET', `/v1/subscriptions/${subscriptionId}`)).body.quantity,
    workflow: (id: string) => stack.temporal.workflow.getHandle(orderWorkflowId(id)),
  };
}
