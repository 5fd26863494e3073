import { describe, expect, it } from 'vitest';
import { orderTypes } from '../../../domain/order-types.ts';
import { type ChangeKind, changeKinds, conflictMatrix, kindsOf } from '../../../domain/pending/conflict-matrix.ts';
import type { PendingOutcome } from '../../../domain/pending/pending-effects.ts';
import { pendingEffects } from '../../../domain/pending/pending-effects.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { decisionInput, type GivenOrder, pendingChange, ruleInput } from '../decision-input.ts';
import { examples } from '../order-types/examples.ts';
import { worryFree } from '../products/worry-free.ts';

/** An order of each kind that changes something of a subscription to Worry-Free. */
const orders: Record<ChangeKind, GivenOrder> = {
  quantity: { quantity: 18 },
  plan: { type: 'changeServicePlan', planId: 'advanced' },
  options: { type: 'changeOptions', options: [{ optionId: 'mobile', quantity: 3 }] },
  term: { type: 'changeTerm', term: 'monthly' },
  renewal: { type: 'changeRenewal', autoRenewal: { enabled: true, frequency: 'monthly' } },
  expiration: { type: 'changeExpiration', expirationDate: '2027-06-30' },
  settings: { type: 'changeLicenceSettings', managed: true },
  cancel: { type: 'cancel' },
  undoCancel: { type: 'undoCancel' },
  suspend: { type: 'suspend' },
  activate: { type: 'activate' },
  renew: { type: 'renew' },
  purchase: { ...examples.purchase, planId: 'suite', quantity: 24, term: 'monthly' as const, options: [] },
};

/** The same part changed to something else than what is pending. */
const others: Partial<Record<ChangeKind, GivenOrder>> = {
  quantity: { quantity: 16 },
  plan: { type: 'changeServicePlan', planId: 'suite' },
  options: { type: 'changeOptions', options: [{ optionId: 'mobile', quantity: 5 }] },
  renewal: { type: 'changeRenewal', autoRenewal: { enabled: false, frequency: 'monthly' } },
  expiration: { type: 'changeExpiration', expirationDate: '2027-07-31' },
};

const PENDING_FROM: PlainDate = '2027-01-01';

/** What becomes of what is pending from 1 January 2027 when an order meets it that holds from a day. */
function outcome(row: ChangeKind, column: ChangeKind, holdsFrom: PlainDate): PendingOutcome | undefined {
  const pendingChanges = [pendingChange('pending', PENDING_FROM, orders[row], '2026-12-01')];
  const order = (row === column && others[column]) || orders[column];
  const asked = ruleInput({ of: worryFree, today: '2026-12-10', order, facts: { pendingChanges } });
  return pendingEffects({ ...asked, effectiveDate: holdsFrom })[0]?.outcome;
}

type Row = Partial<Record<ChangeKind, PendingOutcome>>;

const rejectsAll = Object.fromEntries(changeKinds.map((kind) => [kind, 'reject'])) as Record<
  ChangeKind,
  PendingOutcome
>;

/** Every pair that is no `keep`, met by an order that holds on the same day. A new kind does not compile until it has its row. */
const sameDay: Record<ChangeKind, Row> = {
  quantity: { quantity: 'supersede', plan: 'merge', term: 'merge', cancel: 'withdraw', renew: 'merge' },
  plan: { quantity: 'rebase', plan: 'supersede', options: 'rebase', term: 'merge', cancel: 'withdraw', renew: 'merge' },
  options: { options: 'supersede', plan: 'merge', term: 'merge', cancel: 'withdraw', renew: 'merge' },
  term: {
    quantity: 'merge',
    plan: 'merge',
    options: 'merge',
    term: 'supersede',
    renewal: 'supersede',
    cancel: 'withdraw',
    renew: 'merge',
  },
  renewal: { term: 'supersede', renewal: 'supersede', cancel: 'withdraw', renew: 'merge' },
  expiration: { term: 'supersede', expiration: 'supersede', cancel: 'withdraw', renew: 'merge' },
  settings: { settings: 'supersede', cancel: 'withdraw', renew: 'merge' },
  cancel: {
    ...rejectsAll,
    undoCancel: 'withdraw',
    suspend: 'keep',
    activate: 'keep',
  },
  undoCancel: {},
  suspend: { suspend: 'supersede', cancel: 'withdraw' },
  activate: { activate: 'supersede', cancel: 'withdraw' },
  renew: { renew: 'reject', cancel: 'withdraw' },
  purchase: rejectsAll,
};

const cells = changeKinds.flatMap((row) =>
  changeKinds.map((column) => ({ row, column, expected: sameDay[row][column] ?? ('keep' as const) })),
);

describe('what becomes of a pending change when an order that holds on the same day meets it', () => {
  it.each(cells)('pending $row, ordered $column: $expected', ({ row, column, expected }) => {
    expect(outcome(row, column, PENDING_FROM)).toBe(expected);
  });
});

/** What holds earlier and what holds later than what is pending, where that makes a difference. */
const earlier: Partial<Record<PendingOutcome, PendingOutcome>> = { supersede: 'keep' };
const hastened = (row: ChangeKind, column: ChangeKind) => row === 'cancel' && column === 'cancel';

describe('U1: an order that holds earlier than what is pending', () => {
  it.each(cells)('pending $row, ordered $column', ({ row, column, expected }) => {
    const then = hastened(row, column) ? 'withdraw' : (earlier[expected] ?? expected);
    expect(outcome(row, column, '2026-12-10')).toBe(then);
  });
});

describe('an order that holds later than what is pending', () => {
  it.each(cells)('pending $row, ordered $column', ({ row, column, expected }) => {
    expect(outcome(row, column, '2027-02-01')).toBe(expected === 'withdraw' ? 'keep' : expected);
  });
});

describe('the matrix', () => {
  it('has a cell for every pair', () => {
    expect(Object.keys(conflictMatrix)).toEqual([...changeKinds]);
    for (const row of changeKinds) expect(Object.keys(conflictMatrix[row]).sort()).toEqual([...changeKinds].sort());
  });

  it('knows every order type', () => {
    const covered = new Set(Object.values(orders).map(({ type = 'changeQuantity' }) => type));
    expect([...covered, 'changeServicePlan'].sort()).toEqual(expect.arrayContaining(Object.keys(orderTypes).sort()));
  });

  it.each(changeKinds)('an order about %s is of that kind', (kind) => {
    const { order } = decisionInput({ of: worryFree, order: orders[kind] });
    expect(kindsOf(order)).toEqual([kind]);
  });

  it('S2’s screen is of as many kinds as it has parts', () => {
    const order = { type: 'changeServicePlan', planId: 'advanced', managed: true, unitsPerLicence: 5 } as const;
    expect(kindsOf(decisionInput({ of: worryFree, order }).order)).toEqual(['plan', 'settings']);
  });
});
