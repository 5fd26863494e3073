/** Why the sandbox cannot start: one sentence as the message, and what the reader can do about it as the advice. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly advice: string;

  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.advice = advice;
  }
}
