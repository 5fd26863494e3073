import { performance } from 'node:perf_hooks';
import { decide } from '../domain/decide.ts';
import { changeQuantity } from '../domain/order-types/change-quantity.ts';
import type { DecisionInput } from '../domain/rules/rule.ts';

/**
 * What a decision costs beside the bare predicates of its rules: `npx tsx bench/domain.ts`, one core, about ten seconds.
 * Both are measured in turn in one run, so their ratio holds on any machine; decisions per second are this machine's.
 */
const ROUNDS = 15;
const ROUND_MS = 100;

const accepted: DecisionInput = {
  order: {
    type: 'changeQuantity',
    subscriptionId: 'sub-1',
    quantity: 26,
    expectedCurrentQuantity: 25,
    contactEmail: 'hana@hanafoods.example',
  },
  subscription: {
    id: 'sub-1',
    accountId: 'acc-1',
    productId: 'endpoint',
    skuId: 'endpoint-10-499',
    quantity: 25,
    assignedQuantity: 17,
    state: 'active',
    trial: false,
  },
  product: {
    id: 'endpoint',
    name: 'Endpoint Security',
    vendor: 'endpoint',
    timeZone: 'Europe/Athens',
    policyId: 'everything',
    unit: { one: 'seat', many: 'seats' },
  },
  sku: {
    id: 'endpoint-10-499',
    productId: 'endpoint',
    name: '10 to 499 seats',
    minimumQuantity: 10,
    maximumQuantity: 499,
  },
  policy: {
    id: 'everything',
    version: 1,
    effectiveFrom: '2020-01-01',
    rules: {
      contactEmailRequired: {},
      skuQuantityRange: {},
      notBelowAssignedQuantity: {},
      acknowledgementGate: { after: 'everyOrder' },
    },
  },
  facts: { orderAtWork: null, unacknowledgedOrders: [], role: 'customer' },
  today: '2026-03-15',
};
const withOrder = (order: Partial<DecisionInput['order']>): DecisionInput => ({
  ...accepted,
  order: { ...accepted.order, ...order },
});

const situations: Record<string, DecisionInput> = {
  'accepted by ten rules': accepted,
  'rejected, no change would pass': { ...accepted, facts: { ...accepted.facts, orderAtWork: 'order-1' } },
  'rejected, a smallest change found': withOrder({ quantity: 1, expectedCurrentQuantity: 24 }),
};

/** The least that any way to decide must do: ask each rule once, and see whether one fails. */
function bare(input: DecisionInput): boolean {
  let passes = true;
  for (const rule of changeQuantity.rules) if (rule.check(input).failure) passes = false;
  return passes;
}

/** Calls per second over one round. `kept` is returned too, so that no call can be optimised away. */
function rate(call: () => boolean): { perSecond: number; kept: number } {
  const start = performance.now();
  let calls = 0;
  let kept = 0;
  for (;;) {
    for (let n = 0; n < 1_000; n++) if (call()) kept++;
    calls += 1_000;
    const elapsed = performance.now() - start;
    if (elapsed >= ROUND_MS) return { perSecond: (calls / elapsed) * 1_000, kept };
  }
}

function spread(values: readonly number[]): { median: number; least: number; most: number } {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? 0, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}

const thousands = (value: number): string => `${Math.round(value / 1_000)}k`;
const told = (values: readonly number[], write: (value: number) => string): string => {
  const { median, least, most } = spread(values);
  return `${write(median)} (${write(least)} to ${write(most)})`;
};

let kept = 0;
for (const [situation, input] of Object.entries(situations)) {
  const decisions: number[] = [];
  const ratios: number[] = [];
  // The first round warms both up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    const whole = rate(() => decide(input).outcome === 'accepted');
    const plain = rate(() => bare(input));
    kept += whole.kept + plain.kept;
    if (round === 0) continue;
    decisions.push(whole.perSecond);
    ratios.push(plain.perSecond / whole.perSecond);
  }
  console.log(
    `${situation}: ${told(decisions, thousands)} decisions per second, ` +
      `${told(ratios, (ratio) => ratio.toFixed(1))} times the cost of asking the rules alone`,
  );
}
if (kept === 0) throw new Error('Nothing was ever accepted');
