import { describe, expect, it } from 'vitest';
import { meQuery } from '../../../web/api/me.ts';
import { awaitingOrdersQuery, orderQuery, ordersAtWorkQuery } from '../../../web/api/orders.ts';
import { subscriptionQuery, subscriptionsQuery } from '../../../web/api/subscriptions.ts';
import { speaksOf } from '../../../web/live/affected.ts';

const event = { orderId: 'order-1', subscriptionId: 'sub-1' };

describe('an event of an order', () => {
  it.each([
    ['the order', orderQuery('order-1')],
    ['the orders at work on its subscription', ordersAtWorkQuery('sub-1')],
    ['the notifications of its subscription', awaitingOrdersQuery('sub-1')],
    ['the notifications of all subscriptions', awaitingOrdersQuery()],
    ['its subscription', subscriptionQuery('sub-1')],
    ['the list of subscriptions', subscriptionsQuery],
  ])('has %s read again', (_, { queryKey }) => {
    expect(speaksOf(event, queryKey)).toBe(true);
  });

  it.each([
    ['another order', orderQuery('order-2')],
    ['the orders at work on another subscription', ordersAtWorkQuery('sub-2')],
    ['another subscription', subscriptionQuery('sub-2')],
    ['who is signed in', meQuery],
  ])('leaves %s as it is', (_, { queryKey }) => {
    expect(speaksOf(event, queryKey)).toBe(false);
  });
});

describe('an event that may have gone unheard', () => {
  it('has every order and subscription read again', () => {
    const all = [orderQuery('order-2'), ordersAtWorkQuery('sub-2'), subscriptionQuery('sub-2')];
    expect(all.every(({ queryKey }) => speaksOf('anything', queryKey))).toBe(true);
    expect(speaksOf('anything', meQuery.queryKey)).toBe(false);
  });
});
