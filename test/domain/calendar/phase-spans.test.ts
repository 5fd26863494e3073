import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phaseOn } from '../../../domain/calendar/phase.ts';
import { type PhaseSpan, phaseSpans } from '../../../domain/calendar/phase-spans.ts';
import { addDays, addMonths, type PlainDate } from '../../../domain/plain-date.ts';
import { advance, hasEnded, type World } from '../../../domain/world.ts';
import { calmInput } from '../arbitrary-input.ts';
import { decisionInput, type Given, pendingChange } from '../decision-input.ts';
import { groupwareAnnual } from '../products/groupware.ts';

function spansOf(given: Given, until: PlainDate): PhaseSpan[] {
  const { today, subscription, facts, product, policy } = decisionInput({ of: groupwareAnnual, ...given });
  const world: World = { date: today, subscription, facts };
  return phaseSpans([world, ...advance(world, product, until).steps.map((step) => step.world)], policy, until);
}

describe('R18, R19, R20: the phases of the months to come', () => {
  it('of S4’s year, and the next', () => {
    expect(spansOf({ today: '2026-06-15' }, '2027-12-31')).toEqual([
      { from: '2026-06-15', until: '2026-11-30', phase: 'servicePeriod' },
      { from: '2026-12-01', until: '2026-12-31', phase: 'renewalWindow' },
      { from: '2027-01-01', until: '2027-11-30', phase: 'servicePeriod' },
      { from: '2027-12-01', until: '2027-12-31', phase: 'renewalWindow' },
    ]);
  });

  it('with a window that billing has closed', () => {
    const facts = { billingPeriods: [{ month: '2027-01', billedOn: '2026-12-28', paidOn: null }] } as const;
    expect(spansOf({ today: '2026-12-10', facts }, '2027-01-31')).toEqual([
      { from: '2026-12-10', until: '2026-12-27', phase: 'renewalWindow' },
      { from: '2026-12-28', until: '2026-12-31', phase: 'renewalWindowClosed' },
      { from: '2027-01-01', until: '2027-01-31', phase: 'servicePeriod' },
    ]);
  });

  it('with a change to monthly, and with an end', () => {
    const monthly = pendingChange('monthly', '2027-01-01', { type: 'changeTerm', term: 'monthly' }, '2026-12-05');
    const cancel = pendingChange('cancel', '2027-03-01', { type: 'cancel' }, '2026-12-05');
    expect(spansOf({ today: '2026-12-10', facts: { pendingChanges: [monthly, cancel] } }, '2027-06-30')).toEqual([
      { from: '2026-12-10', until: '2026-12-31', phase: 'renewalWindow' },
      { from: '2027-01-01', until: '2027-02-28', phase: 'monthly' },
      { from: '2027-03-01', until: '2027-06-30', phase: 'ended' },
    ]);
  });

  it('partition the time: no day is left out, none is in two, and each is in the phase of its day', () => {
    const held = calmInput.filter(({ order }) => order.type !== 'purchase');
    fc.assert(
      fc.property(held, fc.nat(540), ({ subscription, product, policy, facts, today }, days) => {
        const until = addMonths(today, 18);
        const start: World = { date: today, subscription, facts };
        const worlds = [start, ...advance(start, product, until).steps.map(({ world }) => world)];
        const spans = phaseSpans(worlds, policy, until);
        expect(spans[0]?.from).toBe(today);
        expect(spans.at(-1)?.until).toBe(until);
        spans.forEach((span, index) => {
          expect(span.from <= span.until).toBe(true);
          const next = spans[index + 1];
          if (next === undefined) return;
          expect(next.from).toBe(addDays(span.until, 1));
          expect(next.phase).not.toBe(span.phase);
        });
        const day = addDays(today, days);
        const then = advance(start, product, day).world;
        const expected = hasEnded(then.subscription)
          ? 'ended'
          : phaseOn(then.subscription, policy, facts.billingPeriods, day);
        expect(spans.find(({ from, until: last }) => from <= day && day <= last)?.phase).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });
});
