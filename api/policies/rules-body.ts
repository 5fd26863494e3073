import { z } from '../zod-openapi.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rules of a draft as they were sent. What is wrong with them is told as findings, each with its place, not as a bad request. */
export const RulesBody = z.custom<Record<string, unknown>>(isObject, 'Is not an object').openapi({
  type: 'object',
  additionalProperties: true,
  description: 'Each rule of the policy with its parameters; a rule that is not named does not bind',
  example: { contactEmailRequired: {}, coolingOff: { days: 14 } },
});
