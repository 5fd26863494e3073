import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import { type OrderType, orderTypes } from '../../domain/order-types.ts';
import type { RuleResult } from '../../domain/rules/rule.ts';
import { rulesOf } from '../../domain/rules-of-orders.ts';
import { decisionInput, everyRule, type Given, pendingChange } from './decision-input.ts';
import { examples } from './order-types/examples.ts';
import { endpoint } from './products/endpoint.ts';
import { groupwareAnnual, groupwareMonthly } from './products/groupware.ts';
import { onPremise, worryFree } from './products/worry-free.ts';

type Inputs = Record<string, RuleResult['inputs']>;

/** What each rule says that it looked at, by its name. */
const lookedAt = (given: Given): Inputs =>
  Object.fromEntries(decide(decisionInput(given)).trace.map(({ rule, inputs }) => [rule, inputs]));

const settings = ['unitsPerLicence', 'expirationDate', 'autoRenewal', 'expirationNotificationDays', 'managed'];
const annual = { enabled: true, frequency: 'annual' } as const;

/** One situation for each kind of rule, in which the order is accepted under every rule that a policy can name. */
const accepted: { what: string; given: Given; inputs: Inputs }[] = [
  {
    what: 'a change of quantity',
    given: { of: groupwareMonthly, order: { quantity: 22 } },
    inputs: {
      roleMayOrder: { role: 'customer', orderableBy: ['customer', 'partner', 'operator'] },
      startDateNotPast: { requestedStartDate: null, today: '2026-03-15' },
      startDateNear: { requestedStartDate: null, last: '2027-09-15' },
      subscriptionState: { state: 'active', from: ['active'] },
      boughtThroughPartner: { role: 'customer', partnerId: null },
      trialLock: { trial: false },
      endOfLifeLock: { planId: 'groupware-standard', endOfLifeDate: null, effectiveDate: '2026-03-15' },
      compositionApproval: { planId: 'groupware-standard', compositionChangedOn: null },
      oneOrderAtWork: { orderAtWork: null, effectiveDate: '2026-03-15' },
      acknowledgementGate: { role: 'customer', unacknowledgedOrders: [] },
      noPendingCancellation: { pending: [] },
      livesOnEffectDate: { effectiveDate: '2026-03-15', periodEnd: '2026-03-31', autoRenewal: true },
      currentQuantityExpected: { expectedCurrentQuantity: 20, currentQuantity: 20 },
      confirmTotal: { currentQuantity: 20, readAsTotal: 22, readAsAddition: 42, confirmedTotal: null },
      somethingChanges: { unchanged: [], withdraws: [] },
      contactEmailRequired: { contactEmailGiven: true, role: 'customer' },
      quantityPositive: { quantity: 22 },
      skuMinimumQuantity: { quantity: 22, minimumQuantity: null },
      skuMaximumQuantity: { quantity: 22, maximumQuantity: null },
      skuQuantityStep: { quantity: 22, quantityStep: 1 },
      notBelowAssignedQuantity: { quantity: 22, currentQuantity: 20, assignedQuantity: null },
      quantityHoldsLicence: { quantity: 22, unitsPerLicence: 0 },
      noDecreaseInFirstMonth: {
        term: 'monthly',
        quantity: 22,
        currentQuantity: 20,
        firstOrderDate: '2025-06-10',
        date: '2026-03-15',
      },
      noDecreaseInMonthOfIncrease: {
        term: 'monthly',
        quantity: 22,
        currentQuantity: 20,
        lastIncreaseDate: null,
        date: '2026-03-15',
      },
      quantityReducedInWindow: { quantity: 22, currentQuantity: 20, term: 'monthly' },
      billedChangesStand: { changed: [] },
      supersedesWithConsent: { superseded: [], consent: false },
      pendingStackHasRoom: { pending: 0 },
      pendingStillFits: { impossible: [] },
    },
  },
  {
    what: 'S2’s screen, saved as one',
    given: {
      of: worryFree,
      facts: { role: 'partner' },
      order: {
        type: 'changeServicePlan',
        planId: 'suite',
        options: [{ optionId: 'encryption', quantity: 1 }],
        unitsPerLicence: 2,
        expirationDate: '2027-06-30',
        autoRenewal: annual,
        expirationNotificationDays: 7,
        managed: true,
      },
    },
    inputs: {
      planChangeOffered: { planIds: ['standard', 'advanced', 'suite'] },
      planOfProduct: { planId: 'suite', planIds: ['standard', 'advanced', 'suite'] },
      planOnSale: { planId: 'suite', endOfSaleDate: null, endOfLifeDate: null, date: '2026-03-15' },
      planHoldsQuantity: { planId: 'suite', quantity: 20, skuId: 'suite-units' },
      planHoldsOptions: { planId: 'suite', unavailable: [] },
      optionsKnown: { unknown: [] },
      optionsAvailable: { planId: 'suite', unavailable: [] },
      optionPrerequisites: { missing: [] },
      optionQuantityRange: { aboveMaximum: [] },
      optionsReducedInWindow: { reduced: [], term: 'annual' },
      unitsPerLicenceOffered: { setting: 'unitsPerLicence', offered: settings },
      unitsPerLicenceWithinQuantity: { unitsPerLicence: 2, quantity: 20 },
      expirationDateOffered: { setting: 'expirationDate', offered: settings },
      expirationDateAhead: { expirationDate: '2027-06-30', first: '2026-03-15' },
      autoRenewalOffered: { setting: 'autoRenewal', offered: settings },
      frequencyOffered: { frequency: 'annual', terms: ['monthly', 'annual'] },
      frequencyKeepsTerm: { frequency: 'annual', term: 'annual' },
      monthPaidBeforeLapse: { enabled: true },
      expirationNotificationDaysOffered: { setting: 'expirationNotificationDays', offered: settings },
      managedOffered: { setting: 'managed', offered: settings },
      somethingChanges: { unchanged: ['autoRenewal'], withdraws: [] },
    },
  },
  {
    what: 'a cancellation',
    given: {
      of: groupwareMonthly,
      facts: { billingPeriods: [{ month: '2026-03', billedOn: '2026-03-01', paidOn: '2026-03-05' }] },
      order: { type: 'cancel' },
    },
    inputs: {
      currentMonthPaid: { term: 'monthly', month: '2026-03', known: true, paid: true },
      endedAtOnceByOperator: { immediately: false, role: 'customer', reasonGiven: false },
    },
  },
  {
    what: 'an operator’s end at once',
    given: {
      of: groupwareMonthly,
      facts: { role: 'operator' },
      order: { type: 'cancel', immediately: true, note: 'fraud' },
    },
    inputs: {
      currentMonthPaid: { immediately: true },
      endedAtOnceByOperator: { immediately: true, role: 'operator', reasonGiven: true },
    },
  },
  {
    what: 'a cancellation undone',
    given: {
      of: groupwareMonthly,
      facts: { pendingChanges: [pendingChange('end', '2026-04-01', { type: 'cancel' })] },
      order: { type: 'undoCancel' },
    },
    inputs: {
      undoneAtOnce: { date: '2026-03-15', today: '2026-03-15' },
      cancellationPending: { pendingCancellation: 'end' },
    },
  },
  {
    what: 'a suspension lifted',
    given: {
      of: groupwareMonthly,
      subscription: { state: 'suspended' },
      facts: { role: 'operator' },
      order: { type: 'activate' },
    },
    inputs: { activationDue: { state: 'suspended', date: '2026-03-15' } },
  },
  {
    what: 'a suspension',
    given: { of: groupwareMonthly, facts: { role: 'operator' }, order: { type: 'suspend', until: '2026-04-10' } },
    inputs: { suspensionEndAhead: { until: '2026-04-10', effectiveDate: '2026-03-15' } },
  },
  {
    what: 'a change of term',
    given: { of: groupwareMonthly, order: { type: 'changeTerm', term: 'annual' } },
    inputs: {
      termOffered: { term: 'annual', terms: ['monthly', 'annual'] },
      annualToMonthlyInWindow: { term: 'annual', currentTerm: 'monthly' },
    },
  },
  {
    what: 'a renewal',
    given: { of: groupwareAnnual, today: '2026-12-10', order: { type: 'renew' } },
    inputs: { renewalOpen: { term: 'annual', opens: '2026-12-01', closes: '2026-12-31', date: '2026-12-10' } },
  },
  {
    what: 'the end of automatic renewal',
    given: { of: worryFree, order: { type: 'changeRenewal', autoRenewal: { enabled: false, frequency: 'annual' } } },
    inputs: { monthPaidBeforeLapse: { term: 'annual', month: '2026-03', known: false, paid: false } },
  },
  {
    what: 'a purchase',
    given: { of: worryFree, subscription: { state: 'pendingActivation', quantity: 0 }, order: examples.purchase },
    inputs: {
      coolingOff: { days: 14, lastCancellationDate: null, date: '2026-03-15' },
      notReassigned: { activatedSubscriptions: [], additional: false },
      activationOffered: { activationPolicy: 'automatic', mode: 'onDate', offered: ['firstLogon', 'onDate'] },
      activationDateAhead: { mode: 'onDate', activationDate: '2026-04-01', effectiveDate: '2026-03-15' },
    },
  },
];

