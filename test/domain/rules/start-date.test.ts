import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { undoneAtOnce } from '../../../domain/rules/cancel-rules.ts';
import { startDateNear, startDateNotPast } from '../../../domain/rules/start-date.ts';
import { codes, decisionInput, verdict } from '../decision-input.ts';

const starting = (requestedStartDate: PlainDate | undefined) => ({ order: { quantity: 6, requestedStartDate } });

describe('an order starts today or on a later day', () => {
  it.each<{ start: PlainDate | undefined; expected: string }>([
    { start: undefined, expected: 'passes' },
    { start: '2026-03-14', expected: 'START_DATE_PAST' },
    { start: '2026-03-15', expected: 'passes' },
    { start: '2026-03-16', expected: 'passes' },
  ])('$start on 2026-03-15: $expected', ({ start, expected }) => {
    expect(verdict(startDateNotPast, starting(start))).toBe(expected);
  });

  it('in the past, today is offered', () => {
    expect(decide(decisionInput(starting('2026-03-01'))).smallestChange).toEqual({ requestedStartDate: '2026-03-15' });
  });
});

describe('an order starts within 18 months', () => {
  it.each<{ start: PlainDate; expected: string }>([
    { start: '2027-09-15', expected: 'passes' },
    { start: '2027-09-16', expected: 'START_DATE_TOO_FAR' },
    { start: '9999-12-31', expected: 'START_DATE_TOO_FAR' },
  ])('$start on 2026-03-15: $expected', ({ start, expected }) => {
    expect(verdict(startDateNear, starting(start))).toBe(expected);
  });

  it.each<{ today: PlainDate; last: PlainDate }>([
    { today: '2026-08-31', last: '2028-02-29' },
    { today: '2027-08-31', last: '2029-02-28' },
  ])('counted by the calendar: from $today to $last', ({ today, last }) => {
    const given = { today, ...starting('9999-12-31') };
    expect(decide(decisionInput(given)).smallestChange).toEqual({ requestedStartDate: last });
  });
});

describe('both bind every product', () => {
  it('also where the policy names nothing', () => {
    expect(codes({ ...starting('2026-03-14'), rules: {} })).toEqual(['START_DATE_PAST']);
    expect(codes({ ...starting('2027-09-16'), rules: {} })).toEqual(['START_DATE_TOO_FAR']);
  });
});

describe('a cancellation is undone at once', () => {
  it.each<{ start: PlainDate | undefined; expected: string }>([
    { start: undefined, expected: 'passes' },
    { start: '2026-03-15', expected: 'passes' },
    { start: '2026-03-16', expected: 'START_DATE_NOT_OFFERED' },
  ])('for $start on 2026-03-15: $expected', ({ start, expected }) => {
    expect(verdict(undoneAtOnce, { order: { type: 'undoCancel', requestedStartDate: start } })).toBe(expected);
  });
});
