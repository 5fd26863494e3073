import { ApiFailure } from '../../api/failure.ts';

/** What a person is told when an order could not be taken back. */
export function takeBackFailureWords(error: unknown): string {
  if (!(error instanceof ApiFailure)) return 'Something went wrong. It has not been taken back: try again.';
  const { problem, words } = error;
  if (problem?.code === 'ORDER_NOT_CANCELLABLE') {
    return 'The order can no longer be taken back: it has begun, or is over. What it changes can be changed by another order.';
  }
  const why = problem?.errors?.map(({ message }) => message).join('. ') ?? words.title;
  return `${why}. ${error.isPassing ? 'It is not known whether it has been taken back' : 'It has not been taken back'}: try again.`;
}
