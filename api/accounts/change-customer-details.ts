import type { Request } from 'express';
import { changeCustomerDetails as change, lockAccount } from '../../db/accounts.ts';
import { asTenant } from '../../db/client.ts';
import { type Actor, maySee } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { checkIfMatch } from '../if-match.ts';
import { Problem } from '../problem.ts';
import type { Answer } from '../route.ts';
import { accountEtag, accountView } from './account-view.ts';
import { holdsCardNumber } from './card-number.ts';

export type CustomerDetailsBody = {
  name?: string | undefined;
  contactEmail?: string | undefined;
  cardReference?: string | null | undefined;
};

/**
 * Changes what is given of an account, at any time: it is no order, and nothing holds it back (S4). Throws ACCOUNT_NOT_FOUND,
 * PRECONDITION_FAILED, CARD_NUMBER_REFUSED.
 */
export function changeCustomerDetails(
  { database }: Pick<ApiDependencies, 'database'>,
  actor: Actor,
  accountId: string,
  details: CustomerDetailsBody,
  req: Request,
): Promise<Answer> {
  return asTenant(database, 'changeover_api', actor.tenant, async (transaction) => {
    const account = await lockAccount(transaction, accountId);
    if (!account || !maySee(actor, { tenant: account.tenant, account: accountId })) {
      throw new Problem('ACCOUNT_NOT_FOUND');
    }
    checkIfMatch(req, accountEtag(account));
    if (details.cardReference && holdsCardNumber(details.cardReference)) throw new Problem('CARD_NUMBER_REFUSED');
    const record = { actor: actor.subject, reason: 'customer details' };
    const changed = (await change(transaction, accountId, details, record)) ?? account;
    return { status: 200, body: accountView(changed), headers: { ETag: accountEtag(changed) } };
  });
}
