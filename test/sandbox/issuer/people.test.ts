import { describe, expect, it } from 'vitest';
import { people } from '../../../sandbox/issuer/people.ts';

describe('the people of the sandbox', () => {
  it('are these, of two sellers', () => {
    expect(people.map(({ id, tenant, role, accounts }) => [id, tenant, role, ...accounts].join(' '))).toEqual([
      'hana acme customer acc-hana acc-hana-osaka acc-hana-kyoto',
      'bob acme customer acc-bob',
      'paula acme partner acc-hana acc-hana-osaka acc-hana-kyoto acc-bob',
      'oscar acme operator',
      'billing acme machine',
      'grace globex customer acc-grace',
      'gus globex operator',
    ]);
  });
});
