import { people } from './issuer/people.ts';
import type { Sandbox } from './start.ts';

/** What a newcomer is told when everything runs: where it is, who to be, what to try. */
export function welcome({ urls }: Pick<Sandbox, 'urls'>): string {
  const who = people.map(({ id, role, description }) => `    ${id.padEnd(8)} ${role.padEnd(9)} ${description}`);
  return `
  Changeover runs.

  Web app           ${urls.web}
  API               ${urls.web}/v1/openapi.json${urls.temporalUi === undefined ? '' : `\n  Temporal pages    ${urls.temporalUi}`}
  Simulated vendor  ${urls.vendor}

  Sign in as
${who.join('\n')}

  Three things to try
    1. Open ${urls.web}, sign in as hana, and order 6 agents of Anti-Virus instead of 5.
    2. Order 1 agent of the Package (she has 20): you are asked whether you mean the total.
    3. Place an order with curl; the README has the lines. npm run -s token -- hana prints a token.

  Ctrl-C stops everything. The data stays.
`;
}
