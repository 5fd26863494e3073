import { describe, expect, it } from 'vitest';
import { type ActionEligibility, eligibility } from '../../domain/eligibility.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { decisionInput, type Given, pendingChange } from './decision-input.ts';
import { endpoint } from './products/endpoint.ts';
import { groupwareAnnual, groupwareMonthly } from './products/groupware.ts';
import { managedSecurity } from './products/managed-security.ts';
import { worryFree } from './products/worry-free.ts';

const contactEmail = 'hana@hanafoods.example';

/** What may be done with a subscription, by the name that people give it. */
function actions(given: Given, asOf?: PlainDate): Record<string, ActionEligibility> {
  const { order: _, moment: __, ...input } = decisionInput(given);
  const found = eligibility({ ...input, asOf: asOf ?? input.today, contactEmail });
  return Object.fromEntries(found.map((one) => [one.action, one]));
}
const action = (name: string, given: Given, asOf?: PlainDate): ActionEligibility => {
  const found = actions(given, asOf)[name];
  if (found === undefined) throw new Error(`No action ${name}`);
  return found;
};
const codes = ({ reasons }: ActionEligibility) => reasons.map(({ code }) => code);

const annual = (today: PlainDate): Given => ({ of: groupwareAnnual, today });

describe('R18, R19: what may be done with an annual subscription', () => {
  it('on a day in its service period: a decrease from the window on, until the window closes', () => {
    expect(action('decreaseQuantity', annual('2026-11-15'))).toMatchObject({
      orderType: 'changeQuantity',
      allowed: false,
      effectiveDate: null,
      eligibleFrom: '2026-12-01',
      eligibleUntil: '2026-12-31',
      suggestedOrder: { type: 'changeQuantity', quantity: 19, requestedStartDate: '2026-12-01' },
      pendingChanges: [],
    });
    expect(codes(action('decreaseQuantity', annual('2026-11-15')))).toEqual(['DECREASE_OUTSIDE_RENEWAL_WINDOW']);
  });

  it('in its window: today, until the window closes', () => {
    expect(action('decreaseQuantity', annual('2026-12-10'))).toMatchObject({
      allowed: true,
      effectiveDate: '2027-01-01',
      eligibleFrom: '2026-12-10',
      eligibleUntil: '2026-12-31',
      reasons: [],
      suggestedOrder: null,
    });
  });

  it('an increase at any time', () => {
    expect(action('increaseQuantity', annual('2026-11-15'))).toMatchObject({
      allowed: true,
      effectiveDate: '2026-11-15',
      eligibleFrom: '2026-11-15',
      eligibleUntil: null,
    });
  });

  it('asked about a later day: as it will be then', () => {
    expect(action('decreaseQuantity', annual('2026-11-15'), '2026-12-10')).toMatchObject({
      allowed: true,
      effectiveDate: '2027-01-01',
      eligibleFrom: '2026-12-10',
      order: { requestedStartDate: '2026-12-10' },
    });
    expect(action('decreaseQuantity', annual('2026-11-15')).order).not.toHaveProperty('requestedStartDate');
  });

  it('says what becomes of what is pending', () => {
    const facts = { pendingChanges: [pendingChange('fewer', '2027-01-01', { quantity: 18 }, '2026-12-05')] };
    expect(action('increaseQuantity', { ...annual('2026-12-10'), facts }).pendingChanges).toMatchObject([
      { orderId: 'fewer', outcome: 'keep' },
    ]);
  });

  it('asks about the quantity of that day, as seen today', () => {
    const facts = { pendingChanges: [pendingChange('fewer', '2027-01-01', { quantity: 18 }, '2026-12-05')] };
    const then = actions({ ...annual('2026-12-10'), facts }, '2027-01-15');
    expect(then.increaseQuantity?.order).toMatchObject({ quantity: 19, expectedCurrentQuantity: 20 });
    expect(then.increaseQuantity?.allowed).toBe(true);
    expect(then.decreaseQuantity?.order).toMatchObject({ quantity: 17, expectedCurrentQuantity: 20 });
  });
});

describe('a day on which it becomes possible', () => {
  it('R14: is the first of the next month after an increase', () => {
    const given: Given = { of: groupwareMonthly, facts: { lastIncreaseDate: '2026-03-10' } };
    expect(action('decreaseQuantity', given)).toMatchObject({ allowed: false, eligibleFrom: '2026-04-01' });
  });

  it('is not known where another order would have to come first', () => {
    const facts = {
      role: 'operator',
      pendingChanges: [pendingChange('end', '2027-01-01', { type: 'cancel' })],
    } as const;
    expect(action('increaseQuantity', { ...annual('2026-12-10'), facts })).toMatchObject({
      allowed: false,
      eligibleFrom: null,
      eligibleUntil: null,
      suggestedOrder: { type: 'undoCancel' },
    });
  });

  it('is not known where nothing is known to make it possible', () => {
    expect(action('decreaseQuantity', { of: endpoint, subscription: { quantity: 17 } })).toMatchObject({
      allowed: false,
      eligibleFrom: null,
      eligibleUntil: null,
      suggestedOrder: null,
    });
  });
});

describe('R12: a purchase beside the subscription', () => {
  const purchase = (given: Given) => action('purchase', given);
  const one = { oneSubscriptionPerAccount: {} };

  it.each([
    { state: 'active', allowed: false },
    { state: 'suspended', allowed: false },
    { state: 'pendingActivation', allowed: false },
    { state: 'terminated', allowed: true },
  ] as const)('where one per account is all: allowed beside one that is $state: $allowed', ({ state, allowed }) => {
    expect(purchase({ of: worryFree, rules: one, subscription: { state } }).allowed).toBe(allowed);
  });

  it('counts the other subscriptions of the account too', () => {
    const activatedSubscriptions = [{ ...worryFree.subscription, id: 'sub-9' }];
    const given: Given = {
      of: worryFree,
      rules: one,
      subscription: { state: 'terminated' },
      facts: { activatedSubscriptions },
    };
    expect(codes(purchase(given))).toEqual(['PLAN_REASSIGNMENT']);
  });

  it('is of what the subscription has, and the person’s own, whoever that was bought through', () => {
    const given: Given = {
      of: managedSecurity,
      subscription: { partnerId: 'partner-1' },
      rules: { boughtThroughPartner: {} },
    };
    expect(purchase(given)).toMatchObject({ allowed: true, order: { productId: 'anti-virus', quantity: 5 } });
  });

  it('R4: waits for the end of the cooling-off', () => {
    const given: Given = { of: managedSecurity, facts: { lastCancellationDate: '2026-03-10' } };
    expect(purchase(given)).toMatchObject({ allowed: false, eligibleFrom: '2026-03-24' });
  });
});

it('every action carries the address of who would order it', () => {
  for (const { order } of Object.values(actions(annual('2026-11-15')))) expect(order.contactEmail).toBe(contactEmail);
});
