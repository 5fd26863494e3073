import { describe, expect, it } from 'vitest';
import { changeCustomerDetails, findAccount } from '../../db/accounts.ts';
import { accountHistory } from '../../db/schema/subscriptions.ts';
import { testDatabase } from './test-database.ts';

const { asApi } = testDatabase();

const change = (accountId: string, details: Parameters<typeof changeCustomerDetails>[2]) =>
  asApi((transaction) => changeCustomerDetails(transaction, accountId, details, { actor: 'bob', reason: 'asked for' }));

describe('customer details (S4: whenever you want)', () => {
  it('change where they are given, and stay where not', async () => {
    expect(await change('acc-bob', { cardReference: 'card-7' })).toMatchObject({
      contactEmail: 'bob@millertools.example',
      cardReference: 'card-7',
    });
    expect(await change('acc-bob', { contactEmail: 'new@millertools.example' })).toMatchObject({
      contactEmail: 'new@millertools.example',
      cardReference: 'card-7',
    });
    expect(await change('acc-bob', { cardReference: null })).toMatchObject({ cardReference: null });
    const after = await change('acc-bob', {});
    expect(after).toEqual(await asApi((transaction) => findAccount(transaction, 'acc-bob')));
  });

  it('leave a row of history for each change, of what it changed, and none where nothing changes', async () => {
    const rows = () => asApi((transaction) => transaction.select().from(accountHistory).orderBy(accountHistory.id));
    const before = (await rows()).length;
    const { contactEmail } = (await change('acc-bob', {})) ?? {};
    await change('acc-bob', { contactEmail, cardReference: 'card-8' });
    await change('acc-bob', { contactEmail, cardReference: 'card-8' });
    expect((await rows()).slice(before)).toMatchObject([
      {
        ...{ accountId: 'acc-bob', actor: 'bob', reason: 'asked for' },
        ...{ before: { cardReference: null }, after: { cardReference: 'card-8' } },
      },
    ]);
  });

  it('of another tenant’s account, or of none, are not there', async () => {
    expect(await change('acc-grace', { cardReference: 'stolen' })).toBeUndefined();
    expect(await change('acc-nobody', {})).toBeUndefined();
  });
});
