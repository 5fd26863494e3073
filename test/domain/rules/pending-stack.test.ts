import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import { addDays, type PlainDate } from '../../../domain/plain-date.ts';
import { decisionInput, pendingChange, summary } from '../decision-input.ts';
import { groupwareMonthly } from '../products/groupware.ts';

const today: PlainDate = '2026-03-15';
const ofManyDays = (many: number) =>
  Array.from({ length: many }, (_, n) =>
    pendingChange(`order-${n}`, addDays('2026-05-01', n), { quantity: 30 + n, expectedCurrentQuantity: 20 }),
  );
const verdict = (many: number, order: object) =>
  summary(decide(decisionInput({ of: groupwareMonthly, today, facts: { pendingChanges: ofManyDays(many) }, order })));

describe('the pending changes of a subscription', () => {
  const later = { quantity: 25, requestedStartDate: '2026-04-10' };

  it.each([
    { many: 19, order: later, expected: 'accepted from 2026-04-10' },
    { many: 20, order: later, expected: 'TOO_MANY_PENDING_CHANGES' },
    { many: 20, order: { quantity: 25 }, expected: 'accepted from 2026-03-15' },
  ])('are at most twenty, beside what holds at once: with $many, $order: $expected', ({ many, order, expected }) => {
    expect(verdict(many, order)).toBe(expected);
  });
});

describe('an order for a later day', () => {
  it('is judged after what is at work now: R14 in a month with an increase under way', () => {
    const atWork = [pendingChange('at-work', today, { quantity: 22, expectedCurrentQuantity: 20 })];
    const given = { of: groupwareMonthly, today, order: { quantity: 15 } };
    expect(summary(decide(decisionInput(given)))).toBe('accepted from 2026-04-01');
    const facts = { orderAtWork: 'at-work', changesAtWork: atWork };
    expect(summary(decide(decisionInput({ ...given, facts })))).toBe('DECREASE_IN_MONTH_OF_INCREASE');
  });
});

describe('R21: a cancellation of what is not renewed', () => {
  it('is still carried out on its day, after the period has ended', () => {
    const given = {
      of: groupwareMonthly,
      subscription: { autoRenewal: { enabled: false, frequency: 'monthly' as const } },
      order: { type: 'cancel' as const },
    };
    const input = decisionInput({ ...given, today: '2026-04-01' });
    expect(decide({ ...input, moment: 'effect' }).outcome).toBe('accepted');
  });
});
