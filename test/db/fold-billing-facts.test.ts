import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BillingFact, foldBillingFacts } from '../../db/fold-billing-facts.ts';
import type { PlainDate, PlainMonth } from '../../domain/plain-date.ts';

let count = 0n;
const fact = (effectiveDate: PlainDate, said: 'billed' | 'paid' | 'neither' | 'paidUnbilled', month = '2026-11') => ({
  id: ++count,
  month: month as PlainMonth,
  billed: said === 'billed' || said === 'paid',
  paid: said === 'paid' || said === 'paidUnbilled',
  effectiveDate,
});

describe('what billing has said of a month', () => {
  it.each<{ facts: BillingFact[]; billedOn: PlainDate | null; paidOn: PlainDate | null; so: string }>([
    { so: 'billed once', facts: [fact('2026-11-01', 'billed')], billedOn: '2026-11-01', paidOn: null },
    {
      so: 'billed, then paid: each since the day it became so',
      facts: [fact('2026-11-01', 'billed'), fact('2026-11-09', 'paid')],
      billedOn: '2026-11-01',
      paidOn: '2026-11-09',
    },
    {
      so: 'said again: still since the first day',
      facts: [fact('2026-11-09', 'paid'), fact('2026-11-12', 'paid')],
      billedOn: '2026-11-09',
      paidOn: '2026-11-09',
    },
    {
      so: 'taken back: not paid, though billed',
      facts: [fact('2026-11-09', 'paid'), fact('2026-11-20', 'billed')],
      billedOn: '2026-11-09',
      paidOn: null,
    },
    {
      so: 'taken back and paid again: since the second time',
      facts: [fact('2026-11-09', 'paid'), fact('2026-11-20', 'billed'), fact('2026-11-25', 'paid')],
      billedOn: '2026-11-09',
      paidOn: '2026-11-25',
    },
    {
      so: 'the older fact came in last: it does not undo the newer one, and holds from its own day',
      facts: [fact('2026-11-09', 'paid'), fact('2026-11-01', 'billed')],
      billedOn: '2026-11-01',
      paidOn: '2026-11-09',
    },
    {
      so: 'two of one day: the one recorded later counts',
      facts: [fact('2026-11-09', 'paid'), fact('2026-11-09', 'neither')],
      billedOn: null,
      paidOn: null,
    },
    {
      so: 'paid before it was billed: both as said',
      facts: [fact('2026-11-02', 'paidUnbilled'), fact('2026-11-03', 'paid')],
      billedOn: '2026-11-03',
      paidOn: '2026-11-02',
    },
  ])('$so', ({ facts, billedOn, paidOn }) => {
    expect(foldBillingFacts(facts)).toEqual([{ month: '2026-11', billedOn, paidOn }]);
  });

  it('is one entry a month, oldest first; a month that nobody spoke of has none', () => {
    const facts = [
      fact('2026-12-01', 'billed', '2026-12'),
      fact('2026-10-01', 'paid', '2026-10'),
      fact('2026-10-01', 'billed', '2025-12'),
    ];
    expect(foldBillingFacts(facts).map(({ month }) => month)).toEqual(['2025-12', '2026-10', '2026-12']);
    expect(foldBillingFacts([])).toEqual([]);
  });

  it('does not depend on the order in which the rows are read', () => {
    const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-11-0${n}` as PlainDate);
    const row = fc.record({ effectiveDate: day, billed: fc.boolean(), paid: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.nat(), (rows, turn) => {
        const facts = rows.map((fields, n) => ({ ...fields, id: BigInt(n), month: '2026-11' as const }));
        const turned = [...facts.slice(turn % (facts.length || 1)), ...facts.slice(0, turn % (facts.length || 1))];
        expect(foldBillingFacts(turned)).toEqual(foldBillingFacts(facts));
      }),
    );
  });
});
