import { describe, expect, it } from 'vitest';
import type { Role } from '../../../domain/role.ts';
import { boughtThroughPartner } from '../../../domain/rules/bought-through-partner.ts';
import { codes, type Given, verdict } from '../decision-input.ts';

const throughPartner: Given = { subscription: { partnerId: 'partner-1' } };

// A new role does not compile until its cell is filled.
const byRole: Record<Role, string> = {
  customer: 'BOUGHT_THROUGH_PARTNER',
  partner: 'passes',
  operator: 'passes',
  machine: 'passes',
};

describe('R25: what was bought through a partner is changed through the partner', () => {
  it.each(Object.entries(byRole))('ordered by a %s: %s', (role, expected) => {
    expect(verdict(boughtThroughPartner, { ...throughPartner, facts: { role: role as Role } })).toBe(expected);
  });

  it.each(Object.keys(byRole))('what was bought directly may be changed by a %s', (role) => {
    const given: Given = { subscription: { partnerId: null }, facts: { role: role as Role } };
    expect(verdict(boughtThroughPartner, given)).toBe('passes');
  });

  it('binds a cancellation too', () => {
    expect(verdict(boughtThroughPartner, { ...throughPartner, order: { type: 'cancel' } })).toBe(
      'BOUGHT_THROUGH_PARTNER',
    );
  });

  it('does not bind where the policy does not name it', () => {
    expect(codes({ ...throughPartner, rules: { boughtThroughPartner: {} } })).toEqual(['BOUGHT_THROUGH_PARTNER']);
    expect(codes({ ...throughPartner, rules: {} })).toEqual([]);
  });
});
