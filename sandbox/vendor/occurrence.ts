import { z } from 'zod';
import { type Answer, refusal } from './answer.ts';
import type { Subscription } from './subscription.ts';
import { eventsAs, Quantity } from './subscription-fields.ts';

/** What happens to a subscription at the vendor without Changeover, and what Changeover is told of it. */
export const Occurrence = z.discriminatedUnion('type', [
  /** The customer has logged on for the first time, or has entered the code. */
  z.object({ type: z.literal('activated'), activatedBy: z.enum(['firstLogon', 'code']) }),
  /** Units in use, in total. */
  z.object({ type: z.literal('assignedQuantity'), quantity: Quantity.or(z.literal(0)) }),
]);
export type Occurrence = z.infer<typeof Occurrence>;

/** Whom the event names, where it is not as the subscription was registered. */
export const EventsAs = z.strictObject(eventsAs);
export type EventsAs = z.infer<typeof EventsAs>;

/** Why it cannot happen to the subscription as it is; undefined when it can. */
export function impossible({ state }: Subscription, { type }: Occurrence): Answer | undefined {
  if (state === 'terminated') return refusal(409, 'SUBSCRIPTION_TERMINATED', 'The subscription has ended.');
  if (type === 'activated' && state !== 'pendingActivation')
    return refusal(409, 'NOT_PENDING', 'The subscription does not wait for its activation.');
  return undefined;
}

/** The subscription after it has happened. */
export const happened = (subscription: Subscription, occurrence: Occurrence): Subscription =>
  occurrence.type === 'activated'
    ? { ...subscription, state: 'active' }
    : { ...subscription, assignedQuantity: occurrence.quantity };
