import type { OrderRow } from '../db/orders.ts';
import type { OrderStanding } from '../workflows/messages.ts';

/** All that a workflow is told of its order; the rest it does not need, and so it is not in its history. */
export const standing = ({ state, acknowledgement }: OrderRow): OrderStanding => ({ state, acknowledgement });
