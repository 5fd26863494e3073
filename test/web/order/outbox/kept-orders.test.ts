import { beforeEach, describe, expect, it } from 'vitest';
import { keptOrders } from '../../../../web/order/outbox/kept-orders.ts';
import { request } from '../../support/orders.ts';

/** As much of the browser's Storage as is used. */
function tabStorage(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (place) => [...entries.keys()][place] ?? null,
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, value) => void entries.set(name, value),
    removeItem: (name) => void entries.delete(name),
    clear: () => entries.clear(),
  };
}

let storage: Storage;
beforeEach(() => {
  storage = tabStorage();
});

describe('kept orders', () => {
  const order = { key: 'key-1', request, savedAt: 1_000 };

  it('are found again by the next page of the same person', () => {
    keptOrders('hana', storage).keep(order);
    expect(keptOrders('hana', storage).all()).toEqual([order]);
  });

  it('are not found by another person, whose token would make another order of the same key', () => {
    keptOrders('hana', storage).keep(order);
    expect(keptOrders('bob', storage).all()).toEqual([]);
    expect(keptOrders('han', storage).all()).toEqual([]);
  });

  it('are gone once dropped, and only they', () => {
    storage.setItem('changeover.token', 'a token');
    const kept = keptOrders('hana', storage);
    kept.keep(order);
    kept.drop('sub-1');
    expect(kept.all()).toEqual([]);
    expect(storage.length).toBe(1);
  });
});
