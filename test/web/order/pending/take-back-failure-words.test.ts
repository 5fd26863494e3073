import { describe, expect, it } from 'vitest';
import { ApiFailure } from '../../../../web/api/failure.ts';
import { takeBackFailureWords } from '../../../../web/order/pending/take-back-failure-words.ts';
import { aFailure } from '../../support/orders.ts';

describe('an order that could not be taken back', () => {
  it('has begun: another order changes it', () => {
    expect(takeBackFailureWords(aFailure({ status: 409, code: 'ORDER_NOT_CANCELLABLE' }))).toMatch(
      /can no longer be taken back.*another order/,
    );
  });

  it('may have been taken back where no answer came', () => {
    expect(takeBackFailureWords(new ApiFailure({}))).toBe(
      'The service cannot be reached. It is not known whether it has been taken back: try again.',
    );
  });

  it('is wrong in a field', () => {
    const errors = [{ field: 'reason', message: 'Too long' }];
    expect(takeBackFailureWords(aFailure({ status: 400, code: 'INVALID_REQUEST', errors }))).toBe(
      'Too long. It has not been taken back: try again.',
    );
  });

  it('failed in a way nobody foresaw', () => {
    expect(takeBackFailureWords(new Error('x'))).toMatch(/^Something went wrong/);
  });
});
