import { periodFrom } from '../../domain/calendar/service-period.ts';
import type { Term } from '../../domain/catalogue.ts';
import type { Facts } from '../../domain/facts.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { SampleContract } from './sample-contracts.ts';

/** A telling state of a subscription, on a day: a column of the contract's table. */
export type Situation = SampleContract & { name: string; today: PlainDate; subscription: Subscription; facts: Facts };

/** The day on which the contract is shown: in the middle of a month, so that both its first and its last day are elsewhere. */
export const SHOWN_ON: PlainDate = '2026-11-15';

const facts: Facts = {
  role: 'customer',
  orderAtWork: null,
  unacknowledgedOrders: [],
  pendingChanges: [],
  withdrawnByCancellation: [],
  lastIncreaseDate: null,
  billingPeriods: [{ month: '2026-11', billedOn: '2026-11-01', paidOn: '2026-11-05' }],
  lastCancellationDate: null,
  activatedSubscriptions: [],
};

/** The situations in which the product's contract says different things. */
export function situationsOf(contract: SampleContract): Situation[] {
  const { product, policy } = contract;
  const { rules } = policy;
  return [
    ...product.terms.flatMap((term) => (term === 'monthly' ? monthly(contract) : annual(contract))),
    ...(rules.trialLock ? [situation(contract, 'trial', { trial: true })] : []),
    ...(rules.endOfLifeLock ? endOfLife(contract) : []),
    ...(rules.compositionApproval ? [awaitingApproval(contract)] : []),
    ...(rules.boughtThroughPartner ? [situation(contract, 'bought through a partner', { partnerId: 'paula' })] : []),
    situation(contract, 'suspended', { state: 'suspended' }),
    cancellationPending(contract),
  ];
}

function situation(
  contract: SampleContract,
  name: string,
  given: Partial<Subscription> = {},
  known: Partial<Facts> = {},
  today: PlainDate = SHOWN_ON,
): Situation {
  const { product } = contract;
  const [term = 'monthly'] = product.terms;
  return {
    ...contract,
    name,
    today,
    subscription: subscriptionTo(contract, term, given),
    facts: { ...facts, ...known },
  };
}

function subscriptionTo({ product }: SampleContract, term: Term, given: Partial<Subscription>): Subscription {
  const plan = product.plans.find(({ endOfSaleDate }) => endOfSaleDate === null) ?? product.plans[0];
  const sku = product.skus.find(({ planId }) => planId === plan?.id);
  const [option] = product.options.filter(
    ({ planIds, requires }) => plan && planIds.includes(plan.id) && requires.length === 0,
  );
  const asked = given.term ?? term;
  const servicePeriod = periodFrom(asked, asked === 'annual' ? '2026-01-01' : '2026-11-01');
  return {
    id: 'subscription',
    accountId: 'account',
    productId: product.id,
    planId: plan?.id ?? '',
    skuId: sku?.id ?? '',
    quantity: 20,
    assignedQuantity: null,
    options: option === undefined ? {} : { [option.id]: option.maximumQuantity === 1 ? 1 : 2 },
    term: asked,
    servicePeriod,
    state: 'active',
    trial: false,
    autoRenewal: { enabled: true, frequency: asked },
    expirationDate: product.settings.includes('expirationDate') ? servicePeriod.end : null,
    expirationNotificationDays: null,
    unitsPerLicence: null,
    managed: false,
    firstOrderDate: '2025-06-10',
    activation: { mode: 'firstLogon', date: null },
    suspendedUntil: null,
    partnerId: null,
    ...given,
  };
}

function monthly(contract: SampleContract): Situation[] {
  const { rules } = contract.policy;
  const term = { term: 'monthly' as const };
  const others = situation(contract, rules.monthlyDecrease ? 'monthly, any other month' : 'monthly', term);
  if (!rules.monthlyDecrease) return [others];
  return [
    situation(contract, 'monthly, month of the first order', { ...term, firstOrderDate: '2026-11-03' }),
    situation(contract, 'monthly, month with an increase', term, { lastIncreaseDate: '2026-11-10' }),
    { ...others, name: 'monthly, any other month, paid' },
    situation(contract, 'monthly, not paid', term, {
      billingPeriods: [{ month: '2026-11', billedOn: '2026-11-01', paidOn: null }],
    }),
  ];
}

function annual(contract: SampleContract): Situation[] {
  const { rules } = contract.policy;
  const term = { term: 'annual' as const };
  if (!rules.renewalWindow) return [situation(contract, 'annual', term)];
  const paid = { billingPeriods: [] };
  return [
    situation(
      contract,
      'annual, before its first day',
      { ...term, servicePeriod: periodFrom('annual', '2026-12-01'), firstOrderDate: '2026-11-10' },
      paid,
    ),
    situation(contract, 'annual, service period', term, paid),
    situation(contract, 'annual, renewal window', term, paid, '2026-12-10'),
    situation(
      contract,
      'annual, next period billed',
      term,
      { billingPeriods: [{ month: '2027-01', billedOn: '2026-12-10', paidOn: null }] },
      '2026-12-20',
    ),
  ];
}

function endOfLife(contract: SampleContract): Situation[] {
  const planId = contract.product.plans.find(
    ({ endOfLifeDate }) => endOfLifeDate !== null && endOfLifeDate <= SHOWN_ON,
  )?.id;
  const sku = contract.product.skus.find((one) => one.planId === planId);
  return planId === undefined || sku === undefined
    ? []
    : [situation(contract, 'plan at End of Life', { planId, skuId: sku.id, options: {} })];
}

function awaitingApproval(contract: SampleContract): Situation {
  const plans = contract.product.plans.map((plan) => ({ ...plan, compositionChangedOn: '2026-11-01' as const }));
  return situation({ ...contract, product: { ...contract.product, plans } }, 'composition awaits approval');
}

function cancellationPending(contract: SampleContract): Situation {
  const order = { type: 'cancel' as const, subscriptionId: 'subscription' };
  const pending = { orderId: 'order-1', order, decisionDate: SHOWN_ON, effectiveDate: '2026-12-01' as const };
  return situation(contract, 'cancellation pending', {}, { pendingChanges: [pending] });
}