describe('an accepted order keeps for good what every rule looked at', () => {
  it.each(accepted)('$what', ({ given, inputs }) => {
    expect(decide(decisionInput({ rules: everyRule, ...given })).outcome).toBe('accepted');
    expect(lookedAt({ rules: everyRule, ...given })).toMatchObject(inputs);
  });

  it('of every rule there is', () => {
    const rules = (Object.keys(orderTypes) as OrderType[]).flatMap((type) => rulesOf(type).map(({ name }) => name));
    const shown = accepted.flatMap(({ inputs }) => Object.keys(inputs));
    expect([...new Set(shown)].sort()).toEqual([...new Set(rules)].sort());
  });
});

describe('a rejected order keeps what stood in its way', () => {
  it.each<{ what: string; given: Given; inputs: Inputs }>([
    {
      what: 'options',
      given: {
        of: worryFree,
        subscription: {
          planId: 'advanced',
          skuId: 'advanced-units',
          options: { encryption: 1, mobile: 2, 'mobile-plus': 1 },
        },
        order: {
          type: 'changeOptions',
          options: [
            { optionId: 'encryption', quantity: 2 },
            { optionId: 'mobile', quantity: 0 },
            { optionId: 'gold', quantity: 1 },
          ],
        },
      },
      inputs: {
        optionsKnown: { unknown: ['gold'] },
        optionPrerequisites: { missing: ['mobile-plus requires mobile'] },
        optionQuantityRange: { aboveMaximum: ['encryption'] },
        optionsReducedInWindow: { reduced: ['mobile'], term: 'annual' },
      },
    },
    {
      what: 'an option that the plan lacks',
      given: { of: worryFree, order: { type: 'changeOptions', options: [{ optionId: 'encryption', quantity: 1 }] } },
      inputs: { optionsAvailable: { planId: 'standard', unavailable: ['encryption'] } },
    },
    {
      what: 'a plan that lacks options',
      given: {
        of: worryFree,
        facts: { role: 'partner' },
        subscription: { planId: 'advanced', skuId: 'advanced-units', options: { encryption: 1, mobile: 2 } },
        order: { type: 'changeServicePlan', planId: 'standard' },
      },
      inputs: { planHoldsOptions: { planId: 'standard', unavailable: ['encryption'] } },
    },
    {
      what: 'a month that is not paid',
      given: {
        of: groupwareMonthly,
        facts: { billingPeriods: [{ month: '2026-03', billedOn: '2026-03-01', paidOn: null }] },
        order: { type: 'cancel' },
      },
      inputs: { currentMonthPaid: { term: 'monthly', month: '2026-03', known: true, paid: false } },
    },
    {
      what: 'a month of which nothing is known',
      given: { of: groupwareMonthly, order: { type: 'cancel', note: ' ' } },
      inputs: {
        currentMonthPaid: { term: 'monthly', month: '2026-03', known: false, paid: false },
        endedAtOnceByOperator: { reasonGiven: false },
      },
    },
    {
      what: 'a cancellation that is not pending',
      given: { order: { type: 'undoCancel', requestedStartDate: '2026-03-20' } },
      inputs: {
        cancellationPending: { pendingCancellation: null },
        undoneAtOnce: { date: '2026-03-20', today: '2026-03-15' },
      },
    },
    {
      what: 'a trial, a plan at its end and a composition that awaits approval',
      given: {
        of: worryFree,
        subscription: { trial: true },
        plan: { endOfLifeDate: '2026-03-01', compositionChangedOn: '2026-03-10' },
        order: { quantity: 21 },
      },
      inputs: {
        trialLock: { trial: true },
        endOfLifeLock: { planId: 'standard', endOfLifeDate: '2026-03-01', effectiveDate: '2026-03-15' },
        compositionApproval: { planId: 'standard', compositionChangedOn: '2026-03-10' },
      },
    },
    {
      what: 'a partner’s subscription, and other orders',
      given: {
        of: endpoint,
        subscription: { partnerId: 'partner-1' },
        facts: { orderAtWork: 'order-7', unacknowledgedOrders: [{ id: 'order-6', type: 'cancel' }] },
        order: { quantity: 30 },
      },
      inputs: {
        boughtThroughPartner: { role: 'customer', partnerId: 'partner-1' },
        oneOrderAtWork: { orderAtWork: 'order-7', effectiveDate: '2026-03-15' },
        acknowledgementGate: { role: 'customer', unacknowledgedOrders: ['order-6'] },
      },
    },
    {
      what: 'one plan only',
      given: { of: onPremise, facts: { role: 'partner' }, order: { type: 'changeServicePlan', planId: 'gold' } },
      inputs: {
        planChangeOffered: { planIds: ['server-standard'] },
        planOfProduct: { planId: 'gold', planIds: ['server-standard'] },
      },
    },
  ])('$what', ({ given, inputs }) => {
    expect(lookedAt({ rules: everyRule, ...given })).toMatchObject(inputs);
  });

  it('R2: that an address was missing, but never the address', () => {
    expect(lookedAt({ order: { contactEmail: undefined } }).contactEmailRequired).toEqual({
      contactEmailGiven: false,
      role: 'customer',
    });
    expect(JSON.stringify(decide(decisionInput()).trace)).not.toContain('@');
  });
});
