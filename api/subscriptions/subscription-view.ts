import type { SubscriptionView as Row } from '../../db/subscriptions.ts';
import { z } from '../zod-openapi.ts';

export const SubscriptionView = z
  .object({
    id: z.string(),
    account: z.object({ id: z.string(), name: z.string(), contactEmail: z.string() }),
    product: z.object({
      id: z.string(),
      name: z.string(),
      timeZone: z.string(),
      unit: z.object({ one: z.string(), many: z.string() }),
    }),
    sku: z.object({
      id: z.string(),
      name: z.string(),
      minimumQuantity: z.int().nullable(),
      maximumQuantity: z.int().nullable(),
    }),
    quantity: z.int().openapi({ description: 'Licensed units in total' }),
    assignedQuantity: z.int().nullable().openapi({ description: 'Units in use, as the vendor last reported' }),
    state: z.enum(['pendingActivation', 'active', 'suspended', 'terminated', 'expired']),
    trial: z.boolean(),
    version: z.int(),
  })
  .openapi('Subscription');
export type SubscriptionView = z.infer<typeof SubscriptionView>;

export const subscriptionView = ({ account, product, sku, ...row }: Row): SubscriptionView => ({
  id: row.id,
  account: { id: account.id, name: account.name, contactEmail: account.contactEmail },
  product: {
    id: product.id,
    name: product.name,
    timeZone: product.timeZone,
    unit: { one: product.unitOne, many: product.unitMany },
  },
  sku: {
    id: sku.id,
    name: sku.name,
    minimumQuantity: sku.minimumQuantity,
    maximumQuantity: sku.maximumQuantity,
  },
  quantity: row.quantity,
  assignedQuantity: row.assignedQuantity,
  state: row.state,
  trial: row.trial,
  version: row.version,
});
