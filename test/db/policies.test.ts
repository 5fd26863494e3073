import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { CatalogueIncomplete } from '../../db/catalogue.ts';
import { asTenant } from '../../db/client.ts';
import { loadPolicy, publishPolicy } from '../../db/policies.ts';
import { policyIds, versionsOf } from '../../db/policy-versions.ts';
import { policies } from '../../db/schema/catalogue.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { testDatabase } from './test-database.ts';

const { opened, asWorker, asApi } = testDatabase();

const draft = (fields: Partial<Parameters<typeof publishPolicy>[1]> = {}) => ({
  tenant: 'acme',
  id: 'drafted',
  expectedVersion: 0,
  effectiveFrom: '2026-01-01' as PlainDate,
  rules: { trialLock: {} },
  publishedBy: 'oscar',
  publishedAt: new Date('2026-11-24T10:00:00Z'),
  reason: 'a test',
  ...fields,
});
const publish = (fields?: Parameters<typeof draft>[0]) =>
  asApi((transaction) => publishPolicy(transaction, draft(fields)));
const inForce = (id: string, on: PlainDate) => asWorker((transaction) => loadPolicy(transaction, id, on));
const store = (id: string, version: number, rules: unknown) =>
  asTenant(opened(), 'changeover_owner', 'acme', (transaction) =>
    transaction.insert(policies).values({ tenant: 'acme', id, version, effectiveFrom: '2026-01-01', rules }),
  );

describe('the version of a policy in force', () => {
  it('is the one that came into effect last, even when a version published later holds from an earlier day', async () => {
    await publish({ id: 'dated', effectiveFrom: '2026-01-01' });
    await publish({ id: 'dated', expectedVersion: 1, effectiveFrom: '2026-12-01' });
    await publish({ id: 'dated', expectedVersion: 2, effectiveFrom: '2026-06-01' });
    await publish({ id: 'dated', expectedVersion: 3, effectiveFrom: '2026-06-01' });
    const versions = async (...days: PlainDate[]) =>
      Promise.all(days.map(async (day) => (await inForce('dated', day)).version));
    expect(await versions('2026-05-31', '2026-06-01', '2026-11-30', '2026-12-01', '2027-01-01')).toEqual([
      1, 4, 4, 2, 2,
    ]);
  });

  it('before the first has come into effect is none', async () => {
    await expect(inForce('managed-security', '2019-12-31')).rejects.toThrow(CatalogueIncomplete);
    await expect(inForce('nothing', '2026-12-01')).rejects.toThrow('Policy nothing has no version in force');
  });

  it('that does not parse is told with the place of the fault', async () => {
    await store('faulty', 1, { coolingOff: { days: 'many' }, trialLok: {} });
    const reading = inForce('faulty', '2026-12-01');
    await expect(reading).rejects.toThrow(CatalogueIncomplete);
    await expect(reading).rejects.toThrow(/Policy faulty version 1 is faulty: .*at coolingOff\.days: .*trialLok/s);
  });
});

describe('publishing', () => {
  it('adds a version, with who published it, when and why', async () => {
    expect(await publish()).toEqual({
      outcome: 'published',
      policy: {
        id: 'drafted',
        version: 1,
        effectiveFrom: '2026-01-01',
        rules: { trialLock: {} },
        publishedBy: 'oscar',
        publishedAt: new Date('2026-11-24T10:00:00Z'),
        reason: 'a test',
      },
    });
    await publish({ expectedVersion: 1, rules: {}, reason: 'no lock any more' });
    const versions = await asApi((transaction) => versionsOf(transaction, ['drafted']));
    expect(versions.map(({ version, rules }) => [version, rules])).toEqual([
      [2, {}],
      [1, { trialLock: {} }],
    ]);
  });

  it('on another version than the latest is refused, and says which that is', async () => {
    await publish({ id: 'guarded' });
    expect(await publish({ id: 'guarded' })).toEqual({ outcome: 'versionConflict', latestVersion: 1 });
    expect(await publish({ id: 'guarded', expectedVersion: 2 })).toEqual({
      outcome: 'versionConflict',
      latestVersion: 1,
    });
    expect(await publish({ id: 'absent', expectedVersion: 1 })).toEqual({
      outcome: 'versionConflict',
      latestVersion: 0,
    });
  });

  it('by ten at once on one version is one published and nine told', async () => {
    await publish({ id: 'raced' });
    const all = await Promise.all(Array.from({ length: 10 }, () => publish({ id: 'raced', expectedVersion: 1 })));
    expect(all.map(({ outcome }) => outcome).sort()).toEqual(['published', ...Array(9).fill('versionConflict')]);
    expect(all).toContainEqual({ outcome: 'versionConflict', latestVersion: 2 });
  });

  it('never changes what is published', async () => {
    const change = asApi((transaction) => transaction.execute(sql`update policies set rules = '{}'`));
    await expect(change).rejects.toThrow(/permission denied/);
  });
});

describe('the list of policies', () => {
  it('has each once, in the version published last, page by page', async () => {
    const list = (page: Parameters<typeof policyIds>[1]) => asApi((transaction) => policyIds(transaction, page));
    const ids = await list({ limit: 100 });
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids, 'one that does not parse among them').toContain('faulty');
    const [latest] = await asApi((transaction) => versionsOf(transaction, ['managed-security']));
    expect(latest).toMatchObject({ version: 2, publishedBy: 'installation' });
    expect(await list({ after: ids[0], limit: 1 })).toEqual(ids.slice(1, 2));
  });
});
