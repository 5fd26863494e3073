import { dateIn } from '../business-time.ts';
import type { tenants } from '../db/schema/catalogue.ts';
import type { accounts } from '../db/schema/subscriptions.ts';
import { endpoint, seats, suspended } from './sample/endpoint.ts';
import { billed, groupware, inTheFirstMonth, inTheTerm, inTheWindow, monthly, paidBefore } from './sample/groupware.ts';
import { agents, inCoolingOff, managedSecurity } from './sample/managed-security.ts';
import { joined, type SampleCatalogue, type SampleHoldings, type Untenanted } from './sample/sample.ts';
import { worryFree } from './sample/worry-free-catalogue.ts';
import {
  awaitingApproval,
  boughtThrough,
  endOfLife,
  expiringSoon,
  pendingActivation,
  trial,
} from './sample/worry-free-holdings.ts';

export type SampleTenant = {
  tenant: string;
  seller: Untenanted<typeof tenants.$inferInsert>;
  accounts: Untenanted<typeof accounts.$inferInsert>[];
} & SampleCatalogue &
  SampleHoldings;

/**
 * Two sellers that know nothing of each other; the people who sign in are in issuer/people.ts. What customers hold is in
 * every state that a contract speaks of, on the day of `now`.
 */
export function sampleTenants(now: Date): SampleTenant[] {
  const catalogue = joined([managedSecurity, endpoint, worryFree(dateIn('America/Chicago', now)), groupware]);
  return [
    {
      tenant: 'acme',
      seller: {
        name: 'Acme Cloud',
        supportContact: 'the Acme Cloud ticket system, https://support.acme.example/tickets',
      },
      ...catalogue,
      accounts: [
        { id: 'acc-hana', name: 'Hana Foods', contactEmail: 'hana@hanafoods.example', cardReference: 'card-hana-1' },
        { id: 'acc-hana-osaka', name: 'Hana Foods Osaka', contactEmail: 'osaka@hanafoods.example' },
        { id: 'acc-hana-kyoto', name: 'Hana Foods Kyoto', contactEmail: 'kyoto@hanafoods.example' },
        { id: 'acc-bob', name: 'Miller Tools', contactEmail: 'bob@millertools.example' },
      ],
      ...heldAtAcme(now),
    },
    {
      tenant: 'globex',
      seller: { name: 'Globex Networks', supportContact: 'support@globex.example' },
      ...catalogue,
      accounts: [{ id: 'acc-grace', name: 'Grace Logistics', contactEmail: 'grace@gracelogistics.example' }],
      ...heldAtGlobex(now),
    },
  ];
}

function heldAtAcme(now: Date): SampleHoldings {
  const tokyo = dateIn('Asia/Tokyo', now);
  const athens = dateIn('Europe/Athens', now);
  const chicago = dateIn('America/Chicago', now);
  const [hana, osaka, kyoto, bob] = ['acc-hana', 'acc-hana-osaka', 'acc-hana-kyoto', 'acc-bob'] as const;
  return {
    subscriptions: [
      agents(tokyo, 'anti-virus', { id: 'sub-hana-av', accountId: hana, quantity: 5 }),
      agents(tokyo, 'security-package', { id: 'sub-hana-package', accountId: hana, quantity: 20 }),
      seats(athens, { id: 'sub-hana-endpoint', accountId: hana, quantity: 25, assignedQuantity: 17 }),
      inTheTerm(tokyo, 'sub-hana-groupware', hana),
      awaitingApproval(chicago, 'sub-hana-suite', hana),
      expiringSoon(chicago, 'sub-hana-worry-free', hana),
      suspended(athens, 'sub-osaka-endpoint', osaka),
      monthly(tokyo, 'sub-osaka-groupware-paid', osaka),
      monthly(tokyo, 'sub-osaka-groupware-unpaid', osaka),
      boughtThrough('paula', chicago, 'sub-osaka-suite', osaka),
      trial(chicago, 'sub-osaka-trial', osaka),
      endOfLife(chicago, 'sub-kyoto-end-of-life', kyoto),
      inTheFirstMonth(tokyo, 'sub-kyoto-groupware-new', kyoto),
      inTheWindow(tokyo, 'sub-kyoto-groupware-renewing', kyoto),
      pendingActivation(chicago, 'sub-kyoto-on-premise', kyoto),
      inCoolingOff(tokyo, 'sub-kyoto-patch', kyoto),
      agents(tokyo, 'virtual-patch', { id: 'sub-bob-patch', accountId: bob, quantity: 8 }),
      seats(athens, { id: 'sub-bob-endpoint', accountId: bob, quantity: 10, assignedQuantity: 4 }),
    ],
    billingFacts: [
      ...paidBefore(tokyo, 'sub-osaka-groupware-paid'),
      billed(tokyo, 'sub-osaka-groupware-paid', { paid: true }),
      ...paidBefore(tokyo, 'sub-osaka-groupware-unpaid'),
      billed(tokyo, 'sub-osaka-groupware-unpaid', { paid: false }),
      billed(tokyo, 'sub-kyoto-groupware-new', { paid: true }),
    ],
  };
}

const heldAtGlobex = (now: Date): SampleHoldings => ({
  subscriptions: [
    agents(dateIn('Asia/Tokyo', now), 'anti-virus', { id: 'sub-grace-av', accountId: 'acc-grace', quantity: 12 }),
    seats(dateIn('Europe/Athens', now), {
      id: 'sub-grace-endpoint',
      accountId: 'acc-grace',
      quantity: 40,
      assignedQuantity: 31,
    }),
  ],
  billingFacts: [],
});
