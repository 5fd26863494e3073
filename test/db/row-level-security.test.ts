import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTenant, type Database, type DatabaseRole, openDatabase, type Transaction } from '../../db/client.ts';
import { insertOrder } from '../../db/orders.ts';
import { billingFacts, planApprovals, vendorEvents } from '../../db/schema/facts.ts';
import { accountHistory } from '../../db/schema/subscriptions.ts';
import { createDatabase } from '../support/database.ts';
import { orderRow } from './order-row.ts';

let owned: Awaited<ReturnType<typeof createDatabase>>;
let database: Database;
beforeAll(async () => {
  owned = await createDatabase();
  database = openDatabase(owned.url);
  // So that no table is empty for either tenant.
  for (const order of [
    orderRow(),
    orderRow({ tenant: 'globex', accountId: 'acc-grace', subscriptionId: 'sub-grace-av' }),
  ]) {
    const { tenant, subscriptionId } = order;
    await asTenant(database, 'changeover_worker', tenant, (transaction) => insertOrder(transaction, order));
    await asTenant(database, 'changeover_api', tenant, (transaction) => addFacts(transaction, tenant, subscriptionId));
    await asTenant(database, 'changeover_api', tenant, (transaction) =>
      transaction.insert(accountHistory).values({
        ...{ tenant, accountId: order.accountId, actor: 'billing', reason: '', before: {}, after: {} },
      }),
    );
  }
});
afterAll(async () => {
  await database.close();
  await owned.drop();
});

async function addFacts(transaction: Transaction, tenant: string, subscriptionId: string): Promise<void> {
  const effectiveDate = '2026-11-24';
  const at = new Date('2026-11-24T10:00:00Z');
  await transaction
    .insert(billingFacts)
    .values({ tenant, subscriptionId, month: '2026-11', billed: true, paid: true, effectiveDate, actor: 'billing' });
  await transaction.insert(vendorEvents).values({
    ...{ tenant, vendor: 'managed-security', eventId: 'event-1', type: 'activated', subscriptionId },
    ...{ payload: {}, effectiveDate, effectiveAt: at, outcome: 'applied' },
  });
  await transaction.insert(planApprovals).values({
    ...{ tenant, planId: 'worry-free-suite-complete', compositionChangedOn: effectiveDate },
    ...{ approvedBy: 'paula', note: '', approvedAt: at },
  });
}

const tables = [
  ...['tenants', 'policies', 'products', 'skus', 'accounts', 'subscriptions', 'subscription_history'],
  ...[
    'account_history',
    'plans',
    'options',
    'billing_facts',
    'vendor_events',
    'plan_approvals',
    'orders',
    'order_history',
    'events',
  ],
];
const roles: DatabaseRole[] = ['changeover_owner', 'changeover_api', 'changeover_worker'];

/** What Postgres said to work that it must refuse. */
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error) => error.message,
  );
const isDenied = (reached: unknown): boolean => typeof reached === 'string' && /permission denied/.test(reached);

describe('every table', () => {
  it('is guarded here, with row-level security that binds its owner too', async () => {
    const { rows } = await database.orm.execute<{ relname: string; guarded: boolean; owner: string }>(sql`
      select relname, relrowsecurity and relforcerowsecurity as guarded, pg_get_userbyid(relowner) as owner
      from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`);
    expect(rows.map(({ relname }) => relname)).toEqual([...tables].sort());
    expect(rows.filter(({ guarded, owner }) => !guarded || owner !== 'changeover_owner')).toEqual([]);
  });
});

