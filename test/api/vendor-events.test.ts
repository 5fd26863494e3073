import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vendorEvents } from '../../db/schema/facts.ts';
import { subscriptionHistory } from '../../db/schema/subscriptions.ts';
import { type Api, startApi, vendorEventSecrets } from '../support/api.ts';
import { type Answer, send } from '../support/http.ts';
import { expectProblem } from '../support/problem.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** What Kaspersky reports of Hana's seats, unless said otherwise. */
const report = (fields: object = {}) => ({
  tenant: 'acme',
  vendor: 'kaspersky',
  type: 'assignedQuantity',
  effectiveAt: minutesAgo(1).toISOString(),
  data: { subscriptionId: 'vendor-sub-hana-endpoint', quantity: 19 },
  ...fields,
});
const plan = (type: string, data: object, fields: object = {}) =>
  report({ vendor: 'trend-micro', type, data: { planId: 'worry-free-services-standard', ...data }, ...fields });

type Signing = { secret?: string; id?: string; at?: Date; headers?: Record<string, string>; sent?: string };

/** Sends an event as its vendor does; `sent` goes out instead of what was signed. */
function post(event: unknown, signing: Signing = {}): Promise<Answer> {
  const { secret = vendorEventSecrets.kaspersky, id = `evt_${randomUUID()}`, at = new Date(), headers = {} } = signing;
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  return send(api.url, 'POST', '/v1/vendor-events', {
    raw: signing.sent ?? body,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
      ...headers,
    },
  });
}
const trendMicro = { secret: vendorEventSecrets['trend-micro'] };

const kept = () => api.asOwner((transaction) => transaction.select().from(vendorEvents));
const assigned = async (id = 'sub-hana-endpoint') =>
  (await api.as('oscar', 'GET', `/v1/subscriptions/${id}`)).body.assignedQuantity;
const historyOf = (id: string) =>
  api.asOwner((transaction) =>
    transaction
      .select()
      .from(subscriptionHistory)
      .where(eq(subscriptionHistory.subscriptionId, id))
      .orderBy(subscriptionHistory.version),
  );
const planNow = async (id = 'worry-free-services-standard') => (await api.as('hana', 'GET', `/v1/plans/${id}`)).body;

