import { z } from 'zod';
import { Occurrence } from './occurrence.ts';
import { Change, Create } from './operation.ts';
import { Registration } from './subscription.ts';
import { eventsAs, Id } from './subscription-fields.ts';

const at = z.iso.datetime();

// As it was taken up once: what may be asked for has become narrower since.
const activationCode = z.string().nullable();

const Registered = z.object({
  ...Registration.shape,
  kind: z.literal('registered'),
  subscriptionId: Id,
  activationCode,
  at,
});

const Applied = z.union([
  z.object({
    ...Create.shape,
    kind: z.literal('applied'),
    /** What it is called by the vendor. */
    vendorSubscriptionId: Id,
    activationCode,
    vendor: eventsAs.vendor,
    at,
  }),
  z.intersection(z.object({ kind: z.literal('applied'), at }), Change),
]);
export type Applied = z.infer<typeof Applied>;

const Voided = z.object({ kind: z.literal('voided'), key: Id, at });
export type Voided = z.infer<typeof Voided>;

const Occurred = z.intersection(
  // Without tenant and vendor there was nobody to tell.
  z.object({ kind: z.literal('occurred'), eventId: Id, subscriptionId: Id, ...eventsAs, at }),
  Occurrence,
);
export type Occurred = z.infer<typeof Occurred>;

/** Changeover has taken the event. */
const Delivered = z.object({ kind: z.literal('delivered'), eventId: Id, at });

/** One line of the ledger; `at` is the instant it was taken up. */
export const Entry = z.union([Registered, Applied, Voided, Occurred, Delivered]);
export type Entry = z.infer<typeof Entry>;
