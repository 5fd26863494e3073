import { describe, expect, it } from 'vitest';
import type { OrderRequest } from '../../domain/order-types.ts';
import { barToTakingBack } from '../../domain/taking-back.ts';
import { decisionInput, type Given } from './decision-input.ts';
import { groupwareAnnual } from './products/groupware.ts';
import { managedSecurity } from './products/managed-security.ts';

const fewer: OrderRequest = { type: 'changeQuantity', subscriptionId: 's', quantity: 18, expectedCurrentQuantity: 20 };
const bar = (order: OrderRequest, given: Given) =>
  barToTakingBack({ order, effectiveDate: '2027-01-01' }, decisionInput(given));
const billed = { billingPeriods: [{ month: '2027-01', billedOn: '2026-12-28', paidOn: null }] } as const;

describe('taking an order back is bound as ordering is', () => {
  it('R20: a reduction for the next period stands once that is billed; an operator may repair', () => {
    const of = groupwareAnnual;
    expect(bar(fewer, { of, today: '2026-12-10' })).toBeNull();
    expect(bar(fewer, { of, today: '2026-12-29', facts: billed })).toBe('RENEWAL_WINDOW_CLOSED');
    expect(bar(fewer, { of, today: '2026-12-29', facts: { ...billed, role: 'operator' } })).toBeNull();
    expect(bar({ type: 'cancel', subscriptionId: 's' }, { of, today: '2026-12-29', facts: billed })).toBeNull();
  });

  it('R7: what only an operator may order, only an operator takes back', () => {
    const suspend: OrderRequest = { type: 'suspend', subscriptionId: 's' };
    expect(bar(suspend, { of: managedSecurity })).toBe('ROLE_NOT_ALLOWED');
    expect(bar(suspend, { of: managedSecurity, facts: { role: 'operator' } })).toBeNull();
  });

  it('R25: what was bought through a partner is taken back through the partner', () => {
    const given: Given = {
      of: managedSecurity,
      rules: { boughtThroughPartner: {} },
      subscription: { partnerId: 'paula' },
    };
    expect(bar(fewer, given)).toBe('BOUGHT_THROUGH_PARTNER');
    expect(bar(fewer, { ...given, facts: { role: 'partner' } })).toBeNull();
  });
});
