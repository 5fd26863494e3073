import { describe, expect, it } from 'vitest';
import { rejections } from '../../../../domain/rejections.ts';
import { ApiFailure } from '../../../../web/api/failure.ts';
import { eligibilityWords } from '../../../../web/order/rejection/eligibility-words.ts';
import { orderRejection } from '../../../../web/order/rejection/order-rejection.ts';
import { aFailure, request } from '../../support/orders.ts';

describe('what a person is told of a rejection', () => {
  it.each(Object.entries(rejections))('names no header or field of the API (%s)', (code, { advice }) => {
    expect(orderRejection(aFailure({ code, advice }), request).advice).not.toMatch(/Idempotency|[a-z][A-Z]/);
  });

  it('is the API’s own advice where it speaks to people', () => {
    const { advice } = rejections.BELOW_MINIMUM_QUANTITY;
    expect(orderRejection(aFailure({ code: 'BELOW_MINIMUM_QUANTITY', advice }), request).advice).toBe(advice);
  });

  it('has a title even when what answered was not the API', () => {
    expect(orderRejection(new ApiFailure({ status: 413 }), request)).toMatchObject({
      code: null,
      title: 'The service cannot answer now',
      advice: null,
      reasons: [],
      fieldErrors: [],
    });
  });
});

describe('the dates of a rejection', () => {
  it.each([
    ['2026-12-01', '2026-12-31', 'Possible from 1 Dec 2026 to 31 Dec 2026.'],
    ['2026-12-01', null, 'Possible from 1 Dec 2026.'],
    [null, '2026-12-31', 'Possible until 31 Dec 2026.'],
    [null, null, null],
  ])('%s to %s read: %s', (eligibleFrom, eligibleUntil, words) => {
    expect(eligibilityWords({ eligibleFrom, eligibleUntil })).toBe(words);
  });
});
