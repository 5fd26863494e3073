import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpProvisioner } from '../../../activities/vendor/http-provisioner.ts';
import { sampleTenants } from '../../../sandbox/sample-data.ts';
import { seedVendor } from '../../../sandbox/seed.ts';
import { type ServedVendor, serveVendor } from './serve.ts';

let served: ServedVendor;
beforeAll(async () => {
  served = await serveVendor();
  await seedVendor(served.client);
});
afterAll(() => served.close());

const rows = sampleTenants(new Date()).flatMap(({ subscriptions }) => subscriptions);

describe('the vendor of the sandbox', () => {
  it.each(rows.map((row) => [row.id, row] as const))('knows %s as Changeover does', async (_id, row) => {
    const vendor = createHttpProvisioner({ url: served.url, apiKey: served.apiKey, timeoutMs: 30_000 });
    expect(await vendor.details(row.vendorSubscriptionId)).toMatchObject({
      state: row.state,
      quantity: row.quantity,
      planId: row.planId,
      options: row.options ?? {},
      term: row.term,
      servicePeriod: { start: row.periodStart, end: row.periodEnd },
      expirationDate: row.expirationDate ?? null,
      assignedQuantity: row.assignedQuantity ?? null,
      activationCode: row.activationMode === 'code' ? expect.any(String) : null,
    });
  });

  it('knows whose each is, so that what happens to it can be told', async () => {
    const entries = await served.client.ledger();
    const nobodys = entries.filter((entry) => !('tenant' in entry && 'vendor' in entry));
    expect(nobodys).toEqual([]);
    expect(entries).toHaveLength(rows.length);
  });
});
