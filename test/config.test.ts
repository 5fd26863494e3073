import { describe, expect, it } from 'vitest';
import { apiConfig, ConfigError } from '../config.ts';

const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const configured = (VENDOR_EVENT_SECRETS?: string) =>
  apiConfig({ DATABASE_URL: 'postgres://x', OIDC_ISSUER: 'https://issuer.example', VENDOR_EVENT_SECRETS });

describe('the secrets that vendors sign their events with', () => {
  it('are none where nothing is said, so that no event is accepted', () => {
    expect(configured().VENDOR_EVENT_SECRETS).toEqual({});
  });

  it('are read for each vendor', () => {
    const secrets = { kaspersky: secret, 'trend-micro': `whsec_${Buffer.alloc(64, 9).toString('base64')}` };
    expect(configured(JSON.stringify(secrets)).VENDOR_EVENT_SECRETS).toEqual(secrets);
  });

  it.each([
    ['no JSON', secret],
    ['a list', JSON.stringify([secret])],
    ['a vendor whose name is none', JSON.stringify({ 'Trend Micro': secret })],
    ['no prefix', JSON.stringify({ kaspersky: secret.slice(6) })],
    ['less than 24 bytes', JSON.stringify({ kaspersky: `whsec_${Buffer.alloc(23, 7).toString('base64')}` })],
    ['more than 64 bytes', JSON.stringify({ kaspersky: `whsec_${Buffer.alloc(65, 7).toString('base64')}` })],
    ['what is no base64', JSON.stringify({ kaspersky: `whsec_${'!'.repeat(32)}` })],
  ])('are refused without being repeated: %s', (_, text) => {
    expect(() => configured(text)).toThrow(ConfigError);
    expect(() => configured(text)).toThrow(/VENDOR_EVENT_SECRETS/);
    expect(() => configured(text)).not.toThrow(/BwcHBwcH/);
  });
});
