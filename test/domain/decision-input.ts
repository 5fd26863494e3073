import type { Product, Sku } from '../../domain/catalogue.ts';
import type { ChangeQuantity } from '../../domain/order-types/change-quantity.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { PolicyRules } from '../../domain/rules/policy-rules.ts';
import type { DecisionInput, Facts, Rule } from '../../domain/rules/rule.ts';
import type { Subscription } from '../../domain/subscription.ts';

/** Every rule a policy can name. */
export const everyRule: PolicyRules = {
  contactEmailRequired: {},
  skuQuantityRange: {},
  notBelowAssignedQuantity: {},
  acknowledgementGate: { after: 'everyOrder' },
};

export type Given = {
  order?: Partial<ChangeQuantity>;
  subscription?: Partial<Subscription>;
  product?: Partial<Product>;
  sku?: Partial<Sku>;
  rules?: PolicyRules;
  facts?: Partial<Facts>;
  today?: PlainDate;
};

/** S0's own example, five agents in use and one more wanted, as a decision looks at it; a test states only what matters to it. */
export function decisionInput(given: Given = {}): DecisionInput<ChangeQuantity> {
  return {
    order: {
      type: 'changeQuantity',
      subscriptionId: 'sub-1',
      quantity: 6,
      expectedCurrentQuantity: given.subscription?.quantity ?? 5,
      contactEmail: 'hana@hanafoods.example',
      ...given.order,
    },
    subscription: {
      id: 'sub-1',
      accountId: 'acc-1',
      productId: 'anti-virus',
      skuId: 'agent',
      quantity: 5,
      assignedQuantity: null,
      state: 'active',
      trial: false,
      ...given.subscription,
    },
    product: {
      id: 'anti-virus',
      name: 'Managed Anti-Virus',
      vendor: 'managed-security',
      timeZone: 'Asia/Tokyo',
      policyId: 'managed-security',
      unit: { one: 'agent', many: 'agents' },
      ...given.product,
    },
    sku: {
      id: 'agent',
      productId: 'anti-virus',
      name: 'Agent',
      minimumQuantity: null,
      maximumQuantity: null,
      ...given.sku,
    },
    policy: { id: 'managed-security', version: 3, effectiveFrom: '2020-01-01', rules: given.rules ?? everyRule },
    facts: { orderAtWork: null, unacknowledgedOrders: [], role: 'customer', ...given.facts },
    today: given.today ?? '2026-03-15',
  };
}

/** What one rule alone says: `passes`, or the code of its rejection. */
export function verdict(rule: Rule<ChangeQuantity>, given: Given): string {
  return rule.check(decisionInput(given)).failure?.code ?? 'passes';
}
