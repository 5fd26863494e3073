import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../api/problem-codes.ts';
import { asTenant } from '../../db/client.ts';
import { orders } from '../../db/schema/orders.ts';
import type { Call } from '../support/http.ts';
import { changeQuantity } from '../support/orders.ts';
import { expectProblem } from '../support/problem.ts';
import { rawExchange } from '../support/raw-http.ts';
import { type Stack, startStack } from '../support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

/** Orders kept and workflows started, of everybody. */
async function traces(): Promise<number[]> {
  const kept = ['acme', 'globex'].map((tenant) =>
    asTenant(stack.database, 'changeover_owner', tenant, (transaction) => transaction.$count(orders)),
  );
  return Promise.all([...kept, stack.temporal.workflow.count().then(({ count }) => count)]);
}
let before: number[];
beforeEach(async () => {
  before = await traces();
});
afterEach(async () => {
  expect(await traces(), 'orders and workflows').toEqual(before);
});

const body = changeQuantity('sub-hana-av', { quantity: 6, expectedCurrentQuantity: 5 });
const text = JSON.stringify(body);
const with_ = (fields: object) => ({ body: { ...body, ...fields } });
const post = (call: Call, headers: Record<string, string> = {}) =>
  stack.as('hana', 'POST', '/v1/orders', { key: randomUUID(), ...call, headers });

describe('an order with a bad field', () => {
  const required = ['type', 'subscriptionId', 'quantity', 'expectedCurrentQuantity'];
  it.each<[string, object]>([
    ...required.map((field): [string, object] => [`no ${field}`, { [field]: undefined }]),
    ...[0, -1, 1.5, 1e9, 1e308, 1_000_001, '6', '', null, true, [6], { value: 6 }].flatMap((value) =>
      ['quantity', 'expectedCurrentQuantity', 'confirmedTotal'].map((field): [string, object] => [
        `${field} ${JSON.stringify(value)}`,
        { [field]: value },
      ]),
    ),
    ...['type', 'subscriptionId', 'contactEmail', 'note'].flatMap((field) =>
      ['a\0b', '\ud800', 'a\udc00b', null, 5, ['x']].map((value): [string, object] => [
        `${field} ${JSON.stringify(value)}`,
        { [field]: value },
      ]),
    ),
    ['contactEmail in full-width characters', { contactEmail: 'ｈａｎａ@hanafoods.example' }],
    ['contactEmail with a full-width at sign', { contactEmail: 'hana＠hanafoods.example' }],
    ['contactEmail with an umlaut', { contactEmail: 'hänä@hanafoods.example' }],
    ['contactEmail with a line break', { contactEmail: 'hana@hanafoods.example\r\nBcc: all@x.example' }],
    ['contactEmail that is none', { contactEmail: 'hana' }],
    ['contactEmail empty', { contactEmail: '' }],
    ['contactEmail too long', { contactEmail: `${'h'.repeat(64)}@${'a.'.repeat(120)}example` }],
    ['subscriptionId empty', { subscriptionId: '' }],
    ['subscriptionId as a path', { subscriptionId: '../sub-hana-av' }],
    ['subscriptionId too long', { subscriptionId: 's'.repeat(65) }],
    ['type unknown', { type: 'purchase' }],
    ['type of every object', { type: 'constructor' }],
    ['note too long', { note: 'n'.repeat(501) }],
    ['an unknown field', { colour: 'red' }],
    ['the answer’s fields', { id: randomUUID(), state: 'completed' }],
    ['the tenant', { tenant: 'globex' }],
  ])('is refused: %s', async (_, fields) => {
    const answer = await post(with_(fields));
    expectProblem(answer, 'INVALID_REQUEST');
    expect(answer.body.errors[0]).toEqual({ field: expect.any(String), message: expect.stringMatching(/\S/) });
  });
});

