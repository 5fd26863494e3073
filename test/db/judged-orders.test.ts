import { describe, expect, it } from 'vitest';
import { ordersUnderPolicy } from '../../db/judged-orders.ts';
import { insertOrder } from '../../db/orders.ts';
import { orderRow } from './order-row.ts';
import { testDatabase } from './test-database.ts';

const { asWorker, asApi } = testDatabase();

const insert = (minute: number, fields: Parameters<typeof orderRow>[0]) =>
  asWorker((transaction) =>
    insertOrder(
      transaction,
      orderRow({ state: 'cancelled', submittedAt: new Date(Date.UTC(2026, 10, 24, 9, minute)), ...fields }),
    ),
  );

describe('the orders under a policy', () => {
  it('are those of all its products, newest first and page by page, and no others', async () => {
    const first = await insert(1, {});
    await insert(2, { subscriptionId: 'sub-hana-endpoint', productId: 'endpoint-security' });
    const third = await insert(3, { subscriptionId: 'sub-hana-package', productId: 'security-package' });
    const page = (options: Parameters<typeof ordersUnderPolicy>[2]) =>
      asApi((transaction) => ordersUnderPolicy(transaction, 'managed-security', options));
    expect(await page({ limit: 10 })).toEqual([third, first]);
    const after = { submittedAt: third.submittedAt.toISOString(), id: third.id };
    expect(await page({ after, limit: 10 })).toEqual([first]);
    expect(await asApi((transaction) => ordersUnderPolicy(transaction, 'nothing', { limit: 10 }))).toEqual([]);
  });
});
