import { z } from 'zod';
import { Id, Operation, Quantity } from './operation.ts';

const at = z.iso.datetime();

/** One line of the ledger; `at` is the instant it was taken up. */
export const Entry = z.union([
  z.object({
    kind: z.literal('registered'),
    subscriptionId: Id,
    quantity: Quantity,
    activationCode: z.string(),
    at,
  }),
  z.intersection(z.object({ kind: z.literal('applied'), at }), Operation),
  z.object({ kind: z.literal('voided'), key: Id, at }),
]);
export type Entry = z.infer<typeof Entry>;
