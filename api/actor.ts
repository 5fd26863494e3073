import { z } from 'zod';

/** Who sends a request, as the verified access token says it. */
export type Actor = {
  tenant: string;
  /** The token's `sub`: unique within its issuer. */
  subject: string;
  role: 'customer' | 'partner' | 'operator' | 'machine';
  /** The accounts it may act for. Says nothing for operators and machines, who see their whole tenant. */
  accounts: readonly string[];
  /** For people to read; never used to decide anything. */
  name?: string;
};

/** The accounts of its own tenant that the actor may see: `'all'`, or exactly these (possibly none). */
export const visibleAccounts = (actor: Actor): readonly string[] | 'all' =>
  actor.role === 'operator' || actor.role === 'machine' ? 'all' : actor.accounts;

/** Whether the actor may see what belongs to this account of this tenant; if not, it is answered like something absent (404). */
export function maySee(actor: Actor, owner: { tenant: string; account: string }): boolean {
  const accounts = visibleAccounts(actor);
  return actor.tenant === owner.tenant && (accounts === 'all' || accounts.includes(owner.account));
}

/** Printable ASCII, as OpenID Connect asks of `sub`; it also keeps out what Postgres cannot store. */
const Identifier = z.string().regex(/^[\x21-\x7e]{1,255}$/);

const Somebody = z.object({
  sub: Identifier,
  tenant: Identifier,
  // Only a label: one that cannot be shown or stored is no reason to keep somebody out.
  name: z
    .string()
    .regex(/^[^\p{Cc}\p{Cs}]{1,200}$/u)
    .optional()
    .catch(undefined),
});

/** Reads the actor from an access token's claims: `sub`, `tenant`, `role`, `name`, and for customers and partners `accounts`. */
export const ActorClaims = z
  .discriminatedUnion('role', [
    Somebody.extend({ role: z.enum(['customer', 'partner']), accounts: z.array(Identifier) }),
    Somebody.extend({ role: z.enum(['operator', 'machine']) }).transform((claims) => ({ ...claims, accounts: [] })),
  ])
  .transform(({ sub, name, ...rest }): Actor => ({ ...rest, subject: sub, ...(name !== undefined && { name }) }));
