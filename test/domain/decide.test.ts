import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import type { PolicyRules } from '../../domain/rules/policy-rules.ts';
import { rulesOf } from '../../domain/rules-of-orders.ts';
import { codes, decisionInput, everyRule, type Given, pendingChange, summary } from './decision-input.ts';
import { groupwareAnnual, groupwareMonthly } from './products/groupware.ts';

const ruleNames = (given: Given) => decide(decisionInput(given)).trace.map(({ rule }) => rule);

const everythingWrong: Given = {
  subscription: { state: 'suspended', quantity: 20, assignedQuantity: 17 },
  sku: { minimumQuantity: 10, maximumQuantity: 499 },
  rules: { ...everyRule, timing: {} },
  facts: { orderAtWork: 'order-2', unacknowledgedOrders: [{ id: 'order-1', type: 'changeQuantity' }] },
  order: { quantity: 1, expectedCurrentQuantity: 21, contactEmail: undefined },
};

describe('an accepted order', () => {
  const decision = decide(decisionInput({ today: '2026-03-15' }));

  it('holds from today on, by the policy it was judged by, with nothing left to object to', () => {
    expect(decision).toMatchObject({
      outcome: 'accepted',
      policy: { id: 'managed-security', version: 3 },
      decisionDate: '2026-03-15',
      effectiveDate: '2026-03-15',
      acceptedUntil: null,
      rejections: [],
      smallestChange: null,
      suggestedOrder: null,
      pendingChanges: [],
    });
  });

  it('keeps every rule it passed, in the words of the contract', () => {
    expect(new Set(decision.trace.map(({ verdict }) => verdict))).toEqual(new Set(['passed']));
    expect(decision.trace).toContainEqual({
      rule: 'confirmTotal',
      source: 'R1',
      sentence: 'Enter the number in total, not the number to be added or removed.',
      verdict: 'passed',
      inputs: { currentQuantity: 5, readAsTotal: 6, readAsAddition: 11, confirmedTotal: null },
    });
  });

  it('is judged on the day for which it is ordered', () => {
    const order = { quantity: 18, requestedStartDate: '2026-12-05' } as const;
    const scheduled = decide(decisionInput({ of: groupwareAnnual, today: '2026-03-15', order }));
    expect(scheduled).toMatchObject({ outcome: 'accepted', decisionDate: '2026-12-05', effectiveDate: '2027-01-01' });
  });
});

describe('a rejected order', () => {
  it('has no date from which it holds, and changes nothing that is pending', () => {
    const facts = {
      ...everythingWrong.facts,
      pendingChanges: [pendingChange('order-3', '2026-04-01', { quantity: 7 })],
    };
    expect(decide(decisionInput({ ...everythingWrong, facts }))).toMatchObject({
      outcome: 'rejected',
      decisionDate: '2026-03-15',
      effectiveDate: null,
      acceptedUntil: null,
      pendingChanges: [],
    });
  });

  it('is told of every rule it breaks, not only of the first', () => {
    expect(codes(everythingWrong)).toEqual([
      'SUBSCRIPTION_SUSPENDED',
      'ORDER_IN_PROGRESS',
      'UNACKNOWLEDGED_ORDER',
      'STALE_QUANTITY',
      'CONFIRM_TOTAL',
      'CONTACT_EMAIL_REQUIRED',
      'BELOW_MINIMUM_QUANTITY',
      'BELOW_ASSIGNED_QUANTITY',
    ]);
  });

  it('is told what stands in the way of any order before what is wrong with its own parts', () => {
    const given: Given = {
      rules: everyRule,
      subscription: { state: 'expired', quantity: 500 },
      sku: { maximumQuantity: 499 },
      order: { quantity: 500 },
    };
    expect(codes(given)).toEqual(['SUBSCRIPTION_ENDED', 'NO_CHANGE', 'ABOVE_MAXIMUM_QUANTITY']);
  });

  it('keeps the passed rules in its trace beside the failed ones', () => {
    const { trace } = decide(decisionInput({ order: { quantity: 5 } }));
    const failed = trace.filter(({ verdict }) => verdict === 'failed').map(({ rule }) => rule);
    expect(trace.map(({ rule }) => rule)).toEqual(ruleNames({}));
    expect(failed).toEqual(['somethingChanges']);
  });

  it('gives for each rejection the rule, its source, its sentence and what it looked at', () => {
    const rules = { skuQuantityRange: {} };
    const { rejections } = decide(
      decisionInput({ rules, sku: { minimumQuantity: 10 }, subscription: { quantity: 12 }, order: { quantity: 9 } }),
    );
    expect(rejections).toEqual([
      {
        code: 'BELOW_MINIMUM_QUANTITY',
        rule: 'skuMinimumQuantity',
        source: 'R5',
        sentence: 'The user cannot remove more seats than the minimum required seats for this particular SKU.',
        inputs: { quantity: 9, minimumQuantity: 10 },
        eligibleFrom: null,
        eligibleUntil: null,
        smallestChange: { quantity: 10 },
      },
    ]);
  });
});

