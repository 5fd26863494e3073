import { describe, expect, it } from 'vitest';
import type { Role } from '../../../domain/role.ts';
import { acknowledgementGate } from '../../../domain/rules/acknowledgement-gate.ts';
import { checked, codes, type Given, verdict } from '../decision-input.ts';

const unseen = [
  { id: 'order-1', type: 'changeQuantity' },
  { id: 'order-2', type: 'cancel' },
] as const;

// A new role does not compile until its cell is filled. A machine renews, and no renewal waits for anybody's acknowledgement.
const withOneUnseen: Record<Role, string> = {
  customer: 'UNACKNOWLEDGED_ORDER',
  partner: 'UNACKNOWLEDGED_ORDER',
  operator: 'passes',
  machine: 'passes',
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
    const { inputs, failure } = checked(acknowledgementGate, { facts: { unacknowledgedOrders: unseen } });
    expect(inputs).toEqual({ role: 'customer', unacknowledgedOrders: ['order-1', 'order-2'] });
    expect(failure).toMatchObject({ eligibleFrom: null, smallestChange: null });
  });

  it('holds back a further purchase of the product too', () => {
    const order = {
      type: 'purchase',
      accountId: 'acc-1',
      productId: 'anti-virus',
      planId: 'anti-virus-standard',
      quantity: 5,
      term: 'monthly',
      activation: { mode: 'firstLogon' },
    } as const;
    expect(verdict(acknowledgementGate, { order, facts: { unacknowledgedOrders: unseen } })).toBe(
      'UNACKNOWLEDGED_ORDER',
    );
  });
});

describe('R4: a policy may hold back after a cancellation only', () => {
  const after = (type: 'changeQuantity' | 'cancel'): Given => ({
    rules: { acknowledgementGate: { after: 'cancel' } },
    facts: { unacknowledgedOrders: [{ id: 'order-1', type }] },
  });

  it.each([
    { type: 'cancel', expected: 'UNACKNOWLEDGED_ORDER' },
    { type: 'changeQuantity', expected: 'passes' },
  ] as const)('after $type: $expected', ({ type, expected }) => {
    expect(verdict(acknowledgementGate, after(type))).toBe(expected);
  });
});

describe('the gate', () => {
  it('is not there where the policy does not name it', () => {
    const given: Given = { facts: { unacknowledgedOrders: unseen } };
    expect(codes(given)).toEqual(['UNACKNOWLEDGED_ORDER']);
    expect(codes({ ...given, rules: {} })).toEqual([]);
  });

  it('is passed once: not on a later decision date, nor when a later change takes effect', () => {
    expect(acknowledgementGate.judged).toBe('atSubmission');
  });
});
