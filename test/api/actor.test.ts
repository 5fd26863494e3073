import { describe, expect, it } from 'vitest';
import { type Actor, ActorClaims, maySee, visibleAccounts } from '../../api/actor.ts';

const actor = (part: Partial<Actor>): Actor => ({
  tenant: 'acme',
  subject: 'someone',
  role: 'customer',
  accounts: [],
  ...part,
});

describe('what an actor may see', () => {
  it.each<[Actor['role'], string[], { tenant: string; account: string }, boolean]>([
    ['customer', ['acc-hana'], { tenant: 'acme', account: 'acc-hana' }, true],
    ['customer', ['acc-hana'], { tenant: 'acme', account: 'acc-bob' }, false],
    ['customer', ['acc-hana'], { tenant: 'globex', account: 'acc-hana' }, false],
    ['customer', [], { tenant: 'acme', account: 'acc-hana' }, false],
    ['partner', ['acc-hana', 'acc-bob'], { tenant: 'acme', account: 'acc-bob' }, true],
    ['partner', ['acc-hana', 'acc-bob'], { tenant: 'acme', account: 'acc-eve' }, false],
    ['operator', [], { tenant: 'acme', account: 'acc-bob' }, true],
    ['operator', [], { tenant: 'globex', account: 'acc-grace' }, false],
    ['machine', [], { tenant: 'acme', account: 'acc-bob' }, true],
    ['machine', [], { tenant: 'globex', account: 'acc-grace' }, false],
  ])('a %s of acme for the accounts %j, asked for %j: %s', (role, accounts, owner, seen) => {
    expect(maySee(actor({ role, accounts }), owner)).toBe(seen);
  });

  it('does not narrow an operator or a machine to the accounts that happen to be listed', () => {
    expect(visibleAccounts(actor({ role: 'operator', accounts: ['acc-hana'] }))).toBe('all');
    expect(visibleAccounts(actor({ role: 'machine', accounts: ['acc-hana'] }))).toBe('all');
  });
});

describe('the claims of a token', () => {
  const claims = { sub: 'hana', tenant: 'acme', role: 'customer', accounts: ['acc-hana'], name: 'Hana Sato', iat: 1 };

  it('become an actor without anything else the token carries', () => {
    expect(ActorClaims.parse(claims)).toEqual({
      tenant: 'acme',
      subject: 'hana',
      role: 'customer',
      accounts: ['acc-hana'],
      name: 'Hana Sato',
    });
  });

  it('give operators and machines no accounts, whatever the token lists', () => {
    expect(ActorClaims.parse({ ...claims, role: 'operator' }).accounts).toEqual([]);
    expect(ActorClaims.parse({ ...claims, role: 'machine', accounts: undefined }).accounts).toEqual([]);
  });

  it('lose a name that cannot be stored, without the person losing access', () => {
    for (const name of ['a\u0000b', '\ud800', 42, '', 'x'.repeat(201)]) {
      expect(ActorClaims.parse({ ...claims, name })).not.toHaveProperty('name');
    }
  });

  it.each([
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['a NUL in the subject', { sub: 'ha\u0000na' }],
    ['no tenant', { tenant: undefined }],
    ['a tenant that is a list', { tenant: ['acme', 'globex'] }],
    ['no role', { role: undefined }],
    ['an unknown role', { role: 'admin' }],
    ['several roles', { role: ['customer', 'operator'] }],
    ['a customer without accounts', { accounts: undefined }],
    ['a partner without accounts', { role: 'partner', accounts: undefined }],
    ['accounts that are text', { accounts: 'acc-hana' }],
    ['an account that is a number', { accounts: ['acc-hana', 7] }],
  ])('are refused with %s', (_what, odd) => {
    expect(ActorClaims.safeParse({ ...claims, ...odd }).success).toBe(false);
  });
});
