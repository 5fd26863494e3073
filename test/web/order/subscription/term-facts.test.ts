import { describe, expect, it } from 'vitest';
import { licenceWords, termFacts } from '../../../../web/order/subscription/term-facts.ts';
import { aSubscription } from '../../support/subscriptions.ts';

const renewalWindow = { start: '2026-11-24', end: '2026-11-30' };

describe('the facts of a term', () => {
  it('are the term and its period', () => {
    expect(termFacts(aSubscription({ renewalWindow }))).toEqual([
      { name: 'Term', value: 'Monthly' },
      { name: 'Service period', value: '1 Nov 2026 to 30 Nov 2026' },
    ]);
  });

  it('have the renewal window of an annual one', () => {
    expect(termFacts(aSubscription({ term: 'annual', renewalWindow }))).toContainEqual({
      name: 'Renewal window',
      value: '24 Nov 2026 to 30 Nov 2026',
    });
  });

  it.each([
    ['normal', '2026-12-15', null],
    [null, null, null],
    ['expiringSoon', '2026-12-15', 'Expires soon: 15 Dec 2026'],
    ['expiringSoon', null, 'Expires soon'],
    ['expired', '2026-11-01', 'Expired: 1 Nov 2026'],
    ['expired', null, 'Expired'],
  ] as const)('of a licence that is %s on %s say: %s', (status, date, words) => {
    expect(licenceWords(status, date)).toBe(words);
  });
});