describe.each(roles)('a transaction of the role %s', (role) => {
  it.each(tables)('sees of %s its own tenant only, though the query does not filter', async (table) => {
    const seen = await asTenant(database, role, 'acme', (transaction) =>
      transaction.execute<{ tenant: string }>(sql`select distinct tenant from ${sql.identifier(table)}`),
    );
    expect(seen.rows.map(({ tenant }) => tenant)).toEqual(['acme']);
  });

  it.each(tables)('cannot reach a row of another tenant in %s', async (table) => {
    const name = sql.identifier(table);
    const reach = (statement: SQL) =>
      asTenant(database, role, 'acme', async (transaction) => (await transaction.execute(statement)).rows).catch(
        (error: Error) => error.message,
      );
    const nothing = expect.toSatisfy(
      (reached) => isDenied(reached) || (Array.isArray(reached) && reached.length === 0),
      'no row, or no right',
    );
    expect(await reach(sql`update ${name} set tenant = tenant where tenant = 'globex' returning tenant`)).toEqual(
      nothing,
    );
    expect(await reach(sql`delete from ${name} where tenant = 'globex' returning tenant`)).toEqual(nothing);
  });

  it.each(tables)('can neither give a row of %s to another tenant nor write one for it', async (table) => {
    const name = sql.identifier(table);
    const attempt = (statement: SQL) =>
      refusal(asTenant(database, role, 'acme', (transaction) => transaction.execute(statement)));
    const given = await attempt(sql`update ${name} set tenant = 'globex'`);
    expect(given).toMatch(/row-level security|permission denied/);
    const written = await attempt(sql`
      insert into ${name} overriding system value
      select (jsonb_populate_record(own, '{"tenant": "globex"}')).* from ${name} own limit 1`);
    expect(written).toMatch(/row-level security|permission denied/);
  });

  it('sees nothing at all of a tenant that does not exist', async () => {
    const counted = await asTenant(database, role, 'nobody', (transaction) =>
      transaction.execute<{ count: string }>(sql`select count(*) from subscriptions`),
    );
    expect(counted.rows[0]?.count).toBe('0');
  });

  it('sees nothing when no tenant is set', async () => {
    const counted = await database.transaction(async (transaction) => {
      await transaction.execute(sql`select set_config('role', ${role}, true)`);
      return transaction.execute<{ count: string }>(sql`select count(*) from subscriptions`);
    });
    expect(counted.rows[0]?.count).toBe('0');
  });
});

const appendOnly = [
  ...[
    'order_history',
    'subscription_history',
    'account_history',
    'billing_facts',
    'vendor_events',
    'plan_approvals',
    'policies',
  ],
];

describe('history, facts and events', () => {
  it.each(
    (['changeover_api', 'changeover_worker'] as const).flatMap((role) =>
      [...appendOnly, 'events'].map((table) => ({ role, table })),
    ),
  )('of $table cannot be changed or deleted by $role', async ({ role, table }) => {
    const name = sql.identifier(table);
    const change = asTenant(database, role, 'acme', (t) => t.execute(sql`update ${name} set tenant = tenant`));
    expect(await refusal(change)).toMatch(/permission denied/);
    const removal = asTenant(database, role, 'acme', (t) => t.execute(sql`delete from ${name}`));
    expect(await refusal(removal)).toMatch(/permission denied/);
  });
});

describe('the API', () => {
  it('cannot write orders or quantities', async () => {
    const api = (statement: ReturnType<typeof sql>) =>
      refusal(asTenant(database, 'changeover_api', 'acme', (transaction) => transaction.execute(statement)));
    expect(await api(sql`insert into orders (tenant) values ('acme')`)).toMatch(/permission denied/);
    expect(await api(sql`update orders set state = 'completed'`)).toMatch(/permission denied/);
    expect(await api(sql`update subscriptions set quantity = 1`)).toMatch(/permission denied/);
    expect(await api(sql`delete from orders`)).toMatch(/permission denied/);
  });

  it.each(['term', 'plan_id', 'trial', 'period_end', 'options', 'vendor_subscription_id', 'account_id'])(
    'cannot write the %s of a subscription',
    async (column) => {
      const change = sql`update subscriptions set ${sql.identifier(column)} = ${sql.identifier(column)}`;
      expect(await refusal(asTenant(database, 'changeover_api', 'acme', (t) => t.execute(change)))).toMatch(
        /permission denied/,
      );
    },
  );
});

describe('the worker', () => {
  it('names a subscription at its vendor once, and never again (R12)', async () => {
    const rename = sql`update subscriptions set vendor_subscription_id = 'another' where id = 'sub-hana-av'`;
    expect(await refusal(asTenant(database, 'changeover_worker', 'acme', (t) => t.execute(rename)))).toMatch(
      /keeps its name at the vendor/,
    );
  });

  it.each(['account_id', 'product_id', 'trial', 'assigned_quantity', 'partner_id', 'first_order_date'])(
    'cannot write the %s of a subscription, which no order changes',
    async (column) => {
      const change = sql`update subscriptions set ${sql.identifier(column)} = ${sql.identifier(column)}`;
      expect(await refusal(asTenant(database, 'changeover_worker', 'acme', (t) => t.execute(change)))).toMatch(
        /permission denied/,
      );
    },
  );

  it('cannot write facts, plans or policies', async () => {
    for (const table of ['billing_facts', 'vendor_events', 'plan_approvals', 'policies', 'plans']) {
      const write = sql`insert into ${sql.identifier(table)} (tenant) values ('acme')`;
      expect(await refusal(asTenant(database, 'changeover_worker', 'acme', (t) => t.execute(write)))).toMatch(
        /permission denied/,
      );
    }
  });
});
