/** The API's advice speaks to whoever programs against it; where it names headers and fields, this says the same to a person at the screen. */
const atTheScreen: Readonly<Record<string, string>> = {
  INVALID_REQUEST: 'Correct the fields marked below.',
  ORDER_IN_PROGRESS: 'Wait until that order has finished, then send this one again.',
  UNACKNOWLEDGED_ORDER: 'Confirm the order status notification of the earlier order, then send this one again.',
  STALE_QUANTITY: 'It has been read again. Decide on its present quantity, then send your order again.',
  CONFIRM_TOTAL: 'Say which of the two you mean.',
  CONTACT_EMAIL_REQUIRED: 'Enter your email address below.',
  IDEMPOTENCY_KEY_REUSED: 'Send the order again.',
};

export const adviceFor = ({ code, advice }: { code: string; advice: string }): string => atTheScreen[code] ?? advice;
