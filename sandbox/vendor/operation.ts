import { z } from 'zod';

/** Ids and keys go into addresses, so they hold nothing that an address could read otherwise. */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/);

export const Quantity = z.int().min(1).max(1_000_000);

/** What can be asked for under a key. A later operation is one more member here and one more effect in effects.ts. */
export const Operation = z.discriminatedUnion('operation', [
  z.object({ key: Id, subscriptionId: Id, operation: z.literal('changeQuantity'), quantity: Quantity }),
]);
export type Operation = z.infer<typeof Operation>;

export const Registration = z.strictObject({
  quantity: Quantity,
  activationCode: z.string().min(1).max(64).optional(),
});
export type Registration = z.infer<typeof Registration>;

export type Subscription = { id: string; quantity: number; activationCode: string; state: 'active' };
