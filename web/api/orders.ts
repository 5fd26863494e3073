import { queryOptions } from '@tanstack/react-query';
import { acknowledgeOrder, cancelOrder, getOrder, listOrders, submitOrder } from '../../client/generated/sdk.gen.ts';
import type { Order, OrderRequest, SubmittedOrder } from '../../client/generated/types.gen.ts';
import { answerOf } from './failure.ts';

/** The key under which everything read of orders is kept. */
export const ORDERS = 'orders';

const MOST_AT_ONCE = 100;
/** After this a POST without an answer counts as lost and is repeated with its key; the API itself takes at most 5 s. */
const ANSWER_WITHIN_MS = 20_000;

export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: [ORDERS, 'one', orderId],
    queryFn: ({ signal }) => answerOf(getOrder({ path: { orderId }, signal })),
  });

/** Orders that have a subscription to themselves: at most one. */
export const ordersAtWorkQuery = (subscriptionId: string) =>
  queryOptions({
    queryKey: [ORDERS, 'list', { subscriptionId, at: 'work' }],
    queryFn: ({ signal }) => answerOf(listOrders({ query: { subscriptionId, state: ['inProgress', 'held'] }, signal })),
    refetchOnMount: 'always',
  });

/** Finished orders whose notification nobody has confirmed: of one subscription, or of all the person may see. */
export const awaitingOrdersQuery = (subscriptionId?: string) =>
  queryOptions({
    queryKey: [ORDERS, 'list', { subscriptionId, at: 'acknowledgement' }],
    queryFn: ({ signal }) =>
      answerOf(
        listOrders({
          query: { acknowledgement: 'awaiting', pageSize: MOST_AT_ONCE, ...(subscriptionId && { subscriptionId }) },
          signal,
        }),
      ),
    refetchOnMount: 'always',
  });

/** Places an order; the same key never places a second one. Throws ApiFailure, also when no answer comes in time. */
export async function postOrder(key: string, body: OrderRequest, signal: AbortSignal): Promise<Order | SubmittedOrder> {
  const answer = await answerOf(
    submitOrder({
      body,
      headers: { 'Idempotency-Key': key },
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    }),
  );
  // Only validateOnly is answered so.
  if (!('id' in answer)) throw new Error('The order was previewed instead of placed');
  return answer;
}

/** Confirms that a person has seen the outcome. Throws ApiFailure. */
export const confirmSeen = (orderId: string): Promise<Order> =>
  answerOf(acknowledgeOrder({ path: { orderId }, body: { confirmed: true } }));

/** Takes an order back; one that is cancelled already stays so. Throws ApiFailure. */
export const takeBack = (orderId: string, reason: string): Promise<Order> =>
  answerOf(cancelOrder({ path: { orderId }, body: { reason } }));
