import { createHash } from 'node:crypto';
import type { AccountRow } from '../../db/accounts.ts';
import { z } from '../zod-openapi.ts';

export const AccountView = z
  .object({
    id: z.string(),
    name: z.string(),
    contactEmail: z.string(),
    cardReference: z.string().nullable().openapi({
      description: 'What the payment provider calls the card of the customer; never a card number',
    }),
  })
  .openapi('Account');
export type AccountView = z.infer<typeof AccountView>;

export const accountView = ({ id, name, contactEmail, cardReference }: AccountRow): AccountView => ({
  id,
  name,
  contactEmail,
  cardReference,
});

/** Of what is shown: orders change the address too, and count no version of the account. */
export const accountEtag = (row: AccountRow): string =>
  `"${createHash('sha256')
    .update(JSON.stringify(accountView(row)))
    .digest('base64url')
    .slice(0, 22)}"`;