describe('an order of another type with a bad field', () => {
  const on = { subscriptionId: 'sub-hana-worry-free' };
  const options = (...given: object[]) => ({ type: 'changeOptions', ...on, options: given });
  const one = { optionId: 'mobile-security', quantity: 31 };
  const purchase = {
    type: 'purchase',
    accountId: 'acc-hana',
    productId: 'groupware',
    planId: 'groupware-standard',
    quantity: 5,
    term: 'monthly',
    activation: { mode: 'firstLogon' },
  };
  it.each<[string, object]>([
    ['requestedStartDate', { type: 'cancel', ...on, requestedStartDate: '2026-02-30' }],
    ['immediately', { type: 'cancel', ...on, immediately: 'yes' }],
    ['supersede', { type: 'undoCancel', ...on, supersede: 1 }],
    ['subscriptionId', { type: 'undoCancel' }],
    ['until', { type: 'suspend', ...on, until: '2027-02-29' }],
    ['until', { type: 'suspend', ...on, until: 'soon' }],
    ['until', { type: 'activate', ...on, until: '2027-01-01' }],
    ['term', { type: 'renew', ...on, term: 'annual' }],
    ['', { type: 'changeServicePlan', ...on }],
    ['quantity', { type: 'changeServicePlan', ...on, managed: true, quantity: 5 }],
    ['term', { type: 'changeServicePlan', ...on, managed: true, term: 'annual' }],
    ['planId', { type: 'changeServicePlan', ...on, planId: '../standard' }],
    ['term', { type: 'changeTerm', ...on, term: 'weekly' }],
    ['options', options()],
    ['options.1.optionId', options(one, one)],
    ['options.0.quantity', options({ ...one, quantity: -1 })],
    ['options.0.add', options({ ...one, add: true })],
    ['autoRenewal', { type: 'changeRenewal', ...on, autoRenewal: true }],
    ['autoRenewal.frequency', { type: 'changeRenewal', ...on, autoRenewal: { enabled: true } }],
    ['expirationDate', { type: 'changeExpiration', ...on, expirationDate: '0000-12-31' }],
    ['', { type: 'changeLicenceSettings', ...on }],
    ['expirationNotificationDays', { type: 'changeLicenceSettings', ...on, expirationNotificationDays: -1 }],
    ['unitsPerLicence', { type: 'changeLicenceSettings', ...on, unitsPerLicence: 0 }],
    ['managed', { type: 'changeLicenceSettings', ...on, managed: null }],
    ['accountId', { ...purchase, accountId: undefined }],
    ['quantity', { ...purchase, quantity: -20 }],
    ['activation', { ...purchase, activation: undefined }],
    ['activation.mode', { ...purchase, activation: { mode: 'magic' } }],
    ['activation.date', { ...purchase, activation: { mode: 'onDate', date: '2026-13-01' } }],
    ['subscriptionId', { ...purchase, subscriptionId: 'sub-hana-av' }],
    ['supersede', { ...purchase, supersede: true }],
  ])('is refused, and the field named: %s of %j', async (field, body) => {
    const answer = await stack.as('oscar', 'POST', '/v1/orders', { key: randomUUID(), body });
    expectProblem(answer, 'INVALID_REQUEST');
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });
});

