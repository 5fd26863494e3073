import { describe, expect, it } from 'vitest';
import { emailError } from '../../../web/order/email-error.ts';

describe('a contact address', () => {
  it.each(['hana@example.com', ' hana@example.com ', 'a+b_c@x-y.example', ''])('%j is left to the rules', (email) => {
    expect(emailError(email)).toBeUndefined();
  });

  it.each(['ｈａｎａ@example.com', 'hana＠example.com', 'häna@example.com', 'ha na@example.com', '花@example.com'])(
    '%j has other than one-byte characters',
    (email) => {
      expect(emailError(email)).toMatch(/one-byte/);
    },
  );

  it.each(['hana', '@example.com', 'hana@', 'a@b@c'])('%j is no address', (email) => {
    expect(emailError(email)).toMatch(/name@example.com/);
  });
});
