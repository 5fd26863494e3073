import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { keptSecret, keptSigningSecret } from '../../sandbox/kept-secret.ts';
import { freshFolder } from '../support/folder.ts';

describe('a kept secret', () => {
  it('is made once, for its owner’s eyes only, and another one each time it is made', () => {
    const [one, other] = [join(freshFolder(), 'one.key'), join(freshFolder(), 'other.key')];
    expect(keptSecret(one)).toBe(keptSecret(one));
    expect(keptSecret(one)).not.toBe(keptSecret(other));
    expect(statSync(one).mode & 0o777).toBe(0o600);
  });

  it('is given in the form that webhooks are signed with', () => {
    const secret = keptSigningSecret(join(freshFolder(), 'events.key'));
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
    expect(() => new Webhook(secret)).not.toThrow();
  });
});
