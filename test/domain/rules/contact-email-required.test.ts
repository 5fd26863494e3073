import { describe, expect, it } from 'vitest';
import { contactEmailRequired } from '../../../domain/rules/contact-email-required.ts';
import { decisionInput, verdict } from '../decision-input.ts';

describe('R2: each order carries the contact e-mail address', () => {
  it.each([
    { contactEmail: 'hana@hanafoods.example', expected: 'passes' },
    { contactEmail: undefined, expected: 'CONTACT_EMAIL_REQUIRED' },
  ])('$contactEmail: $expected', ({ contactEmail, expected }) => {
    expect(verdict(contactEmailRequired, { order: { contactEmail } })).toBe(expected);
  });

  it('keeps in the trace that there is an address, and never the address', () => {
    expect(contactEmailRequired.check(decisionInput()).inputs).toEqual({ contactEmailGiven: true });
    expect(contactEmailRequired.check(decisionInput({ order: { contactEmail: undefined } })).inputs).toEqual({
      contactEmailGiven: false,
    });
  });

  it('offers no address, because only the person knows it', () => {
    const { failure } = contactEmailRequired.check(decisionInput({ order: { contactEmail: undefined } }));
    expect(failure?.smallestChange).toBeNull();
  });
});
