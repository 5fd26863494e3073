import { phaseOn } from './calendar/phase.ts';
import { dayAfter } from './calendar/service-period.ts';
import { descriptionOf, type OrderRequest } from './order-types.ts';
import { partsOf } from './pending/withdrawal.ts';
import type { PlainDate } from './plain-date.ts';
import type { RejectionCode } from './rejections.ts';
import type { DecisionInput } from './rules/rule.ts';

/**
 * Why a person may not take an order back, by the same clauses that bind ordering: R7 (what only others may order), R25 (bought
 * through a partner), R20 (what is pending for a period that has been billed stands). Null when nothing stands in the way.
 */
export function barToTakingBack(
  { order, effectiveDate }: { order: OrderRequest; effectiveDate: PlainDate },
  { subscription, policy, facts, today }: Pick<DecisionInput, 'subscription' | 'policy' | 'facts' | 'today'>,
): RejectionCode | null {
  const { role } = facts;
  const { orderableBy, requested } = descriptionOf(order);
  if (!orderableBy.includes(role)) return 'ROLE_NOT_ALLOWED';
  const { boughtThroughPartner, renewalWindow } = policy.rules;
  if (boughtThroughPartner && role === 'customer' && subscription.partnerId !== null) return 'BOUGHT_THROUGH_PARTNER';
  const isForNextPeriod =
    partsOf(requested(order)).length > 0 && effectiveDate === dayAfter(subscription.servicePeriod);
  const phase = phaseOn(subscription, policy, facts.billingPeriods, today);
  return renewalWindow && isForNextPeriod && phase === 'renewalWindowClosed' && role !== 'operator'
    ? 'RENEWAL_WINDOW_CLOSED'
    : null;
}
