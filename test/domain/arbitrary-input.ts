import fc from 'fast-check';
import type { PolicyRules } from '../../domain/rules/policy-rules.ts';
import type { DecisionInput } from '../../domain/rules/rule.ts';
import { decisionInput, everyRule, type Given } from './decision-input.ts';

/** Small numbers, so that bounds, floors and present quantities often meet. */
const closeNumber = fc.integer({ min: 1, max: 24 });

/** Everything a number can be in JavaScript, however little sense it makes as a quantity. */
const absurdNumber = fc.oneof(
  closeNumber,
  fc.integer(),
  fc.double(),
  fc.constantFrom(0, -0, -1, 0.5, Number.NaN, Infinity, -Infinity, Number.MAX_VALUE, Number.MIN_VALUE, 2 ** 53),
);

/** A policy that names any subset of the rules. */
const policyRules: fc.Arbitrary<PolicyRules> = fc
  .subarray(Object.entries(everyRule))
  .map((entries) => Object.fromEntries(entries));

const inputOf = (number: fc.Arbitrary<number>): fc.Arbitrary<DecisionInput> => {
  const bound = fc.option(number);
  const given: fc.Arbitrary<Given> = fc.record({
    order: fc.record(
      {
        quantity: number,
        expectedCurrentQuantity: number,
        confirmedTotal: fc.option(number, { nil: undefined }),
        contactEmail: fc.constantFrom('hana@hanafoods.example', undefined),
      },
      { requiredKeys: ['quantity'] },
    ),
    subscription: fc.record({
      quantity: number,
      assignedQuantity: bound,
      state: fc.oneof(
        { weight: 4, arbitrary: fc.constant('active' as const) },
        fc.constantFrom('pendingActivation' as const, 'suspended' as const, 'terminated' as const, 'expired' as const),
      ),
      trial: fc.boolean(),
    }),
    sku: fc.record({ minimumQuantity: bound, maximumQuantity: bound }),
    rules: policyRules,
    facts: fc.record({
      orderAtWork: fc.constantFrom(null, null, 'order-at-work'),
      unacknowledgedOrders: fc.array(fc.record({ id: fc.uuid(), type: fc.constant('changeQuantity' as const) }), {
        maxLength: 3,
      }),
      role: fc.constantFrom('customer' as const, 'partner' as const, 'operator' as const, 'machine' as const),
    }),
    today: fc.constantFrom('2026-03-15' as const, '2028-02-29' as const, '2026-12-31' as const),
  });
  return given.map(decisionInput);
};

/** Inputs as the API lets them in, dense enough that every verdict is common. */
export const plausibleInput = inputOf(closeNumber);

/** Inputs that no API would let in. */
export const absurdInput = inputOf(absurdNumber);
