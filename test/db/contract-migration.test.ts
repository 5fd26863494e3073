import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProduct } from '../../db/catalogue.ts';
import { asTenant, type Database, openDatabase, type Transaction } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { loadFacts } from '../../db/order-facts.ts';
import { findOrder } from '../../db/orders.ts';
import { loadPolicy } from '../../db/policies.ts';
import { historyOf } from '../../db/subscription-history.ts';
import { lockSubscription, toSubscription } from '../../db/subscriptions.ts';
import { decide } from '../../domain/decide.ts';
import { seed } from '../../sandbox/seed.ts';
import { asSuperuser, createEmptyDatabase, type OwnDatabase, withClient } from '../support/database.ts';

const completed = '11111111-1111-4111-8111-111111111111';
const rejected = '22222222-2222-4222-8222-222222222222';

/** A database as the version before the contract left it: migrated so far, with a subscription that orders have changed. */
const before = `
  insert into tenants values ('acme', 'Acme Cloud', 'support');
  insert into policies values ('acme', 'managed-security', 1, '2020-01-01', '{"contactEmailRequired": {}, "acknowledgementGate": {"after": "everyOrder"}}');
  insert into products values
    ('acme', 'anti-virus', 'Anti-Virus', 'managed-security', 'Asia/Tokyo', 'managed-security', 'agent', 'agents'),
    ('acme', 'broken', 'Of no zone', 'managed-security', 'Mars/Olympus', 'nothing', 'agent', 'agents');
  insert into skus values
    ('acme', 'anti-virus-agent', 'anti-virus', 'Agent', null, null), ('acme', 'broken-agent', 'broken', 'Agent', 1, 5);
  insert into accounts values ('acme', 'acc-hana', 'Hana Foods', 'hana@hanafoods.example');
  insert into subscriptions values
    ('acme', 'sub-hana-av', 'acc-hana', 'anti-virus', 'anti-virus-agent', 'vendor-sub-hana-av', 7, null, 'active', false, 3),
    ('acme', 'sub-broken', 'acc-hana', 'broken', 'broken-agent', 'vendor-sub-broken', 5, 2, 'active', false, 1);
  insert into subscription_history values
    ('acme', 'sub-hana-av', 1, null, 'sandbox', 'sample data', 5, 'active', '2026-10-03T20:00:00Z', '2026-10-03T20:00:00Z'),
    ('acme', 'sub-hana-av', 2, '${completed}', 'hana', 'order changeQuantity', 9, 'active', '2026-11-09T15:30:00Z', '2026-11-09T15:30:00Z'),
    ('acme', 'sub-hana-av', 3, '${completed}', 'hana', 'order changeQuantity', 7, 'active', '2026-11-12T02:00:00Z', '2026-11-12T02:00:00Z');
  insert into orders
    (tenant, id, account_id, subscription_id, type, state, request, request_hash, submitted_by, submitted_role, submitted_at,
     decision, decided_state, decided_at, decision_date, effective_date, previous_quantity, finished_at, acknowledgement, notice, notice_hash)
  values
    ('acme', '${completed}', 'acc-hana', 'sub-hana-av', 'changeQuantity', 'completed',
     '{"type": "changeQuantity", "subscriptionId": "sub-hana-av", "quantity": 9, "expectedCurrentQuantity": 5, "contactEmail": "a@a.example"}',
     'hash', 'hana', 'customer', '2026-11-09T15:29:00Z',
     '{"outcome": "accepted", "policy": {"id": "managed-security", "version": 1}, "decisionDate": "2026-11-10", "effectiveDate": "2026-11-10", "rejections": [], "smallestChange": null, "trace": []}',
     'inProgress', '2026-11-09T15:29:01Z', '2026-11-10', '2026-11-10', 5, '2026-11-09T15:30:00Z', 'awaiting', '{"title": "t", "text": "t"}', 'h'),
    ('acme', '${rejected}', 'acc-hana', 'sub-hana-av', 'changeQuantity', 'rejected',
     '{"type": "changeQuantity", "subscriptionId": "sub-hana-av", "quantity": 8, "expectedCurrentQuantity": 9, "contactEmail": "a@a.example"}',
     'hash', 'hana', 'customer', '2026-11-10T15:29:00Z',
     '{"outcome": "rejected", "policy": {"id": "managed-security", "version": 1}, "decisionDate": "2026-11-11", "effectiveDate": null,
       "rejections": [{"code": "UNACKNOWLEDGED_ORDER"}], "smallestChange": null,
       "trace": [{"rule": "acknowledgementGate", "inputs": {"unacknowledgedOrders": ["${completed}"]}},
                 {"rule": "oneOrderAtWork", "inputs": {"orderAtWork": null}}]}',
     'rejected', '2026-11-10T15:29:01Z', '2026-11-11', null, 9, null, 'notRequired', null, null);`;

/** The migrations of the version before, in a folder of their own. */
function earlierMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), 'changeover-migrations-'));
  cpSync(join(import.meta.dirname, '../../db/migrations'), folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 3) }));
  return folder;
}

const login = `migrator_${process.pid}`;
let owned: OwnDatabase;
let folder: string;
let database: Database;
beforeAll(async () => {
  owned = await createEmptyDatabase();
  folder = earlierMigrations();
  const url = new URL(owned.url);
  // A login that is no superuser, from whom row-level security would hide what is to be migrated.
  await asSuperuser(owned.url, async (sql) => {
    await sql.query(`create role ${login} login password 'migrator' createrole`);
    await sql.query(`alter database ${url.pathname.slice(1)} owner to ${login}`);
    for (const role of ['changeover_owner', 'changeover_api', 'changeover_worker']) {
      await sql.query(`grant ${role} to ${login} with admin true, inherit false, set false`);
    }
  });
  url.username = login;
  url.password = 'migrator';
  await withClient(url.href, (client) => applyMigrations(drizzle(client), { migrationsFolder: folder }));
  await withClient(owned.url, (client) => client.query(before));
  await migrate(url.href);
  database = openDatabase(owned.url);
});
afterAll(async () => {
  await database.close();
  await owned.drop();
  await asSuperuser(owned.url, (sql) => sql.query(`drop owned by ${login}; drop role ${login}`));
  rmSync(folder, { recursive: true });
});

