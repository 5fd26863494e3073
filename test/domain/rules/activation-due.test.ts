import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import { decisionInput, type Given, summary } from '../decision-input.ts';
import { worryFree } from '../products/worry-free.ts';

const waiting = (mode: 'firstLogon' | 'onDate' | 'code', date: Given['today'] | null = null): Given => ({
  of: worryFree,
  subscription: { state: 'pendingActivation', activation: { mode, date } },
  facts: { role: 'operator' },
  order: { type: 'activate' },
  today: '2026-03-15',
});

describe('R13: what is to be activated on a date is activated by an operator’s order from that date on', () => {
  it.each([
    { mode: 'onDate', date: '2026-03-14', expected: 'accepted from 2026-03-15' },
    { mode: 'onDate', date: '2026-03-15', expected: 'accepted from 2026-03-15' },
    { mode: 'onDate', date: '2026-03-16', expected: 'SUBSCRIPTION_NOT_ACTIVATED' },
    { mode: 'firstLogon', date: null, expected: 'SUBSCRIPTION_NOT_ACTIVATED' },
    { mode: 'code', date: null, expected: 'SUBSCRIPTION_NOT_ACTIVATED' },
  ] as const)('$mode, $date: $expected', ({ mode, date, expected }) => {
    expect(summary(decide(decisionInput(waiting(mode, date))))).toBe(expected);
  });
});

describe('R24: a suspension whose end has come', () => {
  const over: Given = {
    of: worryFree,
    subscription: { state: 'suspended', suspendedUntil: '2026-03-14' },
    facts: { role: 'operator' },
    today: '2026-03-15',
  };

  it('is lifted by an operator’s order, as long as nothing has lifted it', () => {
    expect(summary(decide(decisionInput({ ...over, order: { type: 'activate' } })))).toBe('accepted from 2026-03-15');
  });

  it('is not begun a second time', () => {
    expect(summary(decide(decisionInput({ ...over, order: { type: 'suspend' } })))).toBe('SUBSCRIPTION_SUSPENDED');
  });
});
