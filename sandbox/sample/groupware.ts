import { addMonths, monthOf, type PlainDate, startOfMonth } from '../../domain/plain-date.ts';
import { held } from './held.ts';
import type { SampleCatalogue, SampleHoldings, SampleSubscription } from './sample.ts';

const productId = 'groupware';
const planId = 'groupware-standard';

/** S4: users and options, monthly or annual, changed as the matrix of its contract says. */
export const groupware: SampleCatalogue = {
  policies: [
    {
      id: 'groupware',
      version: 1,
      effectiveFrom: '2020-01-01',
      rules: {
        monthlyDecrease: { notInMonthOf: ['firstOrder', 'increase'] },
        terminationNeedsPayment: {},
        annualTermFromNextMonth: {},
        renewalWindow: { closes: 'atBilling' },
        timing: {
          monthly: { increase: 'immediately', decrease: 'nextMonth', termChange: 'nextMonth', cancel: 'nextMonth' },
          annual: { increase: 'immediately', decrease: 'nextPeriod', termChange: 'nextPeriod', cancel: 'nextPeriod' },
        },
      },
    },
  ],
  products: [
    {
      id: productId,
      name: 'Groupware',
      vendor: 'groupware',
      vendorLeadDays: 3,
      timeZone: 'Asia/Tokyo',
      policyId: 'groupware',
      unitOne: 'user',
      unitMany: 'users',
      terms: ['monthly', 'annual'],
      settings: ['autoRenewal'],
    },
  ],
  plans: [{ id: planId, productId, name: 'Standard', level: 1 }],
  skus: [{ id: 'groupware-user', productId, planId, name: 'User' }],
  options: [
    { id: 'extra-storage', productId, name: 'Extra storage, 10 GB', planIds: [planId], maximumQuantity: 500 },
    { id: 'secure-access', productId, name: 'Secure Access', planIds: [planId] },
    {
      id: 'device-certificate',
      productId,
      name: 'Device certificate',
      planIds: [planId],
      requires: ['secure-access'],
    },
  ],
};

type Given = Pick<SampleSubscription, 'id' | 'accountId' | 'quantity'> & Partial<SampleSubscription>;

const users = (today: PlainDate, given: Given): SampleSubscription =>
  held(today, { productId, planId, skuId: 'groupware-user', ...given });

/** S4's example, 20 users for a calendar year; in December, when that is in its renewal window, for a year that began in July. */
export const inTheTerm = (today: PlainDate, id: string, accountId: string): SampleSubscription =>
  users(today, {
    id,
    accountId,
    quantity: 20,
    options: { 'extra-storage': 3 },
    term: 'annual',
    periodStart:
      today.slice(5, 7) === '12' ? addMonths(startOfMonth(today), -5) : (`${today.slice(0, 4)}-01-01` as PlainDate),
  });

/** R19: in the last month of its annual term. */
export const inTheWindow = (today: PlainDate, id: string, accountId: string): SampleSubscription =>
  users(today, {
    id,
    accountId,
    quantity: 35,
    options: { 'secure-access': 35, 'device-certificate': 10 },
    term: 'annual',
    periodStart: addMonths(startOfMonth(today), -11),
  });

/** R14: ordered this month. */
export const inTheFirstMonth = (today: PlainDate, id: string, accountId: string): SampleSubscription =>
  users(today, { id, accountId, quantity: 8, firstOrderDate: today });

export const monthly = (today: PlainDate, id: string, accountId: string): SampleSubscription =>
  users(today, { id, accountId, quantity: 12, options: { 'extra-storage': 1 } });

/** R15: what billing has said of the present month. */
export const billed = (
  today: PlainDate,
  subscriptionId: string,
  { paid }: { paid: boolean },
): SampleHoldings['billingFacts'][number] => ({
  subscriptionId,
  month: monthOf(today),
  billed: true,
  paid,
  effectiveDate: startOfMonth(today),
  actor: 'billing',
});

/** The three months before the present one, billed and paid. */
export const paidBefore = (today: PlainDate, subscriptionId: string): SampleHoldings['billingFacts'] =>
  [3, 2, 1].map((back) => billed(addMonths(today, -back), subscriptionId, { paid: true }));
