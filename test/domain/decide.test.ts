import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import { changeQuantity } from '../../domain/order-types/change-quantity.ts';
import type { PolicyRules } from '../../domain/rules/policy-rules.ts';
import { decisionInput, everyRule, type Given } from './decision-input.ts';

const codes = (given: Given) => decide(decisionInput(given)).rejections.map(({ code }) => code);
const ruleNames = (given: Given) => decide(decisionInput(given)).trace.map(({ rule }) => rule);

const everythingWrong: Given = {
  subscription: { state: 'suspended', quantity: 20, assignedQuantity: 17 },
  sku: { minimumQuantity: 10, maximumQuantity: 499 },
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
      rejections: [],
      smallestChange: null,
    });
  });

  it('keeps every rule it passed, in the words of the contract', () => {
    expect(decision.trace.map(({ rule }) => rule)).toEqual(changeQuantity.rules.map(({ name }) => name));
    expect(new Set(decision.trace.map(({ verdict }) => verdict))).toEqual(new Set(['passed']));
    expect(decision.trace).toContainEqual({
      rule: 'confirmTotal',
      source: 'R1',
      sentence: 'Enter the number in total, not the number to be added or removed.',
      verdict: 'passed',
      inputs: { currentQuantity: 5, readAsTotal: 6, readAsAddition: 11, confirmedTotal: null },
    });
  });
});

describe('a rejected order', () => {
  it('has no date from which it holds', () => {
    expect(decide(decisionInput(everythingWrong))).toMatchObject({
      outcome: 'rejected',
      decisionDate: '2026-03-15',
      effectiveDate: null,
    });
  });

  it('is told of every rule it breaks, not only of the first', () => {
    expect(codes(everythingWrong)).toEqual([
      'SUBSCRIPTION_NOT_ACTIVE',
      'ORDER_IN_PROGRESS',
      'UNACKNOWLEDGED_ORDER',
      'STALE_QUANTITY',
      'CONTACT_EMAIL_REQUIRED',
      'BELOW_MINIMUM_QUANTITY',
      'BELOW_ASSIGNED_QUANTITY',
      'CONFIRM_TOTAL',
    ]);
  });

  it('is told what stands in the way of any order before what is wrong with its quantity', () => {
    const given: Given = {
      subscription: { state: 'expired', quantity: 500 },
      sku: { maximumQuantity: 499 },
      order: { quantity: 500 },
    };
    expect(codes(given)).toEqual(['SUBSCRIPTION_NOT_ACTIVE', 'NO_CHANGE', 'ABOVE_MAXIMUM_QUANTITY']);
  });

  it('keeps the passed rules in its trace beside the failed ones', () => {
    const { trace } = decide(decisionInput({ order: { quantity: 5 } }));
    const failed = trace.filter(({ verdict }) => verdict === 'failed').map(({ rule }) => rule);
    expect(trace.map(({ rule }) => rule)).toEqual(changeQuantity.rules.map(({ name }) => name));
    expect(failed).toEqual(['quantityChanges']);
  });

  it('gives for each rejection the rule, its source, its sentence and what it looked at', () => {
    const { rejections } = decide(
      decisionInput({ sku: { minimumQuantity: 10 }, subscription: { quantity: 12 }, order: { quantity: 9 } }),
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

describe('a policy', () => {
  const always = changeQuantity.rules.filter(({ namedInPolicyAs }) => namedInPolicyAs === null);
  const switchedBy = (entry: keyof PolicyRules) =>
    changeQuantity.rules.filter(({ namedInPolicyAs }) => namedInPolicyAs === entry).map(({ name }) => name);

  it('that names no rule leaves R1 and what the life of an order demands', () => {
    expect(ruleNames({ rules: {} })).toEqual(always.map(({ name }) => name));
    expect(new Set(always.map(({ source }) => source))).toEqual(new Set(['R1', 'system']));
  });

  it.each(Object.keys(everyRule) as (keyof PolicyRules)[])(
    'that names %s switches that on, and nothing else',
    (entry) => {
      const added = ruleNames({ rules: { [entry]: everyRule[entry] } }).filter(
        (rule) => !always.some(({ name }) => name === rule),
      );
      expect(added).toEqual(switchedBy(entry));
      expect(added).not.toEqual([]);
    },
  );

  it('that names no rule lets pass what every named rule would reject', () => {
    const given: Given = {
      subscription: { quantity: 20, assignedQuantity: 17 },
      sku: { minimumQuantity: 18, maximumQuantity: 18 },
      facts: { unacknowledgedOrders: [{ id: 'order-1', type: 'changeQuantity' }] },
      order: { quantity: 16, contactEmail: undefined },
    };
    expect(codes({ ...given, rules: {} })).toEqual([]);
    expect(codes({ ...given, rules: everyRule })).toEqual([
      'UNACKNOWLEDGED_ORDER',
      'CONTACT_EMAIL_REQUIRED',
      'BELOW_MINIMUM_QUANTITY',
      'BELOW_ASSIGNED_QUANTITY',
    ]);
  });

  it('that names a rule as undefined does not name it', () => {
    expect(ruleNames({ rules: { skuQuantityRange: undefined } })).toEqual(ruleNames({ rules: {} }));
  });
});
