import { orderTypes } from '../../domain/order-types.ts';
import { changeKinds, conflictMatrix } from '../../domain/pending/conflict-matrix.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import { rulesOf } from '../../domain/rules-of-orders.ts';
import { table } from './markdown.ts';
import { possibilities } from './possibilities.ts';
import { s4Example, s4Table } from './s4-tables.ts';
import { type SampleContract, sampleContracts } from './sample-contracts.ts';
import { SHOWN_ON, type Situation, situationsOf } from './situations.ts';

/** docs/contract-rules.md, made of the rules themselves: what is written there is what they answer. */
export function contractRulesDocument(): string {
  const contracts = sampleContracts(SHOWN_ON);
  const byPolicy = contracts.filter(
    ({ policy }, index) => contracts.findIndex((other) => other.policy.id === policy.id) === index,
  );
  const annual = contracts
    .filter(({ policy }) => policy.id === 'groupware')
    .flatMap(situationsOf)
    .find(({ name }) => name === 'annual, service period');
  if (!annual) throw new Error('The sample catalogue has no annual groupware');
  return `${[introduction, rulesSection(), ...byPolicy.map(contractSection), s4Section(annual), conflictSection()].join('\n\n')}\n`;
}

const introduction = `# Contract rules

Generated from the code by \`npm run docs\`; a test fails when it is stale. Dates are as of ${SHOWN_ON}, in the product's time zone.
Quantities are totals. Why each rule is as it is: [decisions](adr/); every code: [errors](errors.md).`;

function rulesSection(): string {
  const types = Object.keys(orderTypes) as (keyof typeof orderTypes)[];
  const rules = new Map<string, Rule>(types.flatMap((type) => rulesOf(type).map((rule) => [rule.name, rule] as const)));
  const rows = [...rules.values()].map(({ name, source, sentence, judged, namedInPolicyAs }) => {
    const judging = types.filter((type) => rulesOf(type).some((rule) => rule.name === name));
    const binds = namedInPolicyAs === null ? 'every product' : `\`${namedInPolicyAs}\``;
    return [
      `\`${name}\``,
      source,
      sentence,
      binds,
      judged,
      judging.length === types.length ? 'all' : judging.join(', '),
    ];
  });
  return `## The rules

In the order in which they are asked. A rule binds every product, or those whose policy names the entry. \`atSubmission\`: when the
order comes in. \`onDecisionDate\`: also on a requested later day, in full. \`alsoAtEffect\`: once more on the day the change takes effect.
A rule about a part of an order is asked where the order asks for that part.

${table([['rule', 'source', 'sentence', 'binds', 'judged', 'order types'], ...rows])}`;
}

function contractSection(contract: SampleContract): string {
  const { product, policy } = contract;
  const situations = situationsOf(contract);
  const answers = possibilities(situations);
  const rows = [...answers].map(([action, cells]) => [action, ...situations.map(({ name }) => cells.get(name) ?? '')]);
  return `## ${product.name}

Policy \`${policy.id}\`, version ${policy.version}: ${Object.keys(policy.rules)
    .map((rule) => `\`${rule}\``)
    .join(
      ', ',
    )}. A dash: not for this role to order. Where a cell names no role it is the same for customer, partner and operator.

${table([['', ...situations.map(({ name }) => name)], ...rows])}`;
}

const s4Section = (annual: Situation): string => `## Groupware: the contract's own tables

For a service period from January 1 to December 31, with 20 licensed users:

${s4Table(annual)}

The example of operation:

${s4Example(annual)}`;

function conflictSection(): string {
  const rows = changeKinds.map((pending) => [
    `**${pending}**`,
    ...changeKinds.map((ordered) => conflictMatrix[pending][ordered]),
  ]);
  return `## Pending changes

What becomes of a pending change (row) when a new order (column) meets it:

- **keep**: both hold, each on its day.
- **merge**: both hold, and take effect together where they fall on one day.
- **rebase**: it stays, and will apply to what the new order leaves.
- **replace**: kept when the new order holds earlier; taken back when the new order asks for the present state of all that is pending
  in it; merged where they ask for different options or settings; else superseded, with consent (\`supersede: true\`).
- **hasten**: taken back when the new order holds earlier; else the new order is rejected.
- **withdraw**: what would hold on the new order's day or later is taken back, and the decision says so. An undone cancellation brings it back.
- **reject**: the new order is rejected, and \`suggestedOrder\` says what comes first.

What stays must still be possible on what the new order leaves; otherwise that is rejected as \`PENDING_CHANGE_CONFLICT\`.

${table([['pending ↓ new →', ...changeKinds], ...rows])}`;
}
