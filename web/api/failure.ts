import type { Problem } from '../../client/generated/types.gen.ts';

/** A request without the answer it wanted: with the API's problem, or with no answer of the API at all (`problem` null). */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly problem: Problem | null;
  /** HTTP status; null when nothing answered. */
  readonly status: number | null;

  constructor(
    { problem = null, status = null }: { problem?: Problem | null; status?: number | null },
    options?: ErrorOptions,
  ) {
    super(problem?.detail ?? (status === null ? 'Nothing answered' : `Answered ${status}`), options);
    this.problem = problem;
    this.status = status;
  }

  /** Whether the same request may well be answered later. */
  get isPassing(): boolean {
    return this.status === null || this.status >= 500 || this.status === 408 || this.status === 429;
  }

  /** What a person is told. */
  get words(): { title: string; text: string } {
    if (this.problem) return { title: this.problem.title, text: this.problem.detail };
    return this.status === null
      ? { title: 'The service cannot be reached', text: 'Check your connection. Nothing you have ordered is lost.' }
      : { title: 'The service cannot answer now', text: `It answered with ${this.status}. Please try again shortly.` };
  }
}

type Answer<T> = { data?: T | undefined; error?: unknown; response?: Response | undefined };

/** What a call of the generated client answered. Throws ApiFailure for everything else, and a cancelled call's own error. */
export async function answerOf<T>(call: Promise<Answer<T>>): Promise<T> {
  // The generated client throws what it cannot read; that is no answer either.
  const { data, error, response }: Answer<T> = await call.catch((error: unknown) => ({ error }));
  if (response?.ok && data !== undefined) return data;
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  throw new ApiFailure(
    { problem: isProblem(error) ? error : null, status: response?.status ?? null },
    { cause: error },
  );
}

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'code' in error && 'title' in error && 'detail' in error;
