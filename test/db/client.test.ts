import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { asTenant } from '../../db/client.ts';
import { insertOrder } from '../../db/orders.ts';
import { orderRow } from './order-row.ts';
import { testDatabase } from './test-database.ts';

const { opened, asWorker } = testDatabase();

describe('a transaction for a tenant', () => {
  it('leaves neither role nor tenant behind on its connection', async () => {
    await asWorker((transaction) => transaction.execute(sql`select 1`));
    const {
      rows: [left],
    } = await opened().orm.execute(
      sql`select current_user = session_user as own_role, coalesce(current_setting('app.tenant', true), '') as tenant`,
    );
    expect(left).toEqual({ own_role: true, tenant: '' });
  });

  it('that fails writes nothing, and throws what failed', async () => {
    const boom = new Error('boom');
    const failing = asWorker(async (transaction) => {
      await transaction.execute(sql`update accounts set contact_email = 'changed' where id = 'acc-hana'`);
      throw boom;
    });
    await expect(failing).rejects.toBe(boom);
    const {
      rows: [account],
    } = await asWorker((transaction) =>
      transaction.execute(sql`select contact_email from accounts where id = 'acc-hana'`),
    );
    expect(account).toEqual({ contact_email: 'hana@hanafoods.example' });
  });

  it('takes a tenant’s name for a name, whatever is in it', async () => {
    const found = await asTenant(opened(), 'changeover_api', "acme' or 'a'='a", (transaction) =>
      transaction.execute(sql`select id from subscriptions`),
    );
    expect(found.rows).toEqual([]);
  });

  it('throws Postgres’s own error, without the values that were to be written', async () => {
    const order = orderRow({ requestHash: 'hash-not-to-be-told', submittedBy: 'hana-not-to-be-told' });
    await asWorker((transaction) => insertOrder(transaction, order));
    const error: unknown = await asWorker((transaction) => insertOrder(transaction, order)).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: '23505' });
    expect(inspect(error, { depth: 10 })).not.toContain('not-to-be-told');
  });
});
