import { type ActionEligibility, eligibility } from '../../domain/eligibility.ts';
import type { Role } from '../../domain/role.ts';
import type { Situation } from './situations.ts';

/** Who orders, in the order in which a cell names them. */
const orderingRoles = ['customer', 'partner', 'operator'] as const satisfies readonly Role[];

/** What each situation says of each action: action → situation → the text of its cell. */
export function possibilities(situations: readonly Situation[]): Map<string, Map<string, string>> {
  const table = new Map<string, Map<string, string>>();
  for (const situation of situations) {
    const byRole = orderingRoles.map((role) => ({ role, actions: asked(situation, role) }));
    for (const { action } of byRole[0]?.actions ?? []) {
      const row = table.get(action) ?? new Map<string, string>();
      row.set(
        situation.name,
        cell(byRole.map(({ role, actions }) => ({ role, text: told(actions, action, situation) }))),
      );
      table.set(action, row);
    }
  }
  return table;
}

function asked({ subscription, product, policy, facts, today }: Situation, role: Role): ActionEligibility[] {
  const contactEmail = 'name@example.com';
  return eligibility({ subscription, product, policy, facts: { ...facts, role }, today, asOf: today, contactEmail });
}

function told(actions: readonly ActionEligibility[], action: string, { today }: Situation): string {
  const found = actions.find((one) => one.action === action);
  if (found === undefined) return '';
  const [first] = found.reasons;
  if (found.allowed) return found.effectiveDate === today ? 'yes' : `yes, from ${found.effectiveDate}`;
  if (first?.code === 'ROLE_NOT_ALLOWED') return '–';
  return `no: \`${first?.code}\`${found.eligibleFrom === null ? '' : `, order from ${found.eligibleFrom}`}`;
}

/** The roles that get the same answer are named together; all of them, not at all. */
function cell(answers: readonly { role: string; text: string }[]): string {
  const texts = [...new Set(answers.map(({ text }) => text))];
  if (texts.length === 1) return texts[0] ?? '';
  return texts
    .map(
      (text) =>
        `${answers
          .filter((one) => one.text === text)
          .map(({ role }) => role)
          .join(', ')}: ${text}`,
    )
    .join('; ');
}
