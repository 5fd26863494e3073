import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateIn } from '../../business-time.ts';
import { recordBillingFact } from '../../db/billing-facts.ts';
import { subscriptions } from '../../db/schema/subscriptions.ts';
import type { Purchase } from '../../domain/order-types/purchase.ts';
import { addDays, addMonths, monthOf, startOfNextMonth } from '../../domain/plain-date.ts';
import { type RejectionCode, rejections } from '../../domain/rejections.ts';
import { seats } from '../../sandbox/sample/endpoint.ts';
import { inTheWindow, monthly } from '../../sandbox/sample/groupware.ts';
import { expiringSoon } from '../../sandbox/sample/worry-free-holdings.ts';
import { type Api, startApi } from '../support/api.ts';
import { addPendingOrder } from '../support/pending-order.ts';

const tokyo = dateIn('Asia/Tokyo', new Date());
const athens = dateIn('Europe/Athens', new Date());
const chicago = dateIn('America/Chicago', new Date());
const nextMonth = startOfNextMonth(tokyo);

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await api.asOwner(async (transaction) => {
    const services = expiringSoon(chicago, 'sub-with-pending-option', 'acc-bob');
    await transaction
      .insert(subscriptions)
      .values(
        [
          { ...monthly(tokyo, 'sub-leaving', 'acc-hana') },
          { ...monthly(tokyo, 'sub-shrinking', 'acc-hana') },
          { ...monthly(tokyo, 'sub-bought', 'acc-hana'), state: 'pendingActivation' as const },
          { ...monthly(tokyo, 'sub-increased', 'acc-hana'), lastIncreaseDate: tokyo },
          { ...inTheWindow(tokyo, 'sub-not-renewed', 'acc-hana'), autoRenewalEnabled: false },
          { ...inTheWindow(tokyo, 'sub-billed', 'acc-hana') },
          { ...seats(athens, { id: 'sub-large', accountId: 'acc-hana', quantity: 510 }), skuId: 'endpoint-500-up' },
          { ...services, options: { 'endpoint-sensor': 1 } },
        ].map((row) => ({ tenant: 'acme', ...row })),
      );
    await recordBillingFact(transaction, {
      tenant: 'acme',
      subscriptionId: 'sub-billed',
      month: monthOf(nextMonth),
      billed: true,
      paid: false,
      effectiveDate: tokyo,
      actor: 'billing',
    });
    const pending = { today: tokyo, effectiveDate: nextMonth };
    await addPendingOrder(transaction, { type: 'cancel', subscriptionId: 'sub-leaving' }, pending);
    const fewer = { type: 'changeQuantity', quantity: 10, expectedCurrentQuantity: 12 } as const;
    await addPendingOrder(transaction, { ...fewer, subscriptionId: 'sub-shrinking' }, pending);
    await addPendingOrder(transaction, purchase('groupware', { accountId: 'acc-hana' }), {
      ...pending,
      of: 'sub-bought',
    });
    const detection = { type: 'changeOptions', options: [{ optionId: 'managed-detection', quantity: 1 }] } as const;
    await addPendingOrder(
      transaction,
      { ...detection, subscriptionId: 'sub-with-pending-option' },
      { today: chicago, effectiveDate: addDays(chicago, 10) },
    );
  });
});
afterAll(() => api.close());

const quantity = (subscriptionId: string, total: number, expected: number, fields: object = {}) => ({
  type: 'changeQuantity',
  subscriptionId,
  quantity: total,
  expectedCurrentQuantity: expected,
  ...fields,
});
const on = (subscriptionId: string, type: string, fields: object = {}) => ({ type, subscriptionId, ...fields });
const plan = (subscriptionId: string, planId: string, fields: object = {}) =>
  on(subscriptionId, 'changeServicePlan', { planId, ...fields });
const option = (subscriptionId: string, optionId: string, total: number) =>
  on(subscriptionId, 'changeOptions', { options: [{ optionId, quantity: total }] });
const purchase = (product: string, fields: object = {}): Purchase => ({
  type: 'purchase',
  accountId: 'acc-bob',
  productId: product,
  planId: `${product}-standard`,
  quantity: 20,
  term: 'monthly',
  activation: { mode: 'firstLogon' },
  ...fields,
});
const endpoint = 'sub-hana-endpoint';
const worryFree = 'sub-hana-worry-free';

