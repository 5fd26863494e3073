import type { Stage } from './stage.ts';

export type ProgressWords = {
  title: string;
  text: string[];
  /** There is nothing the person has to wait for here. */
  mayClose: boolean;
};

/** What the progress window says of an order at this stage. */
export function progressWords(
  { kind, isOutOfTouch }: Stage,
  { isLate, supportContact }: { isLate: boolean; supportContact: string },
): ProgressWords {
  const processed = (...text: string[]) => ({ title: 'Being processed', text, mayClose: isLate });
  switch (kind) {
    case 'unanswered':
      if (!isLate)
        return processed(isOutOfTouch ? 'There is no answer yet. Trying again.' : 'Your order is being sent.');
      return processed(
        'There is no answer yet. Your order is sent again until there is one, and is never placed twice.',
        'You may close this window, but keep this browser tab open.',
      );
    case 'undecided':
      if (!isLate) return processed('Your order has been taken and is being checked.');
      return processed('Your order has been taken. Its check takes longer than usual and goes on by itself.', CLOSE);
    case 'atWork':
      if (!isLate) return processed(isOutOfTouch ? OUT_OF_TOUCH : 'Your order is being carried out.');
      return processed(
        'The vendor takes longer than usual. Your order goes on by itself: there is nothing you need to do.',
        CLOSE,
        ...(isOutOfTouch ? [OUT_OF_TOUCH] : []),
      );
    case 'held':
      return {
        title: 'Being looked into',
        text: [
          'Your order could not be finished by itself, and somebody is looking into it. Please do not order again.',
          CLOSE,
          `If it is urgent, contact ${supportContact} and name the order below.`,
        ],
        mayClose: true,
      };
    case 'completed':
      return { title: 'Order completed', text: ['Your order has been carried out.'], mayClose: true };
    default:
      return kind satisfies never;
  }
}

const CLOSE = 'You may close this window: the result will be shown on your next visit.';
const OUT_OF_TOUCH = 'The connection is interrupted; your order goes on.';
