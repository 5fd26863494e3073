import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import { findProduct, listProducts } from '../../db/catalogue.ts';
import { asTenant } from '../../db/client.ts';
import { versionsOf } from '../../db/policy-versions.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { PageQuery, page, pageOf, positionIn } from '../page.ts';
import { Problem } from '../problem.ts';
import { addRoute, nothing } from '../route.ts';
import { Id } from '../text.ts';
import { z } from '../zod-openapi.ts';
import { ProductView, productView } from './product-view.ts';

const tag = 'Catalogue';

export function addProductRoutes(
  router: Router,
  registry: OpenAPIRegistry,
  { database, now }: Pick<ApiDependencies, 'database' | 'now'>,
): void {
  addRoute(router, registry, {
    method: 'get',
    path: '/v1/products',
    operationId: 'listProducts',
    summary: 'Products, in the order of their ids',
    tag,
    params: nothing,
    query: PageQuery,
    answers: { 200: { description: 'A page of products', schema: pageOf(ProductView).openapi('ProductPage') } },
    problems: ['INVALID_REQUEST'],
    async handle({ actor, query: { pageSize, pageToken } }) {
      const after = positionIn(pageToken, Id);
      const { rows, versions } = await asTenant(database, 'changeover_api', actor.tenant, async (transaction) => {
        const rows = await listProducts(transaction, { after, limit: pageSize + 1 });
        return { rows, versions: await versionsOf(transaction, [...new Set(rows.map(({ policyId }) => policyId))]) };
      });
      const { items, nextPageToken } = page(rows, pageSize, ({ id }) => id);
      return {
        status: 200,
        body: { items: items.map((product) => productView(product, versions, now())), nextPageToken },
      };
    },
  });

  addRoute(router, registry, {
    method: 'get',
    path: '/v1/products/{productId}',
    operationId: 'getProduct',
    summary: 'One product, with its plans, SKUs and options',
    tag,
    params: z.object({ productId: Id }),
    query: nothing,
    answers: { 200: { description: 'The product', schema: ProductView } },
    problems: ['PRODUCT_NOT_FOUND'],
    handle: ({ actor, params: { productId } }) =>
      asTenant(database, 'changeover_api', actor.tenant, async (transaction) => {
        const product = await findProduct(transaction, productId);
        if (!product) throw new Problem('PRODUCT_NOT_FOUND');
        const versions = await versionsOf(transaction, [product.policyId]);
        return { status: 200, body: productView(product, versions, now()) };
      }),
  });
}
