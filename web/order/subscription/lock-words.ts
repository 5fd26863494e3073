import type { Subscription } from '../../../client/generated/types.gen.ts';

/** Why the subscription cannot be changed for now, or for good; none where nothing locks it. */
export function lockWords({
  trial,
  plan,
  compositionApprovalPending,
}: Pick<Subscription, 'trial' | 'plan' | 'compositionApprovalPending'>): string[] {
  return [
    ...(trial ? ['Changes are locked: this is a trial licence.'] : []),
    ...(plan.lifecycle === 'endOfLife' ? ['Changes are locked: the plan has reached its end of life.'] : []),
    ...(compositionApprovalPending
      ? ['Changes are locked until the partner has approved the new composition of the plan.']
      : []),
  ];
}
