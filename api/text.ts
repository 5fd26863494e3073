import { z } from './zod-openapi.ts';

/** Text that Postgres and JSON can carry: no NUL, no half of a surrogate pair. */
const storable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

export const StorableText = z.string().refine(storable, 'Contains characters that cannot be stored');

/** An id given by Changeover's catalogue. */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'Is not an id');

/** R2: a contact address of one-byte characters. */
export const ContactEmail = z
  .string()
  .max(254)
  .regex(/^[\x21-\x7e]*$/, 'Use one-byte (ASCII) characters')
  .pipe(z.email('Is not an e-mail address'))
  .openapi({ example: 'hana@example.com' });