describe('an order whose body is no JSON object of the API', () => {
  it.each<[string, Call, ProblemCode]>([
    ['cut off', { raw: text.slice(0, -1) }, 'MALFORMED_JSON'],
    ['with something after it', { raw: `${text}}` }, 'MALFORMED_JSON'],
    ['not JSON at all', { raw: 'quantity=6' }, 'MALFORMED_JSON'],
    ['a number too many', { raw: text.replace('6', '06') }, 'MALFORMED_JSON'],
    ['with NaN', { raw: text.replace('6', 'NaN') }, 'MALFORMED_JSON'],
    ['with a raw NUL', { raw: text.replace('hanafoods', 'hana\0foods') }, 'MALFORMED_JSON'],
    ['null', { raw: 'null' }, 'INVALID_REQUEST'],
    ['text', { raw: '"changeQuantity"' }, 'INVALID_REQUEST'],
    ['a number', { raw: '6' }, 'INVALID_REQUEST'],
    ['empty', { raw: '' }, 'MALFORMED_JSON'],
    ['an array', { raw: `[${text}]` }, 'INVALID_REQUEST'],
    ['an empty object', { raw: '{}' }, 'INVALID_REQUEST'],
    ['one field twice', { raw: text.replace('{', '{"quantity":60,') }, 'MALFORMED_JSON'],
    ['one field twice, written otherwise', { raw: text.replace('{', '{"quantit\\u0079":60,') }, 'MALFORMED_JSON'],
    ['with __proto__', { raw: text.replace('{', '{"__proto__":{"confirmedTotal":6},') }, 'INVALID_REQUEST'],
    ['with constructor', { raw: text.replace('{', '{"constructor":{"prototype":{}},') }, 'INVALID_REQUEST'],
    ['nested too deeply to mean anything', { raw: '['.repeat(40_000) + ']'.repeat(40_000) }, 'INVALID_REQUEST'],
    [
      'in bytes that are not UTF-8',
      { raw: new Blob([Buffer.from(text.replace('hanafoods', 'h\xe4'), 'latin1')]) },
      'MALFORMED_JSON',
    ],
    ['of 2 MB', with_({ note: 'n'.repeat(2_000_000) }), 'PAYLOAD_TOO_LARGE'],
    ['of 2 MB that is not JSON', { raw: '"'.repeat(2_000_000) }, 'PAYLOAD_TOO_LARGE'],
  ])('is refused: %s', async (_, call, code) => {
    expectProblem(await post(call), code);
  });

  it.each<[string, Record<string, string>]>([
    ['form fields', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['several parts', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['JSON with a tail', { 'content-type': 'application/json-patch+json' }],
    ['nothing that is a type', { 'content-type': 'json' }],
    ['Latin-1', { 'content-type': 'application/json; charset=iso-8859-1' }],
    ['UTF-16', { 'content-type': 'application/json; charset=utf-16' }],
    ['gzip that it is not', { 'content-encoding': 'gzip' }],
    ['an unknown encoding', { 'content-encoding': 'x-fold' }],
  ])('is refused when it says it is %s', async (_, headers) => {
    expectProblem(await post({ raw: text }, headers), 'UNSUPPORTED_MEDIA_TYPE');
  });

  it('is refused when it is compressed', async () => {
    const raw = new Blob([gzipSync(text)]);
    expectProblem(await post({ raw }, { 'content-encoding': 'gzip' }), 'UNSUPPORTED_MEDIA_TYPE');
  });
});

describe('an order whose key is bad', () => {
  it.each<[string, string | undefined, ProblemCode]>([
    ['missing', undefined, 'IDEMPOTENCY_KEY_MISSING'],
    ['empty', '', 'IDEMPOTENCY_KEY_MISSING'],
    ['with a space', 'my key', 'IDEMPOTENCY_KEY_INVALID'],
    ['with a tab', 'my\tkey', 'IDEMPOTENCY_KEY_INVALID'],
    ['too long', 'k'.repeat(256), 'IDEMPOTENCY_KEY_INVALID'],
    ['not ASCII', 'schlüssel', 'IDEMPOTENCY_KEY_INVALID'],
  ])('is refused: %s', async (_, key, code) => {
    const call = key === undefined ? {} : { key };
    expectProblem(await stack.as('hana', 'POST', '/v1/orders', { body, ...call }), code);
  });

  it('is refused when it is given twice', async () => {
    const lines = await orderLines(['idempotency-key: one', 'idempotency-key: two']);
    expectProblem(await rawExchange(stack.url, [...lines, '', text]), 'IDEMPOTENCY_KEY_INVALID');
  });
});

describe('an order for a subscription that is not to be had', () => {
  it.each([
    ['there is none', 'sub-nobody'],
    ['it is another account’s', 'sub-bob-patch'],
    ['it is another seller’s', 'sub-grace-av'],
  ])('is answered as absent when %s', async (_, subscriptionId) => {
    const answer = await post(with_({ subscriptionId }));
    expectProblem(answer, 'SUBSCRIPTION_NOT_FOUND');
    expect(answer.body).toEqual((await post(with_({ subscriptionId: 'sub-absent' }))).body);
  });

  it('is refused for a role that may not order, before anything is said of the subscription', async () => {
    for (const subscriptionId of ['sub-hana-av', 'sub-absent']) {
      const call = { key: randomUUID(), body: { ...body, subscriptionId } };
      expectProblem(await stack.as('billing', 'POST', '/v1/orders', call), 'ROLE_NOT_ALLOWED');
    }
  });
});

const token = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const id = randomUUID();

describe('an address that names nothing or asks for something odd', () => {
  it.each<[string, ProblemCode]>([
    ['/v1/orders?colour=red', 'INVALID_REQUEST'],
    ['/v1/orders?__proto__=x', 'INVALID_REQUEST'],
    ['/v1/orders?state[]=completed', 'INVALID_REQUEST'],
    ['/v1/orders?state=done', 'INVALID_REQUEST'],
    ['/v1/orders?state=', 'INVALID_REQUEST'],
    ['/v1/orders?state=completed&state=done', 'INVALID_REQUEST'],
    ['/v1/orders?acknowledgement=awaiting&acknowledgement=waived', 'INVALID_REQUEST'],
    ['/v1/orders?acknowledgement=maybe', 'INVALID_REQUEST'],
    ['/v1/orders?subscriptionId=sub-hana-av&subscriptionId=sub-hana-av', 'INVALID_REQUEST'],
    ['/v1/orders?subscriptionId=%00', 'INVALID_REQUEST'],
    ['/v1/orders?subscriptionId=%ff', 'INVALID_REQUEST'],
    ['/v1/orders?subscriptionId=%ed%a0%80', 'INVALID_REQUEST'],
    ['/v1/orders?subscriptionId=%', 'INVALID_REQUEST'],
    ['/v1/orders?pageSize=0', 'INVALID_REQUEST'],
    ['/v1/orders?pageSize=101', 'INVALID_REQUEST'],
    ['/v1/orders?pageSize=1.5', 'INVALID_REQUEST'],
    ['/v1/orders?pageSize=ten', 'INVALID_REQUEST'],
    ['/v1/orders?pageSize=', 'INVALID_REQUEST'],
    ['/v1/orders?pageSize=5&pageSize=5', 'INVALID_REQUEST'],
    ['/v1/orders?pageToken=', 'INVALID_REQUEST'],
    ['/v1/orders?pageToken=%00', 'INVALID_REQUEST'],
    ['/v1/orders?pageToken=garbage', 'INVALID_REQUEST'],
    [`/v1/orders?pageToken=${'x'.repeat(501)}`, 'INVALID_REQUEST'],
    [`/v1/orders?pageToken=${token('sub-hana-av')}`, 'INVALID_REQUEST'],
    [`/v1/orders?pageToken=${token(null)}`, 'INVALID_REQUEST'],
    [`/v1/orders?pageToken=${token(['2026-11-24T00:00:00Z'])}`, 'INVALID_REQUEST'],
    [`/v1/orders?pageToken=${token(['now', id])}`, 'INVALID_REQUEST'],
    [`/v1/orders?pageToken=${token(['0000-01-01T00:00:00Z', id])}`, 'INVALID_REQUEST'],
    [`/v1/orders?pageToken=${token(['2026-11-24T00:00:00Z', "' or 1=1 --"])}`, 'INVALID_REQUEST'],
    [`/v1/subscriptions?pageToken=${token(['2026-11-24T00:00:00Z', id])}`, 'INVALID_REQUEST'],
    [`/v1/subscriptions?pageToken=${token('a\0b')}`, 'INVALID_REQUEST'],
    ['/v1/subscriptions?state=active', 'INVALID_REQUEST'],
    ['/v1/subscriptions/sub-hana-av?asOf=2026-12-01', 'INVALID_REQUEST'],
    ['/v1/subscriptions/sub-hana-av/eligibility?asOf=2026-02-30', 'INVALID_REQUEST'],
    ['/v1/subscriptions/sub-hana-av/history?effectiveAt=0000-01-01T00:00:00Z', 'INVALID_REQUEST'],
    ['/v1/subscriptions/sub-hana-av/calendar.pdf', 'NOT_FOUND'],
    ['/v1/subscriptions/sub-hana-av/calendarXics', 'NOT_FOUND'],
    ['/v1/subscriptions/sub-hana-av:simulate', 'NOT_FOUND'],
    ['/v1/me?name=hana', 'INVALID_REQUEST'],
    ['/v1/subscriptions/sub%00', 'NOT_FOUND'],
    ['/v1/subscriptions/%ff', 'NOT_FOUND'],
    ['/v1/subscriptions/%ed%a0%80', 'NOT_FOUND'],
    ['/v1/subscriptions/%', 'NOT_FOUND'],
    ['/v1/subscriptions/%2e%2e%2fme', 'NOT_FOUND'],
    ['/v1/subscriptions/sub-absent', 'SUBSCRIPTION_NOT_FOUND'],
    [`/v1/subscriptions/${'s'.repeat(5_000)}`, 'NOT_FOUND'],
    ['/v1/orders/1', 'NOT_FOUND'],
    ['/v1/orders/%00', 'NOT_FOUND'],
    ['/v1/orders/%ff', 'NOT_FOUND'],
    ["/v1/orders/'%20or%201=1", 'NOT_FOUND'],
    [`/v1/orders/${id}`, 'ORDER_NOT_FOUND'],
    [`/v1/orders/${id}:acknowledge`, 'NOT_FOUND'],
    [`/v1/orders/${id}%00`, 'NOT_FOUND'],
    ['/v1', 'NOT_FOUND'],
    ['/v1/', 'NOT_FOUND'],
    ['/v2/orders', 'NOT_FOUND'],
    ['/v1/ORDERS/..%2f', 'NOT_FOUND'],
    ['/', 'NOT_FOUND'],
  ])('is refused: GET %s', async (path, code) => {
    const lines = [`GET ${path} HTTP/1.1`, ...(await signedIn())];
    expectProblem(await rawExchange(stack.url, [...lines, '', '']), code);
  });

  it.each<[string, string, ProblemCode]>([
    ['PUT', '/v1/orders', 'NOT_FOUND'],
    ['PATCH', `/v1/orders/${id}`, 'NOT_FOUND'],
    ['DELETE', `/v1/orders/${id}`, 'NOT_FOUND'],
    ['POST', `/v1/orders/${id}`, 'NOT_FOUND'],
    ['POST', `/v1/orders/${id}:cancelled`, 'NOT_FOUND'],
    ['POST', `/v1/orders/${id}:acknowledge`, 'ORDER_NOT_FOUND'],
    ['POST', '/v1/orders/1:acknowledge', 'NOT_FOUND'],
    ['POST', '/v1/orders/%ff:acknowledge', 'NOT_FOUND'],
    ['POST', '/v1/orders?colour=red', 'INVALID_REQUEST'],
    ['DELETE', '/v1/subscriptions/sub-hana-av', 'NOT_FOUND'],
    ['POST', '/v1/subscriptions', 'NOT_FOUND'],
    ['POST', '/v1/me', 'NOT_FOUND'],
    ['POST', '/v1/events', 'NOT_FOUND'],
    ['POST', '/healthz', 'NOT_FOUND'],
  ])('is refused: %s %s', async (method, path, code) => {
    const content = path.includes(':') ? { confirmed: true } : body;
    expectProblem(await stack.as('hana', method, path, { key: randomUUID(), body: content }), code);
  });
});

describe('a place in the live events that the stream never gave', () => {
  it.each(['', 'x', '1', '1-', '-1-1', '1-1-1', '1.5-1', '1-9223372036854775808', `${'9'.repeat(30)}-1`, '1-1; drop'])(
    'is refused: %s',
    async (place) => {
      const answer = await stack.as('hana', 'GET', '/v1/events', { headers: { 'last-event-id': place } });
      expectProblem(answer, 'INVALID_REQUEST');
    },
  );
});

describe('a request that is hardly one', () => {
  it.each<[string, string[], number]>([
    ['headers of 32 kB', ['GET /v1/me HTTP/1.1', 'host: x', `x-padding: ${'x'.repeat(32_000)}`], 431],
    ['no HTTP', ['HELLO'], 400],
    ['no host', ['GET /v1/me HTTP/1.1'], 400],
    ['two lengths', ['POST /v1/orders HTTP/1.1', 'host: x', 'content-length: 1', 'content-length: 2'], 400],
    ['a line break in a header', ['GET /v1/me HTTP/1.1', 'host: x', 'x-odd: a\rb'], 400],
  ])('is refused with a status: %s', async (_, lines, status) => {
    expect((await rawExchange(stack.url, [...lines, '', ''])).status).toBe(status);
  });
});

const signedIn = async () => [
  'host: api.example',
  'connection: close',
  `authorization: Bearer ${await stack.token('hana')}`,
];

const orderLines = async (headers: string[]) => [
  'POST /v1/orders HTTP/1.1',
  ...(await signedIn()),
  'content-type: application/json',
  `content-length: ${Buffer.byteLength(text)}`,
  ...headers,
];
