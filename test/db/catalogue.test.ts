import { describe, expect, it } from 'vitest';
import {
  CatalogueIncomplete,
  findPlan,
  findProduct,
  listPlans,
  listProducts,
  loadProduct,
} from '../../db/catalogue.ts';
import { asTenant } from '../../db/client.ts';
import { skus } from '../../db/schema/catalogue.ts';
import { product as antiVirus } from '../support/contract.ts';
import { testDatabase } from './test-database.ts';

const { opened, asWorker, asApi } = testDatabase();

describe('a product', () => {
  it('is read whole', async () => {
    expect(await asWorker((transaction) => loadProduct(transaction, 'anti-virus'))).toEqual(antiVirus);
  });

  it('has its plans by level, its SKUs by size, and its options', async () => {
    const services = await asApi((transaction) => loadProduct(transaction, 'worry-free-services'));
    expect(services.plans.map(({ level }) => level)).toEqual([0, 1, 2]);
    expect(services.plans[0]).toMatchObject({
      endOfSaleDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      endOfLifeDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
    expect(services.options.find(({ id }) => id === 'managed-detection')).toEqual({
      id: 'managed-detection',
      name: 'Managed Detection and Response',
      planIds: ['worry-free-services-advanced'],
      requires: ['endpoint-sensor'],
      maximumQuantity: 1,
    });
    const endpoint = await asApi((transaction) => loadProduct(transaction, 'endpoint-security'));
    expect(endpoint.skus.map(({ id, quantityStep }) => [id, quantityStep])).toEqual([
      ['endpoint-10-499', 1],
      ['endpoint-500-up', 10],
    ]);
  });

  it('that does not exist is undefined, and a fault of the catalogue for who was told of it', async () => {
    expect(await asApi((transaction) => findProduct(transaction, 'nothing'))).toBeUndefined();
    await expect(asApi((transaction) => loadProduct(transaction, 'nothing'))).rejects.toThrow(CatalogueIncomplete);
  });

  it('cannot have a SKU of another product’s plan', async () => {
    const row = { tenant: 'acme', id: 'odd', productId: 'anti-virus', planId: 'groupware-standard', name: 'Odd' };
    const attempt = asTenant(opened(), 'changeover_owner', 'acme', (transaction) =>
      transaction.insert(skus).values(row),
    );
    await expect(attempt).rejects.toMatchObject({ constraint: 'skus_plan' });
  });
});

describe('pages of products and plans', () => {
  it('go by id and join to the whole', async () => {
    const products = await asApi((transaction) => listProducts(transaction, { limit: 100 }));
    const ids = products.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(await asApi((transaction) => listProducts(transaction, { after: ids[1], limit: 2 }))).toEqual(
      products.slice(2, 4),
    );
    const plans = await asApi((transaction) => listPlans(transaction, { limit: 100 }));
    expect(plans).toHaveLength(products.flatMap((product) => product.plans).length);
    expect(await asApi((transaction) => listPlans(transaction, { productId: 'worry-free-suite', limit: 1 }))).toEqual(
      plans.filter(({ productId }) => productId === 'worry-free-suite').slice(0, 1),
    );
  });

  it('name the product and the version of a plan', async () => {
    expect(await asApi((transaction) => findPlan(transaction, 'groupware-standard'))).toMatchObject({
      productId: 'groupware',
      version: 1,
    });
    expect(await asApi((transaction) => findPlan(transaction, 'nothing'))).toBeUndefined();
  });
});
