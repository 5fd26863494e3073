import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountHistory } from '../../db/schema/subscriptions.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectProblem } from '../support/problem.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const get = (person: string, id: string) => api.as(person, 'GET', `/v1/accounts/${id}`);
const change = (person: string, id: string, body: object, headers: Record<string, string> = {}) =>
  api.as(person, 'POST', `/v1/accounts/${id}:changeCustomerDetails`, { body, headers });
const history = () =>
  api.asOwner((transaction) => transaction.select().from(accountHistory).orderBy(accountHistory.id));

describe('accounts', () => {
  const ids = async (person: string, query = '') => {
    const { body } = await api.as(person, 'GET', `/v1/accounts?${query}`);
    return body.items.map(({ id }: { id: string }) => id);
  };

  it('are shown to customers and partners as theirs, to operators and machines as the whole tenant', async () => {
    expect(await ids('bob')).toEqual(['acc-bob']);
    expect(await ids('hana')).toEqual(['acc-hana', 'acc-hana-kyoto', 'acc-hana-osaka']);
    for (const person of ['paula', 'oscar', 'billing']) {
      expect(await ids(person)).toEqual(['acc-bob', 'acc-hana', 'acc-hana-kyoto', 'acc-hana-osaka']);
    }
    expect(await ids('gus')).toEqual(['acc-grace']);
  });

  it('are read page by page in the order of their ids', async () => {
    const { body } = await api.as('paula', 'GET', '/v1/accounts?pageSize=3');
    expect(await ids('paula', `pageSize=3&pageToken=${body.nextPageToken}`)).toEqual(['acc-hana-osaka']);
  });

  it('tell the contact and what the payment provider calls the card', async () => {
    const { body, headers } = await get('hana', 'acc-hana');
    expect(body).toEqual({
      id: 'acc-hana',
      name: 'Hana Foods',
      contactEmail: 'hana@hanafoods.example',
      cardReference: 'card-hana-1',
    });
    expect(headers.get('etag')).toMatch(/^"[\w-]{22}"$/);
  });

  it('that are somebody else’s are answered, and changed, exactly as those that do not exist', async () => {
    for (const ask of [get, (person: string, id: string) => change(person, id, { name: 'Mine' })]) {
      const absent = await ask('hana', 'acc-absent');
      expectProblem(absent, 'ACCOUNT_NOT_FOUND');
      for (const id of ['acc-bob', 'acc-grace']) expect((await ask('hana', id)).body).toEqual(absent.body);
    }
    expectProblem(await change('gus', 'acc-hana', { name: 'Mine' }), 'ACCOUNT_NOT_FOUND');
    expect(await history()).toEqual([]);
  });
});

describe('customer details (S4: whenever you want)', () => {
  it('are changed by customer, partner and operator, each time with a row of history', async () => {
    expect((await change('bob', 'acc-bob', { contactEmail: 'new@millertools.example' })).body).toMatchObject({
      name: 'Miller Tools',
      contactEmail: 'new@millertools.example',
    });
    expect((await change('paula', 'acc-bob', { cardReference: 'pm_1NXyz' })).status).toBe(200);
    expect((await change('oscar', 'acc-bob', { name: 'Miller Tools & Söhne', cardReference: null })).body).toEqual({
      id: 'acc-bob',
      ...{ name: 'Miller Tools & Söhne', contactEmail: 'new@millertools.example', cardReference: null },
    });
    expect(await history()).toMatchObject([
      {
        actor: 'bob',
        accountId: 'acc-bob',
        before: { contactEmail: 'bob@millertools.example' },
        after: { contactEmail: 'new@millertools.example' },
      },
      { actor: 'paula', before: { cardReference: null }, after: { cardReference: 'pm_1NXyz' } },
      { actor: 'oscar', before: { cardReference: 'pm_1NXyz' }, after: { cardReference: null } },
    ]);
  });

  it('that are so already leave everything as it is', async () => {
    const before = await history();
    const { headers } = await get('bob', 'acc-bob');
    const again = await change('bob', 'acc-bob', { contactEmail: 'new@millertools.example' });
    expect([again.status, again.headers.get('etag')]).toEqual([200, headers.get('etag')]);
    expect(await history()).toEqual(before);
  });

  it('are not changed beside what somebody else has changed since, where If-Match says what was read', async () => {
    const read = (await get('hana', 'acc-hana')).headers.get('etag') ?? '';
    const first = await change('hana', 'acc-hana', { name: 'Hana Foods K.K.' }, { 'if-match': read });
    expect(first.status).toBe(200);
    expectProblem(await change('paula', 'acc-hana', { name: 'Hana' }, { 'if-match': read }), 'PRECONDITION_FAILED');
    const now = first.headers.get('etag') ?? '';
    for (const header of [now, '*', `"other", ${now}`]) {
      expect((await change('paula', 'acc-hana', { name: 'Hana Foods K.K.' }, { 'if-match': header })).status).toBe(200);
    }
  });

  it.each([
    '4111111111111111',
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    'card 5500 0000 0000 0004, exp 12/29',
    '378282246310005',
    '４１１１１１１１１１１１１１１１',
    '4222222222222',
    '6304000000000000000',
    '3782 822463 10005',
    'pm_4111111111111111',
  ])('never hold a card number: %s', async (cardReference) => {
    const answer = await change('hana', 'acc-hana', { cardReference });
    expectProblem(answer, 'CARD_NUMBER_REFUSED');
    expect(JSON.stringify(answer.body)).not.toContain(cardReference);
    expect((await get('hana', 'acc-hana')).body.cardReference).toBe('card-hana-1');
  });

  it.each([
    '4111111111111112',
    'pm_411111111111',
    'a4111111111111111f',
    '00000000-0000-4000-8000-000000000000',
    '41111111111111111111111',
  ])('may hold other references: %s', async (cardReference) => {
    expect((await change('oscar', 'acc-hana-kyoto', { cardReference })).body.cardReference).toBe(cardReference);
  });

  it.each<[string, object]>([
    ['nothing', {}],
    ['an address that is none', { contactEmail: 'hana' }],
    ['an address in full-width characters', { contactEmail: 'ｈａｎａ@hanafoods.example' }],
    ['an address with a line break', { contactEmail: 'a@b.example\r\nBcc: c@d.example' }],
    ['no address', { contactEmail: null }],
    ['an empty name', { name: ' ' }],
    ['a name of two lines', { name: 'Hana\nFoods' }],
    ['a name that cannot be stored', { name: 'a\0b' }],
    ['a name too long', { name: 'n'.repeat(201) }],
    ['an empty reference', { cardReference: '' }],
    ['a number for a reference', { cardReference: 4111 }],
    ['another field', { name: 'Hana', id: 'acc-bob' }],
    ['another tenant', { name: 'Hana', tenant: 'globex' }],
  ])('are refused with %s', async (_, body) => {
    expectProblem(await change('hana', 'acc-hana', body), 'INVALID_REQUEST');
  });

  it('are not for machines to change', async () => {
    expectProblem(await change('billing', 'acc-hana', { name: 'Hana' }), 'ROLE_NOT_ALLOWED');
  });
});
