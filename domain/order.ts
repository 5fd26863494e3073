/** Stored states of an order. `accepted` is a decision's outcome and `submitted` exists only before the verdict, so neither is here. */
export const orderStates = ['rejected', 'scheduled', 'inProgress', 'held', 'completed', 'failed', 'cancelled'] as const;
export type OrderState = (typeof orderStates)[number];

/** States in which an order has its subscription to itself: no other order may be at work on it. */
export const statesAtWork = ['inProgress', 'held'] as const satisfies readonly OrderState[];

/** States of an accepted order that has something left to do. */
export const unfinishedStates = ['scheduled', 'inProgress', 'held'] as const satisfies readonly OrderState[];

/** States whose outcome a person must have seen. */
export const statesToAcknowledge = ['completed', 'failed'] as const satisfies readonly OrderState[];

/** `notRequired` until there is an outcome to see; then `awaiting` until a person has seen it or an operator waived it. */
export const acknowledgementStates = ['notRequired', 'awaiting', 'acknowledged', 'waived'] as const;
export type AcknowledgementState = (typeof acknowledgementStates)[number];