/** Who orders what, so that it is rejected for this among other reasons. */
const cases: Partial<Record<RejectionCode, [person: string, body: object]>> = {
  START_DATE_PAST: ['hana', quantity(endpoint, 26, 25, { requestedStartDate: addDays(athens, -1) })],
  START_DATE_TOO_FAR: ['hana', quantity(endpoint, 26, 25, { requestedStartDate: addMonths(athens, 19) })],
  START_DATE_NOT_OFFERED: ['hana', on('sub-leaving', 'undoCancel', { requestedStartDate: addDays(tokyo, 1) })],
  SUBSCRIPTION_ENDS_BEFORE: ['hana', quantity('sub-not-renewed', 30, 35)],
  SUBSCRIPTION_NOT_ACTIVATED: ['hana', quantity('sub-kyoto-on-premise', 13, 12)],
  SUBSCRIPTION_SUSPENDED: ['hana', quantity('sub-osaka-endpoint', 61, 60)],
  SUBSCRIPTION_NOT_SUSPENDED: ['oscar', on(endpoint, 'activate')],
  SUBSCRIPTION_ENDED: ['hana', quantity('sub-kyoto-patch', 7, 6)],
  BOUGHT_THROUGH_PARTNER: ['hana', quantity('sub-osaka-suite', 26, 25)],
  TRIAL_LOCKED: ['hana', quantity('sub-osaka-trial', 11, 10)],
  END_OF_LIFE_LOCKED: ['hana', quantity('sub-kyoto-end-of-life', 16, 15)],
  COMPOSITION_APPROVAL_REQUIRED: ['paula', quantity('sub-hana-suite', 41, 40)],
  CANCELLATION_PENDING: ['hana', quantity('sub-leaving', 13, 12)],
  ALREADY_PENDING: ['hana', on('sub-leaving', 'cancel')],
  PURCHASE_PENDING: ['hana', on('sub-bought', 'cancel')],
  NO_PENDING_CANCELLATION: ['hana', on(endpoint, 'undoCancel')],
  SUPERSEDE_REQUIRED: ['hana', quantity('sub-shrinking', 9, 12)],
  PENDING_CHANGE_CONFLICT: [
    'paula',
    plan('sub-with-pending-option', 'worry-free-services-standard', {
      options: [{ optionId: 'endpoint-sensor', quantity: 0 }],
    }),
  ],
  STALE_QUANTITY: ['hana', quantity(endpoint, 26, 24)],
  CONFIRM_TOTAL: ['hana', quantity('sub-hana-package', 1, 20)],
  NO_CHANGE: ['hana', quantity(endpoint, 25, 25)],
  CONTACT_EMAIL_REQUIRED: ['hana', quantity('sub-hana-av', 6, 5)],
  BELOW_MINIMUM_QUANTITY: ['hana', quantity(endpoint, 9, 25)],
  ABOVE_MAXIMUM_QUANTITY: ['hana', quantity(endpoint, 500, 25)],
  NOT_A_MULTIPLE_OF_STEP: ['hana', quantity('sub-large', 515, 510)],
  BELOW_ASSIGNED_QUANTITY: ['hana', quantity(endpoint, 16, 25)],
  DECREASE_IN_FIRST_MONTH: ['hana', quantity('sub-kyoto-groupware-new', 7, 8)],
  DECREASE_IN_MONTH_OF_INCREASE: ['hana', quantity('sub-increased', 11, 12)],
  DECREASE_OUTSIDE_RENEWAL_WINDOW: ['hana', quantity('sub-hana-groupware', 19, 20)],
  OPTIONS_OUTSIDE_RENEWAL_WINDOW: ['hana', option('sub-hana-groupware', 'extra-storage', 2)],
  TERM_CHANGE_OUTSIDE_RENEWAL_WINDOW: ['hana', on('sub-hana-groupware', 'changeTerm', { term: 'monthly' })],
  RENEWAL_WINDOW_CLOSED: ['hana', quantity('sub-billed', 34, 35)],
  RENEWAL_NOT_OPEN: ['hana', on('sub-hana-groupware', 'renew')],
  TERM_NOT_OFFERED: ['hana', on(endpoint, 'changeTerm', { term: 'annual' })],
  FREQUENCY_NOT_OFFERED: [
    'hana',
    on(endpoint, 'changeRenewal', { autoRenewal: { enabled: true, frequency: 'annual' } }),
  ],
  FREQUENCY_CHANGES_TERM: [
    'hana',
    on('sub-hana-groupware', 'changeRenewal', { autoRenewal: { enabled: true, frequency: 'monthly' } }),
  ],
  EXPIRATION_DATE_PAST: ['paula', on(worryFree, 'changeExpiration', { expirationDate: addDays(chicago, -1) })],
  PAYMENT_REQUIRED: ['hana', on('sub-osaka-groupware-unpaid', 'cancel')],
  PAYMENT_UNKNOWN: ['hana', on('sub-increased', 'cancel')],
  OVERRIDE_NOT_ALLOWED: ['hana', on(endpoint, 'cancel', { immediately: true, note: 'please' })],
  REASON_REQUIRED: ['oscar', on(endpoint, 'cancel', { immediately: true, note: '  ' })],
  SUSPENSION_END_PAST: ['oscar', on(endpoint, 'suspend', { until: athens })],
  COOLING_OFF: ['hana', purchase('virtual-patch', { accountId: 'acc-hana-kyoto' })],
  PLAN_CHANGE_NOT_OFFERED: ['paula', plan(endpoint, 'endpoint-security-standard')],
  PLAN_NOT_IN_PRODUCT: ['paula', plan(worryFree, 'endpoint-security-standard')],
  PLAN_NOT_ON_SALE: ['paula', plan(worryFree, 'worry-free-services-5')],
  PLAN_DOES_NOT_HOLD_QUANTITY: ['bob', purchase('endpoint-security', { quantity: 3 })],
  PLAN_LACKS_OPTIONS: ['paula', plan(worryFree, 'worry-free-services-standard')],
  PLAN_REASSIGNMENT: ['hana', purchase('worry-free-services', { accountId: 'acc-hana' })],
  OPTION_UNKNOWN: ['hana', option('sub-hana-groupware', 'constructor', 1)],
  OPTION_NOT_AVAILABLE: [
    'bob',
    purchase('worry-free-services', { options: [{ optionId: 'endpoint-sensor', quantity: 1 }] }),
  ],
  OPTION_PREREQUISITE_MISSING: ['hana', option('sub-hana-groupware', 'device-certificate', 1)],
  OPTION_ABOVE_MAXIMUM: ['hana', option(worryFree, 'endpoint-sensor', 2)],
  SETTING_NOT_OFFERED: ['paula', on(endpoint, 'changeLicenceSettings', { managed: true })],
  UNITS_PER_LICENCE_ABOVE_QUANTITY: ['paula', on(worryFree, 'changeLicenceSettings', { unitsPerLicence: 31 })],
  ACTIVATION_NOT_OFFERED: ['bob', purchase('endpoint-security')],
  ACTIVATION_DATE_MISMATCH: ['bob', purchase('anti-virus', { activation: { mode: 'onDate' } })],
  ACTIVATION_DATE_PAST: ['bob', purchase('anti-virus', { activation: { mode: 'onDate', date: addDays(tokyo, -1) } })],
};