describe('an order that is suggested instead', () => {
  const first: Given = { of: groupwareMonthly, today: '2026-11-10', subscription: { firstOrderDate: '2026-11-10' } };

  it('is the same one, on the first day on which every rule passes', () => {
    const order = { quantity: 18, note: 'by phone' };
    const input = decisionInput({ ...first, order });
    expect(decide(input).suggestedOrder).toEqual({ ...input.order, requestedStartDate: '2026-12-01' });
  });

  it.each<{ what: string; given: Given }>([
    {
      what: 'only the person can put in order',
      given: { ...first, order: { quantity: 18, expectedCurrentQuantity: 21 } },
    },
    { what: 'no date mends', given: { sku: { minimumQuantity: 10 }, rules: everyRule, order: { quantity: 4 } } },
    { what: 'is too far away', given: { order: { quantity: 6, requestedStartDate: '2030-01-01' } } },
  ])('is none where something $what', ({ given }) => {
    expect(decide(decisionInput(given))).toMatchObject({ outcome: 'rejected', suggestedOrder: null });
  });

  it('is found beyond a day on which something else stands in the way', () => {
    const pendingChanges = [pendingChange('order-1', '2026-12-10', { quantity: 30 })];
    const given: Given = { ...first, facts: { pendingChanges }, order: { quantity: 18, supersede: true } };
    expect(decide(decisionInput(given)).suggestedOrder).toMatchObject({ requestedStartDate: '2026-12-01' });
  });
});

describe('a decision is made again', () => {
  const dec1: Given = { of: groupwareAnnual, order: { quantity: 18, requestedStartDate: '2026-12-01' } };

  it('in full on its day, without what only mattered when the order came in', () => {
    const given: Given = {
      ...dec1,
      today: '2026-12-01',
      moment: 'decisionDate',
      order: { quantity: 18, expectedCurrentQuantity: 25, contactEmail: undefined },
      facts: { orderAtWork: 'order-9', unacknowledgedOrders: [{ id: 'order-8', type: 'cancel' }] },
    };
    expect(decide(decisionInput(given))).toMatchObject({ outcome: 'accepted', effectiveDate: '2027-01-01' });
    expect(
      codes({
        ...given,
        today: '2027-01-05',
        subscription: { servicePeriod: { start: '2027-01-01', end: '2027-12-31' } },
      }),
    ).toEqual(['DECREASE_OUTSIDE_RENEWAL_WINDOW']);
  });

  it('and once more at its effect, by what may still stand in its way: never by a window', () => {
    const atEffect: Given = {
      ...dec1,
      today: '2027-01-01',
      moment: 'effect',
      rules: { ...groupwareAnnual.policy.rules, ...everyRule },
    };
    expect(codes(atEffect)).toEqual([]);
    expect(codes({ ...atEffect, subscription: { assignedQuantity: 19 } })).toEqual(['BELOW_ASSIGNED_QUANTITY']);
    expect(codes({ ...atEffect, subscription: { state: 'terminated' } })).toEqual(['SUBSCRIPTION_ENDED']);
  });

  it.each(['submission', 'decisionDate', 'effect'] as const)(
    'each rule is asked once at the moment of %s',
    (moment) => {
      const names = rulesOf('changeServicePlan', moment).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    },
  );
});

describe('a policy', () => {
  const always = rulesOf('changeQuantity')
    .filter(({ namedInPolicyAs, part }) => namedInPolicyAs === null && (part === undefined || part === 'quantity'))
    .map(({ name }) => name);

  it('that names no rule leaves R1 and what holds for every product', () => {
    expect(ruleNames({ rules: {} })).toEqual(always);
  });

  it.each(Object.keys(everyRule) as (keyof PolicyRules)[])(
    'that names %s switches on that, and nothing else',
    (entry) => {
      const added = ruleNames({ rules: { [entry]: everyRule[entry] } }).filter((rule) => !always.includes(rule));
      const switched = rulesOf('changeQuantity').filter(
        ({ namedInPolicyAs, part }) => namedInPolicyAs === entry && (part === undefined || part === 'quantity'),
      );
      expect(added).toEqual(switched.map(({ name }) => name));
    },
  );

  it('that names a rule as undefined does not name it', () => {
    expect(ruleNames({ rules: { skuQuantityRange: undefined } })).toEqual(ruleNames({ rules: {} }));
  });
});

describe('in the hours after a boundary, before the subscription has been renewed or has expired', () => {
  const late = (order: Given['order'], enabled: boolean): Given => ({
    of: groupwareAnnual,
    today: '2027-01-01',
    subscription: { autoRenewal: { enabled, frequency: 'annual' } },
    ...(order && { order }),
  });

  it.each<{ what: string; given: Given; expected: string }>([
    {
      what: 'a cancellation ends the new period',
      given: late({ type: 'cancel' }, true),
      expected: 'accepted from 2028-01-01',
    },
    { what: 'what has ended is not changed', given: late({ quantity: 25 }, false), expected: 'SUBSCRIPTION_ENDED' },
  ])('the verdict is the one after it: $what', ({ given, expected }) => {
    expect(summary(decide(decisionInput(given)))).toBe(expected);
  });
});