const asWorker = <T>(work: (transaction: Transaction) => Promise<T>) =>
  asTenant(database, 'changeover_worker', 'acme', work);
const stored = async (orderId: string) => {
  const order = await asWorker((transaction) => findOrder(transaction, orderId));
  if (!order) throw new Error('The order is gone');
  return order;
};
const locked = async (transaction: Transaction, id: string) => {
  const row = await lockSubscription(transaction, id);
  if (!row) throw new Error('The subscription is gone');
  return row;
};

describe('a database of the version before, migrated', () => {
  it('sells each product in one plan, with the SKUs it had', async () => {
    expect(await asWorker((transaction) => loadProduct(transaction, 'anti-virus'))).toMatchObject({
      terms: ['monthly'],
      vendorLeadDays: 0,
      plans: [{ id: 'anti-virus-standard', level: 1, endOfLifeDate: null }],
      skus: [{ id: 'anti-virus-agent', planId: 'anti-virus-standard', quantityStep: 1 }],
      options: [],
    });
  });

  it('has its subscriptions monthly, in the present month, with the days its history tells', async () => {
    const row = await asWorker((transaction) => locked(transaction, 'sub-hana-av'));
    expect(row).toMatchObject({
      planId: 'anti-virus-standard',
      quantity: 7,
      version: 3,
      term: 'monthly',
      options: {},
      // In Tokyo, where both were the next day already.
      firstOrderDate: '2026-10-04',
      lastIncreaseDate: '2026-11-10',
      terminatedOn: null,
    });
    expect(row.periodStart).toMatch(/-01$/);
    expect(row.periodEnd.slice(0, 7)).toBe(row.periodStart.slice(0, 7));
  });

  it('has the whole of a subscription in each entry of its history', async () => {
    const rows = await asWorker((transaction) => historyOf(transaction, 'sub-hana-av', { limit: 100 }));
    const present = toSubscription(await asWorker((transaction) => locked(transaction, 'sub-hana-av')));
    expect(rows.map(({ effectiveDate, snapshot }) => [effectiveDate, snapshot])).toEqual([
      ['2026-10-04', { ...present, quantity: 5 }],
      ['2026-11-10', { ...present, quantity: 9 }],
      ['2026-11-12', present],
    ]);
  });

  it('knows of each order what it was judged on, as far as that was kept', async () => {
    const { judged, decision, productId } = await stored(completed);
    expect(productId).toBe('anti-virus');
    expect(decision).toMatchObject({
      outcome: 'accepted',
      acceptedUntil: null,
      suggestedOrder: null,
      pendingChanges: [],
    });
    expect(judged).toMatchObject({
      today: '2026-11-10',
      subscription: { quantity: 5, state: 'active', planId: 'anti-virus-standard' },
      facts: { role: 'customer', orderAtWork: null, unacknowledgedOrders: [], pendingChanges: [] },
    });
    expect(judged.product).toEqual(await asWorker((transaction) => loadProduct(transaction, 'anti-virus')));
    expect((await stored(rejected)).judged.facts.unacknowledgedOrders).toEqual([
      { id: completed, type: 'changeQuantity' },
    ]);
  });

  it('decides its old orders again as they were decided', async () => {
    const policy = await asWorker((transaction) => loadPolicy(transaction, 'managed-security', '2026-11-11'));
    for (const id of [completed, rejected]) {
      const { request, judged, decision } = await stored(id);
      const again = decide({ ...judged, order: request, policy });
      expect(again.outcome).toBe(decision.outcome);
      expect(again.rejections.map(({ code }) => code)).toEqual(decision.rejections.map(({ code }) => code));
    }
  });

  it('goes on with what was open', async () => {
    const facts = await asWorker(async (transaction) =>
      loadFacts(transaction, await locked(transaction, 'sub-hana-av'), { role: 'customer', today: '2026-11-24' }),
    );
    expect(facts).toMatchObject({
      unacknowledgedOrders: [{ id: completed, type: 'changeQuantity' }],
      lastIncreaseDate: '2026-11-10',
    });
  });

  it('is not held up by a product whose zone does not exist, or by a subscription without history', async () => {
    const row = await asWorker((transaction) => locked(transaction, 'sub-broken'));
    expect(row).toMatchObject({ planId: 'broken-standard', assignedQuantity: 2, lastIncreaseDate: null });
    expect(row.firstOrderDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('takes the sample data beside its own, and keeps what orders have changed', async () => {
    await seed(owned.url, new Date('2026-11-24T12:00:00Z'));
    await seed(owned.url, new Date('2026-11-25T12:00:00Z'));
    expect(await asWorker((transaction) => locked(transaction, 'sub-hana-av'))).toMatchObject({
      quantity: 7,
      version: 3,
    });
    expect(await asWorker((transaction) => locked(transaction, 'sub-hana-groupware'))).toMatchObject({ version: 1 });
    const policy = await asWorker((transaction) => loadPolicy(transaction, 'managed-security', '2026-11-24'));
    expect(policy).toMatchObject({ version: 2, rules: { coolingOff: { days: 14 } } });
  });
});
