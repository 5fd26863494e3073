import { expect } from 'vitest';
import { type ProblemCode, problemCodes } from '../../api/problem-codes.ts';
import type { Answer } from './http.ts';

/** Holds an answer against the form every problem has: RFC 9457 with the status, title and advice that its code stands for. */
export function expectProblem(answer: Answer, code: ProblemCode, members: object = {}): void {
  const { status, title, advice } = problemCodes[code];
  expect({ status: answer.status, type: answer.headers.get('content-type'), body: answer.body }).toMatchObject({
    status,
    type: expect.stringContaining('application/problem+json'),
    body: { type: `urn:changeover:problem:${code}`, code, status, title, advice, ...members },
  });
  expect(answer.body.detail).toMatch(/\S/);
}
