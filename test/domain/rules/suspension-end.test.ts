import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { suspensionEndAhead } from '../../../domain/rules/suspension-end.ts';
import { decisionInput, type Given, verdict } from '../decision-input.ts';

const suspending = (until: PlainDate | undefined, requestedStartDate?: PlainDate): Given => ({
  facts: { role: 'operator' },
  order: { type: 'suspend', until, requestedStartDate },
});

describe('R24: a subscription is paused for a specified term', () => {
  it.each<{ until: PlainDate | undefined; expected: string }>([
    { until: undefined, expected: 'passes' },
    { until: '2026-03-14', expected: 'SUSPENSION_END_PAST' },
    { until: '2026-03-15', expected: 'SUSPENSION_END_PAST' },
    { until: '2026-03-16', expected: 'passes' },
  ])('until $until, from 2026-03-15: $expected', ({ until, expected }) => {
    expect(verdict(suspensionEndAhead, suspending(until))).toBe(expected);
  });

  it('ends after the day for which it is ordered', () => {
    expect(verdict(suspensionEndAhead, suspending('2026-05-01', '2026-05-01'))).toBe('SUSPENSION_END_PAST');
    expect(verdict(suspensionEndAhead, suspending('2026-05-02', '2026-05-01'))).toBe('passes');
  });

  it('offers the day after its beginning', () => {
    expect(decide(decisionInput(suspending('2026-03-15'))).smallestChange).toEqual({ until: '2026-03-16' });
  });

  it('can be ordered until the day before its end', () => {
    expect(decide(decisionInput(suspending('2026-04-10'))).acceptedUntil).toBe('2026-04-09');
  });
});
