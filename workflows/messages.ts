import { defineSearchAttributeKey } from '@temporalio/common';
import { defineUpdate } from '@temporalio/workflow';
import type { AcknowledgementState, OrderState } from '../domain/order.ts';
import type { OrderRequest } from '../domain/order-types.ts';
import type { Role } from '../domain/role.ts';

/** What starts an order's workflow. It is kept in the history for years: only ever add optional fields. */
export type OrderInput = {
  tenant: string;
  orderId: string;
  accountId: string;
  request: OrderRequest;
  /** SHA-256 of the request as it was sent. */
  requestHash: string;
  /** Whose system will be changed; decides the task queue. */
  vendor: string;
  submittedBy: { subject: string; role: Role };
  /** UTC instant, ISO 8601. */
  submittedAt: string;
};

/**
 * Where an order stands, as its workflow answers it; everything else is read from Postgres. `nextAt`: of a scheduled order, the
 * instant (UTC, ISO 8601) at which its day begins in the product's zone.
 */
export type OrderStanding = { state: OrderState; acknowledgement: AcknowledgementState; nextAt?: string };

/** Who has seen which outcome, and where. `noticeHash` is the SHA-256 of what was shown. */
export type Acknowledgement = { subject: string; channel: string; noticeHash: string };

/** Who takes an order back, and why. */
export type Cancellation = { subject: string; reason: string };

/** Answers once the rules have decided. Sent together with the start, once per order. */
export const submit = defineUpdate<OrderStanding>('submit');

/** An update, not a signal: the person must hear whether it was accepted. */
export const acknowledge = defineUpdate<OrderStanding, [Acknowledgement]>('acknowledge');

/** Ends an order that is at work: a person takes it back, or an operator gives it up. */
export type Withdrawal = Cancellation & { as: 'cancelled' | 'aborted' };

/** How an operator repairs a held order, and why: tries it again, takes it for done, or gives it up. */
export type Repair = Cancellation & { verb: 'retry' | 'skip' | 'abort' };

/** An update: the operator must hear whether there was something to repair. */
export const repair = defineUpdate<OrderStanding, [Repair]>('repair');

/** An update: the person must hear whether it was still possible. */
export const cancel = defineUpdate<OrderStanding, [Cancellation]>('cancel');

/** An operator lets the outcome go unseen, with a reason. */
export const waive = defineUpdate<OrderStanding, [Cancellation]>('waive');

export const orderWorkflowType = 'orderWorkflow';
export const orderWorkflowId = (orderId: string): string => `order-${orderId}`;
export const ordersTaskQueue = 'orders';
export const vendorTaskQueue = (vendor: string): string => `vendor-${vendor}`;

/** Set when the workflow starts and never after, so that they cost nothing; no personal data. */
export const searchAttributes = {
  tenant: defineSearchAttributeKey('ChangeoverTenant', 'KEYWORD'),
  account: defineSearchAttributeKey('ChangeoverAccount', 'KEYWORD'),
  subscription: defineSearchAttributeKey('ChangeoverSubscription', 'KEYWORD'),
  orderType: defineSearchAttributeKey('ChangeoverOrderType', 'KEYWORD'),
  vendor: defineSearchAttributeKey('ChangeoverVendor', 'KEYWORD'),
};
