import { GivenDate } from '../../plain-date.ts';
import { ContactEmail, Id, StorableText } from '../../text.ts';

import { z } from '../../zod-openapi.ts';
/** What every order may carry beside its type's own fields. */
export const anyOrderFields = {
  contactEmail: ContactEmail.optional(),
  requestedStartDate: GivenDate.optional().openapi({
    description: 'Not before this day; the rules judge the order on it',
  }),
  note: StorableText.max(500).optional(),
};

/** What an order on a subscription carries. */
export const orderFields = {
  subscriptionId: Id.openapi({ example: 'sub-hana-av' }),
  ...anyOrderFields,
  supersede: z.boolean().optional().openapi({ description: 'Consent to replace the pending changes it contradicts' }),
};