const judged = (person: string, body: object) => api.as(person, 'POST', '/v1/orders?validateOnly=true', { body });

describe.each(Object.entries(cases))('an order rejected with %s', (code, [person, body]) => {
  it('is told the contract’s sentence and what the rule looked at', async () => {
    const answer = await judged(person, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const { outcome, rejections: reasons, trace } = answer.body.decision;
    expect(outcome).toBe('rejected');
    const reason = reasons.find((one: { code: string }) => one.code === code);
    expect(reason, JSON.stringify(reasons)).toMatchObject({
      sentence: expect.stringMatching(/\w \w.*\.$/),
      source: expect.stringMatching(/^(R\d+|system)$/),
      inputs: expect.any(Object),
    });
    expect(trace).toContainEqual(expect.objectContaining({ rule: reason.rule, verdict: 'failed' }));
  });

  it('is accepted as the order that it suggests, where there is one', async () => {
    const { suggestedOrder } = (await judged(person, body)).body.decision;
    if (suggestedOrder === null) return;
    // What is offered instead may be for somebody else to order.
    const answer = await judged(code === 'PLAN_REASSIGNMENT' ? 'paula' : person, suggestedOrder);
    expect(answer.body.decision?.outcome, JSON.stringify([suggestedOrder, answer.body])).toBe('accepted');
  });
});

describe('the reasons for a rejection', () => {
  it('are all tried here, but those that need an order at work, a full stack, or never reach the rules', () => {
    const full = ['TOO_MANY_PENDING_CHANGES'];
    const elsewhere = [
      ...full,
      'ORDER_IN_PROGRESS',
      'UNACKNOWLEDGED_ORDER',
      'ROLE_NOT_ALLOWED',
      'QUANTITY_NOT_POSITIVE',
    ];
    expect([...Object.keys(cases), ...elsewhere].sort()).toEqual(Object.keys(rejections).sort());
  });
});
