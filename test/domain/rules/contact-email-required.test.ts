import { describe, expect, it } from 'vitest';
import { contactEmailRequired } from '../../../domain/rules/contact-email-required.ts';
import { checked, codes, verdict } from '../decision-input.ts';

describe('R2: each order carries the contact e-mail address', () => {
  it.each([
    { contactEmail: 'hana@hanafoods.example', expected: 'passes' },
    { contactEmail: undefined, expected: 'CONTACT_EMAIL_REQUIRED' },
  ])('$contactEmail: $expected', ({ contactEmail, expected }) => {
    expect(verdict(contactEmailRequired, { order: { contactEmail } })).toBe(expected);
  });

  it('whatever is ordered', () => {
    const order = { type: 'cancel', contactEmail: undefined } as const;
    expect(verdict(contactEmailRequired, { order })).toBe('CONTACT_EMAIL_REQUIRED');
  });

  it('but a machine that renews has no address to give', () => {
    const order = { type: 'renew', contactEmail: undefined } as const;
    expect(verdict(contactEmailRequired, { order, facts: { role: 'machine' } })).toBe('passes');
  });

  it('keeps in the trace that there is an address, and never the address', () => {
    expect(checked(contactEmailRequired).inputs).toEqual({ contactEmailGiven: true, role: 'customer' });
    expect(checked(contactEmailRequired, { order: { contactEmail: undefined } }).inputs).toEqual({
      contactEmailGiven: false,
      role: 'customer',
    });
  });

  it('offers no address, because only the person knows it', () => {
    expect(checked(contactEmailRequired, { order: { contactEmail: undefined } }).failure?.smallestChange).toBeNull();
  });

  it('does not bind where the policy does not name it', () => {
    expect(codes({ order: { contactEmail: undefined } })).toEqual(['CONTACT_EMAIL_REQUIRED']);
    expect(codes({ order: { contactEmail: undefined }, rules: {} })).toEqual([]);
  });
});
