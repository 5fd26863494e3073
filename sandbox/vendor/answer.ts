import type { Response } from 'express';

export type Answer = { status: number; body: object };

export const ok = (body: object): Answer => ({ status: 200, body });

export const refusal = (status: number, code: string, message: string): Answer => ({ status, body: { code, message } });

export function send(res: Response, { status, body }: Answer): void {
  res.status(status).json(body);
}
