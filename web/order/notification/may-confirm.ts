import type { Me, Order } from '../../../client/generated/types.gen.ts';

/** Whether it is this person's to confirm the outcome: an operator's tick would take a customer's notification away unread. */
export const mayConfirm = ({ role, subject }: Me, { submittedBy }: Order): boolean =>
  role !== 'operator' || submittedBy.subject === subject;
