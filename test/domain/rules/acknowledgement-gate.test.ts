import { describe, expect, it } from 'vitest';
import type { Role } from '../../../domain/role.ts';
import { acknowledgementGate } from '../../../domain/rules/acknowledgement-gate.ts';
import { decisionInput, verdict } from '../decision-input.ts';

const unseen = [
  { id: 'order-1', type: 'changeQuantity' },
  { id: 'order-2', type: 'changeQuantity' },
] as const;

// A new role does not compile until its cell is filled.
const withOneUnseen: Record<Role, string> = {
  customer: 'UNACKNOWLEDGED_ORDER',
  partner: 'UNACKNOWLEDGED_ORDER',
  operator: 'passes',
  machine: 'UNACKNOWLEDGED_ORDER',
};

describe('R3, R4: an outcome that nobody has acknowledged holds back the next order', () => {
  it.each(Object.entries(withOneUnseen))('of a %s: %s', (role, expected) => {
    const facts = { role: role as Role, unacknowledgedOrders: unseen.slice(0, 1) };
    expect(verdict(acknowledgementGate, { facts })).toBe(expected);
  });

  it.each(Object.keys(withOneUnseen))('never holds back a %s once everything is acknowledged', (role) => {
    expect(verdict(acknowledgementGate, { facts: { role: role as Role, unacknowledgedOrders: [] } })).toBe('passes');
  });

  it('names every order that waits, oldest first, so that the screen can show them', () => {
    const { inputs, failure } = acknowledgementGate.check(decisionInput({ facts: { unacknowledgedOrders: unseen } }));
    expect(inputs).toEqual({ role: 'customer', unacknowledgedOrders: ['order-1', 'order-2'] });
    expect(failure?.smallestChange).toBeNull();
  });

  it('is not judged again when a later change takes effect', () => {
    expect(acknowledgementGate.applies).toBe('onDecision');
  });
});
