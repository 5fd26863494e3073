import { performance } from 'node:perf_hooks';
import { calendar } from '../domain/calendar/calendar.ts';
import { decide } from '../domain/decide.ts';
import { eligibility } from '../domain/eligibility.ts';
import { ruleInputOf } from '../domain/rule-input.ts';
import type { DecisionInput } from '../domain/rules/rule.ts';
import { rulesOf } from '../domain/rules-of-orders.ts';
import { simulate } from '../domain/simulate.ts';
import { sampleContracts } from '../sandbox/contract-rules/sample-contracts.ts';
import { SHOWN_ON, type Situation, situationsOf } from '../sandbox/contract-rules/situations.ts';

/**
 * What the contract costs: `npx tsx bench/domain.ts`, one core, about fifteen seconds. Decisions are measured in turn with the
 * bare predicates of their rules in one run, so the ratio holds on any machine; the figures per second are this machine's.
 */
const ROUNDS = 15;
const ROUND_MS = 100;

const situations = sampleContracts(SHOWN_ON).flatMap(situationsOf);
const named = (product: string, name: string): Situation => {
  const found = situations.find((one) => one.product.id === product && one.name === name);
  if (!found) throw new Error(`There is no sample of ${product}, ${name}`);
  return found;
};
const total = ({ subscription, product, policy, facts, today }: Situation, quantity: number): DecisionInput => ({
  order: {
    type: 'changeQuantity',
    subscriptionId: subscription.id,
    quantity,
    expectedCurrentQuantity: subscription.quantity,
    contactEmail: 'name@example.com',
  },
  subscription,
  product,
  policy,
  facts,
  today,
});

const annual = named('groupware', 'annual, service period');
const decisions: Record<string, DecisionInput> = {
  'S0, accepted at once': total(named('anti-virus', 'monthly'), 25),
  'S4, accepted in the window': total(named('groupware', 'annual, renewal window'), 18),
  'S4, rejected, with the first day on which it passes': total(annual, 18),
  'S4, rejected, nothing would pass': total(named('groupware', 'suspended'), 25),
};

/** The least that any way to decide must do: ask each rule once, and see whether one fails. */
function bare(input: DecisionInput): boolean {
  const asked = ruleInputOf(input);
  let passes = true;
  for (const rule of rulesOf(input.order.type)) {
    const named = rule.namedInPolicyAs === null || input.policy.rules[rule.namedInPolicyAs] !== undefined;
    if (named && (rule.part === undefined || asked.requested[rule.part] !== undefined) && rule.check(asked).failure) {
      passes = false;
    }
  }
  return passes;
}

/** Calls per second over one round. `kept` is returned too, so that no call can be optimised away. */
function rate(call: () => boolean, batch = 1_000): { perSecond: number; kept: number } {
  const start = performance.now();
  let calls = 0;
  let kept = 0;
  for (;;) {
    for (let n = 0; n < batch; n++) if (call()) kept++;
    calls += batch;
    const elapsed = performance.now() - start;
    if (elapsed >= ROUND_MS) return { perSecond: (calls / elapsed) * 1_000, kept };
  }
}

function spread(values: readonly number[]): { median: number; least: number; most: number } {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? 0, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}

const told = (values: readonly number[], write: (value: number) => string): string => {
  const { median, least, most } = spread(values);
  return `${write(median)} (${write(least)} to ${write(most)})`;
};
const thousands = (value: number): string => `${Math.round(value / 1_000)}k`;
const milliseconds = (perSecond: number): string => `${(1_000 / perSecond).toFixed(3)} ms`;

let kept = 0;
for (const [situation, input] of Object.entries(decisions)) {
  const whole: number[] = [];
  const ratios: number[] = [];
  // The first round warms both up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    const decided = rate(() => decide(input).trace.length > 0);
    const plain = rate(() => !bare(input) || true);
    kept += decided.kept + plain.kept;
    if (round === 0) continue;
    whole.push(decided.perSecond);
    ratios.push(plain.perSecond / decided.perSecond);
  }
  console.log(
    `decide, ${situation}: ${told(whole, thousands)} per second, ` +
      `${told(ratios, (ratio) => ratio.toFixed(1))} times the cost of asking the rules alone`,
  );
}

const { subscription, product, policy, facts, today } = annual;
const world = { date: today, subscription, facts };
const longer: Record<string, () => boolean> = {
  'eligibility, all order types': () =>
    eligibility({ subscription, product, policy, facts, today, asOf: today, contactEmail: 'name@example.com' }).length >
    0,
  'calendar, 18 months': () => calendar(world, product, policy).entries.length > 0,
  'simulate, 18 months without an order': () =>
    simulate(world, { product, policy, hypotheses: [], until: '2028-05-15' }).quantityPerMonth.length > 0,
};
for (const [name, call] of Object.entries(longer)) {
  const rates: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const { perSecond, kept: calls } = rate(call, 10);
    kept += calls;
    if (round > 0) rates.push(perSecond);
  }
  console.log(`${name}: ${told(rates, milliseconds)}`);
}
if (kept === 0) throw new Error('Nothing was ever decided');