describe('an event whose signature is not right', () => {
  const tooOld = { at: minutesAgo(6) };
  it.each<[string, Signing]>([
    ['with another secret', trendMicro],
    ['that was changed on the way', { sent: JSON.stringify(report({ data: { quantity: 1 } })) }],
    ['with a space more', { sent: `${JSON.stringify(report())} ` }],
    ['signed six minutes ago', tooOld],
    ['signed six minutes ahead', { at: minutesAgo(-6) }],
    ['signed long ago and said to be of now', { ...tooOld, headers: { 'webhook-timestamp': now() } }],
    ['under another id than was signed', { headers: { 'webhook-id': 'evt_other' } }],
    ['without an id', { headers: { 'webhook-id': '' } }],
    ['without a time', { headers: { 'webhook-timestamp': '' } }],
    ['with no time', { headers: { 'webhook-timestamp': 'now' } }],
    ['without a signature', { headers: { 'webhook-signature': '' } }],
    ['with a signature that is none', { headers: { 'webhook-signature': 'v1' } }],
    ['with an empty signature', { headers: { 'webhook-signature': 'v1,' } }],
    ['of another version', { headers: { 'webhook-signature': 'v2,abc' } }],
    ['with half a signature', { headers: { 'webhook-signature': 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN' } }],
    ['with nothing in it', { sent: '' }],
  ])('is not taken: %s', async (_, signing) => {
    const answer = await post(report(), signing);
    expectProblem(answer, 'SIGNATURE_INVALID');
    expect(answer.body).not.toHaveProperty('errors');
    expect(await kept()).toEqual([]);
  });

  it('is not taken whatever it is, and says nothing of it', async () => {
    const wrong = await post('not json', trendMicro).then(() => post('{"vendor":5}', { secret: other }));
    const shaped = await post(report(), { secret: other });
    expectProblem(wrong, 'SIGNATURE_INVALID');
    expect(wrong.body).toEqual(shaped.body);
  });

  it('is not taken with a token in its place, not even an operator’s', async () => {
    const answer = await api.as('oscar', 'POST', '/v1/vendor-events', { body: report() });
    expectProblem(answer, 'SIGNATURE_INVALID');
  });

  it('is not taken from a vendor in another vendor’s name, nor from one without a secret', async () => {
    expectProblem(await post(report(), trendMicro), 'SIGNATURE_INVALID');
    expectProblem(await post(report({ vendor: 'groupware' })), 'SIGNATURE_INVALID');
    expectProblem(await post(report({ vendor: '__proto__' })), 'INVALID_REQUEST');
    expect(await kept()).toEqual([]);
  });
});

const other = `whsec_${Buffer.from('nobody’s secret, 24 bytes').toString('base64')}`;
function now() {
  return String(Math.floor(Date.now() / 1000));
}

describe('an event that is signed but has not the form of one', () => {
  it.each<[string, object, string]>([
    ['an unknown type', { type: 'renewed' }, 'type'],
    ['no type', { type: undefined }, 'type'],
    ['no data', { data: undefined }, 'data'],
    ['data of another type', { data: { planId: 'endpoint-security-standard' } }, 'data.subscriptionId'],
    ['a negative quantity', { data: { subscriptionId: 'vendor-x', quantity: -1 } }, 'data.quantity'],
    ['half a unit', { data: { subscriptionId: 'vendor-x', quantity: 0.5 } }, 'data.quantity'],
    ['more than there can be', { data: { subscriptionId: 'vendor-x', quantity: 2 ** 31 } }, 'data.quantity'],
    ['no quantity', { data: { subscriptionId: 'vendor-x' } }, 'data.quantity'],
    ['a name that is none', { data: { subscriptionId: 'vendor\0x', quantity: 1 } }, 'data.subscriptionId'],
    ['an impossible instant', { effectiveAt: '2026-02-30T00:00:00Z' }, 'effectiveAt'],
    ['an instant without a zone', { effectiveAt: '2026-02-03T00:00:00' }, 'effectiveAt'],
    ['a day for an instant', { effectiveAt: '2026-02-03' }, 'effectiveAt'],
    ['an instant before there was anything', { effectiveAt: '0001-01-01T00:00:00Z' }, 'effectiveAt'],
    ['a tenant that is none', { tenant: 'a\0b' }, 'tenant'],
    ['another field', { state: 'active' }, 'state'],
  ])('is refused with its place: %s', async (_, fields, field) => {
    expectProblem(await post(report(fields)), 'INVALID_REQUEST', {
      errors: expect.arrayContaining([{ field, message: expect.stringMatching(/\S/) }]),
    });
  });

  it.each<[string, object, string]>([
    ['an impossible day', { endOfSaleDate: null, endOfLifeDate: '2027-02-29' }, 'data.endOfLifeDate'],
    ['one day only', { endOfSaleDate: '2027-01-01' }, 'data.endOfLifeDate'],
    [
      'an end of life before the end of sale',
      { endOfSaleDate: '2027-03-01', endOfLifeDate: '2027-02-28' },
      'data.endOfLifeDate',
    ],
  ])('is refused with its place, of a plan: %s', async (_, data, field) => {
    expectProblem(await post(plan('planLifecycle', data), trendMicro), 'INVALID_REQUEST', {
      errors: [{ field, message: expect.stringMatching(/\S/) }],
    });
  });

  it('is refused when it is no JSON, or says a field twice, or calls itself something else', async () => {
    expectProblem(await post('{"tenant":'), 'MALFORMED_JSON');
    expectProblem(await post(JSON.stringify(report()).replace('{', '{"type":"expired",')), 'MALFORMED_JSON');
    expectProblem(await post(report(), { headers: { 'content-type': 'text/plain' } }), 'UNSUPPORTED_MEDIA_TYPE');
    expectProblem(await post(report(), { headers: { 'content-encoding': 'gzip' } }), 'UNSUPPORTED_MEDIA_TYPE');
    expectProblem(await post('x'.repeat(200_000)), 'PAYLOAD_TOO_LARGE');
    expectProblem(await post(report(), { id: 'evt.1' }), 'INVALID_REQUEST', { errors: [{ field: 'webhook-id' }] });
  });

  it('is refused when it tells of what has not happened', async () => {
    const ahead = report({ effectiveAt: minutesAgo(-10).toISOString() });
    expectProblem(await post(ahead), 'FACT_IN_FUTURE', { latest: expect.stringMatching(/Z$/) });
    expect(await kept()).toEqual([]);
  });
});

describe('an event about what is not known here', () => {
  it.each<[string, object]>([
    ['a subscription that is not there', report({ data: { subscriptionId: 'vendor-sub-absent', quantity: 1 } })],
    ['Changeover’s own name of one', report({ data: { subscriptionId: 'sub-hana-endpoint', quantity: 1 } })],
    ['a subscription of another vendor’s', report({ data: { subscriptionId: 'vendor-sub-hana-av', quantity: 1 } })],
    [
      'a subscription of another seller',
      report({ data: { subscriptionId: 'vendor-sub-grace-endpoint', quantity: 1 } }),
    ],
    ['a seller that is not there', report({ tenant: 'nobody' })],
    ['a plan that is not there', report({ type: 'compositionChanged', data: { planId: 'absent' } })],
    [
      'a plan of another vendor’s',
      report({ type: 'compositionChanged', data: { planId: 'worry-free-suite-essentials' } }),
    ],
  ])('is not kept, so that it may come again: %s', async (_, event) => {
    expectProblem(await post(event), 'VENDOR_EVENT_SUBJECT_UNKNOWN');
    expect(await kept()).toEqual([]);
  });
});

describe('an event of the units in use', () => {
  it('is applied once, with a row of history in the vendor’s name, however often and at once it comes', async () => {
    const event = report({ data: { subscriptionId: 'vendor-sub-hana-endpoint', quantity: 21 } });
    const signing = { id: `evt_${randomUUID()}` };
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(event, signing)));
    expect(answers.map(({ status, body }) => [status, body.outcome]).sort()).toEqual([
      [200, 'applied'],
      ...Array(3).fill([200, 'duplicate']),
    ]);
    expect(await assigned()).toBe(21);
    expect((await historyOf('sub-hana-endpoint')).slice(1)).toMatchObject([
      { version: 2, orderId: null, actor: 'vendor kaspersky', snapshot: { assignedQuantity: 21 } },
    ]);
  });

  it('that repeats an id with another content changes nothing', async () => {
    const id = `evt_${randomUUID()}`;
    await post(report({ data: { subscriptionId: 'vendor-sub-hana-endpoint', quantity: 20 } }), { id });
    const again = await post(report({ data: { subscriptionId: 'vendor-sub-hana-endpoint', quantity: 1 } }), { id });
    expect(again.body).toEqual({ outcome: 'duplicate' });
    expect(await assigned()).toBe(20);
  });

  it('that is older than one known already is kept, and overwrites nothing', async () => {
    const late = report({
      effectiveAt: minutesAgo(60).toISOString(),
      data: { subscriptionId: 'vendor-sub-hana-endpoint', quantity: 3 },
    });
    const before = await kept();
    expect((await post(late)).body).toEqual({ outcome: 'superseded' });
    expect(await assigned()).toBe(20);
    expect(await kept()).toHaveLength(before.length + 1);
  });

  it('may say none, or that it is no longer known', async () => {
    for (const quantity of [0, null]) {
      const data = { subscriptionId: 'vendor-sub-hana-endpoint', quantity };
      expect((await post(report({ data, effectiveAt: new Date().toISOString() }))).body).toEqual({
        outcome: 'applied',
      });
      expect(await assigned()).toBe(quantity);
    }
  });

  it('is taken under several signatures of which one is right, as while a secret is changed', async () => {
    const event = JSON.stringify(report());
    const id = 'evt_rotated';
    const at = new Date();
    const both = [other, vendorEventSecrets.kaspersky].map((secret) => new Webhook(secret).sign(id, at, event));
    const answer = await post(event, { id, at, headers: { 'webhook-signature': both.join(' ') } });
    expect(answer.status).toBe(200);
  });
});

describe('an event of the life of a subscription', () => {
  const stateOf = async (id: string) => (await api.as('oscar', 'GET', `/v1/subscriptions/${id}`)).body.state;

  it('activates one that waits for it, and tells by what', async () => {
    const data = { subscriptionId: 'vendor-sub-kyoto-on-premise', activatedBy: 'code' };
    expect((await post(report({ vendor: 'trend-micro', type: 'activated', data }), trendMicro)).body).toEqual({
      outcome: 'applied',
    });
    expect(await stateOf('sub-kyoto-on-premise')).toBe('active');
    expect((await kept()).find(({ type }) => type === 'activated')?.payload).toEqual({ activatedBy: 'code' });
  });

  it('lets one expire, which no second activation undoes', async () => {
    const about = (type: string, at = new Date()) =>
      post(
        report({
          ...{ vendor: 'trend-micro', type, effectiveAt: at.toISOString() },
          data: { subscriptionId: 'vendor-sub-osaka-trial' },
        }),
        trendMicro,
      );
    expect((await about('expired')).status).toBe(200);
    expect((await about('activated')).status).toBe(200);
    expect(await stateOf('sub-osaka-trial')).toBe('expired');
  });
});

describe('an event of a plan', () => {
  it('announces its end of sale and its End of Life, and may take both back', async () => {
    const dates = { endOfSaleDate: '2027-01-01', endOfLifeDate: '2027-07-01' };
    expect((await post(plan('planLifecycle', dates), trendMicro)).body).toEqual({ outcome: 'applied' });
    expect(await planNow()).toMatchObject({ ...dates, version: 2 });
    const none = { endOfSaleDate: null, endOfLifeDate: null };
    const older = plan('planLifecycle', none, { effectiveAt: minutesAgo(30).toISOString() });
    expect((await post(older, trendMicro)).body).toEqual({ outcome: 'superseded' });
    expect(await planNow()).toMatchObject(dates);
    await post(plan('planLifecycle', none, { effectiveAt: new Date().toISOString() }), trendMicro);
    expect(await planNow()).toMatchObject(none);
  });

  it('makes a change of its composition await the partner’s approval (R9)', async () => {
    await post(plan('compositionChanged', {}), trendMicro);
    expect((await planNow()).compositionChangedOn).toMatch(/^\d{4}-/);
  });
});
