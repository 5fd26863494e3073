import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import { findAccount, listAccounts } from '../../db/accounts.ts';
import { asTenant } from '../../db/client.ts';
import { maySee, visibleAccounts } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { PageQuery, page, pageOf, positionIn } from '../page.ts';
import { Problem } from '../problem.ts';
import { addRoute, nothing } from '../route.ts';
import { ContactEmail, Id, StorableText } from '../text.ts';
import { z } from '../zod-openapi.ts';
import { AccountView, accountEtag, accountView } from './account-view.ts';
import { changeCustomerDetails } from './change-customer-details.ts';

const tag = 'Accounts';
const AccountParams = z.object({ accountId: Id });
/** Shown on one line wherever it is shown. */
const OneLine = StorableText.max(200)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'Is more than a line')
  .regex(/\S/, 'Is empty');

export function addAccountRoutes(
  router: Router,
  registry: OpenAPIRegistry,
  dependencies: Pick<ApiDependencies, 'database'>,
): void {
  const { database } = dependencies;
  addRoute(router, registry, {
    method: 'get',
    path: '/v1/accounts',
    operationId: 'listAccounts',
    summary: 'Accounts, in the order of their ids',
    tag,
    params: nothing,
    query: PageQuery,
    answers: { 200: { description: 'A page of accounts', schema: pageOf(AccountView).openapi('AccountPage') } },
    problems: ['INVALID_REQUEST'],
    async handle({ actor, query: { pageSize, pageToken } }) {
      const after = positionIn(pageToken, Id);
      const accounts = visibleAccounts(actor);
      const accountIds = accounts === 'all' ? undefined : accounts;
      const rows = await asTenant(database, 'changeover_api', actor.tenant, (transaction) =>
        listAccounts(transaction, { accountIds, after, limit: pageSize + 1 }),
      );
      const { items, nextPageToken } = page(rows, pageSize, ({ id }) => id);
      return { status: 200, body: { items: items.map(accountView), nextPageToken } };
    },
  });

  addRoute(router, registry, {
    method: 'get',
    path: '/v1/accounts/{accountId}',
    operationId: 'getAccount',
    summary: 'One account',
    tag,
    params: AccountParams,
    query: nothing,
    answers: { 200: { description: 'The account', schema: AccountView } },
    problems: ['ACCOUNT_NOT_FOUND'],
    async handle({ actor, params: { accountId } }) {
      const account = await asTenant(database, 'changeover_api', actor.tenant, (transaction) =>
        findAccount(transaction, accountId),
      );
      if (!account || !maySee(actor, { tenant: account.tenant, account: accountId })) {
        throw new Problem('ACCOUNT_NOT_FOUND');
      }
      return { status: 200, body: accountView(account), headers: { ETag: accountEtag(account) } };
    },
  });

  addRoute(router, registry, {
    method: 'post',
    path: '/v1/accounts/{accountId}:changeCustomerDetails',
    operationId: 'changeCustomerDetails',
    summary: 'Change the contact, the name or the card reference of an account; no order, possible at any time',
    tag,
    roles: ['customer', 'partner', 'operator'],
    params: AccountParams,
    query: nothing,
    headers: z.object({
      'If-Match': z.string().optional().openapi({ description: 'ETag of the account as it was read' }),
    }),
    body: z
      .strictObject({
        name: OneLine.optional(),
        contactEmail: ContactEmail.optional(),
        cardReference: OneLine.nullable().optional().openapi({
          description: 'What the payment provider calls the card, never a card number; null to have none',
        }),
      })
      .refine((details) => Object.values(details).some((detail) => detail !== undefined), 'Name what is to be changed')
      .openapi('ChangeCustomerDetails'),
    answers: { 200: { description: 'The account as it is now', schema: AccountView } },
    problems: ['MALFORMED_JSON', 'INVALID_REQUEST', 'ACCOUNT_NOT_FOUND', 'PRECONDITION_FAILED', 'CARD_NUMBER_REFUSED'],
    handle: ({ actor, params, body }, req) => changeCustomerDetails(dependencies, actor, params.accountId, body, req),
  });
}
