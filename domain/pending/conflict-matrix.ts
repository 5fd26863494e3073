import type { OrderRequest } from '../order-types.ts';
import { descriptionOf } from '../order-types.ts';
import type { Part } from '../requested-change.ts';

/** What an order is about, as far as it can meet a pending one. */
export const changeKinds = [
  'quantity',
  'plan',
  'options',
  'term',
  'renewal',
  'expiration',
  'settings',
  'cancel',
  'undoCancel',
  'suspend',
  'activate',
  'renew',
  'purchase',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * What becomes of a pending change when a new order meets it. `keep`: both hold, each on its day. `merge`: both hold, and
 * take effect together where they fall on one day. `rebase`: it stays, and will apply to what the new order leaves.
 * `replace`: kept when the new order holds earlier; taken back when the new order asks for the present state; else superseded,
 * with consent. `hasten`: taken back when the new order holds earlier; else the new order is rejected. `withdraw`: what would
 * hold on the new order's day or later is taken back, and the decision says so. `reject`: the new order is rejected.
 */
export const resolutions = ['keep', 'merge', 'rebase', 'replace', 'hasten', 'withdraw', 'reject'] as const;
export type Resolution = (typeof resolutions)[number];

const keepAll = Object.fromEntries(changeKinds.map((kind) => [kind, 'keep'])) as Record<ChangeKind, Resolution>;
const rejectAll = Object.fromEntries(changeKinds.map((kind) => [kind, 'reject'])) as Record<ChangeKind, Resolution>;

/** What a subscription gives back when it ends, and takes along when it renews. */
const ofLicence = { ...keepAll, cancel: 'withdraw', renew: 'merge' } as const;

/** Row: what is pending. Column: what is newly ordered. Published in docs/contract-rules.md. */
export const conflictMatrix: Record<ChangeKind, Record<ChangeKind, Resolution>> = {
  quantity: { ...ofLicence, quantity: 'replace', plan: 'merge', term: 'merge' },
  plan: { ...ofLicence, quantity: 'rebase', plan: 'replace', options: 'rebase', term: 'merge' },
  options: { ...ofLicence, options: 'replace', plan: 'merge', term: 'merge' },
  term: { ...ofLicence, quantity: 'merge', options: 'merge', plan: 'merge', term: 'replace', renewal: 'replace' },
  renewal: { ...ofLicence, renewal: 'replace', term: 'replace' },
  expiration: { ...ofLicence, expiration: 'replace', term: 'replace' },
  settings: { ...ofLicence, settings: 'replace' },
  cancel: { ...rejectAll, cancel: 'hasten', undoCancel: 'withdraw', suspend: 'keep', activate: 'keep' },
  undoCancel: keepAll,
  suspend: { ...keepAll, cancel: 'withdraw', suspend: 'replace' },
  activate: { ...keepAll, cancel: 'withdraw', activate: 'replace' },
  renew: { ...keepAll, cancel: 'withdraw', renew: 'reject' },
  purchase: rejectAll,
};

const kindOfPart: Record<Part, ChangeKind> = {
  quantity: 'quantity',
  planId: 'plan',
  options: 'options',
  term: 'term',
  autoRenewal: 'renewal',
  expirationDate: 'expiration',
  unitsPerLicence: 'settings',
  expirationNotificationDays: 'settings',
  managed: 'settings',
};

const ofLifeCycle: Partial<Record<OrderRequest['type'], ChangeKind>> = {
  cancel: 'cancel',
  undoCancel: 'undoCancel',
  suspend: 'suspend',
  activate: 'activate',
  renew: 'renew',
  purchase: 'purchase',
};

/** The kinds an order is about. */
export function kindsOf(order: OrderRequest): ChangeKind[] {
  const own = ofLifeCycle[order.type];
  if (own !== undefined) return [own];
  const parts = Object.keys(descriptionOf(order).requested(order)) as Part[];
  return [...new Set(parts.map((part) => kindOfPart[part]))];
}
