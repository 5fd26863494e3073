import type { Actor } from '../../api/actor.ts';

/** Somebody to sign in as in the sandbox; `id` becomes the token's subject. */
export type Person = {
  id: string;
  name: string;
  role: Actor['role'];
  tenant: string;
  accounts: readonly string[];
  description: string;
};

/** Everybody the sandbox knows: two sellers, so that what one must not see of the other can be tried. */
export const people: readonly Person[] = [
  {
    id: 'hana',
    name: 'Hana Sato',
    role: 'customer',
    tenant: 'acme',
    accounts: ['acc-hana', 'acc-hana-osaka', 'acc-hana-kyoto'],
    description: 'Hana Foods and its branches, customer of Acme Cloud',
  },
  {
    id: 'bob',
    name: 'Bob Miller',
    role: 'customer',
    tenant: 'acme',
    accounts: ['acc-bob'],
    description: 'Miller Tools, customer of Acme Cloud',
  },
  {
    id: 'paula',
    name: 'Paula Reseller',
    role: 'partner',
    tenant: 'acme',
    accounts: ['acc-hana', 'acc-hana-osaka', 'acc-hana-kyoto', 'acc-bob'],
    description: 'Partner of Acme Cloud, acts for Hana Foods and Miller Tools',
  },
  {
    id: 'oscar',
    name: 'Oscar',
    role: 'operator',
    tenant: 'acme',
    accounts: [],
    description: 'Operator at Acme Cloud',
  },
  {
    id: 'billing',
    name: 'Billing',
    role: 'machine',
    tenant: 'acme',
    accounts: [],
    description: 'Billing system of Acme Cloud',
  },
  {
    id: 'grace',
    name: 'Grace',
    role: 'customer',
    tenant: 'globex',
    accounts: ['acc-grace'],
    description: 'Customer of Globex, another seller',
  },
  {
    id: 'gus',
    name: 'Gus',
    role: 'operator',
    tenant: 'globex',
    accounts: [],
    description: 'Operator at Globex, another seller',
  },
];
