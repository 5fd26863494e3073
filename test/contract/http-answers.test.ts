import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpProvisioner } from '../../activities/vendor/http-provisioner.ts';
import type { VendorOperation } from '../../activities/vendor/provisioner.ts';
import { creation, detailsBefore } from './operations.ts';

const operation: VendorOperation = {
  key: 'o-1:seats',
  subscriptionId: 's-1',
  operation: 'changeQuantity',
  quantity: 6,
};
const receipt = { ...operation, appliedAt: '2026-03-01T10:00:00.000Z' };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function vendorThat(answers: RequestListener, { timeoutMs = 30_000, path = '' } = {}) {
  const server = createServer(answers).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  return createHttpProvisioner({ url, apiKey: 'secret', timeoutMs });
}

type Raw = { status?: number; headers?: Record<string, string>; body?: string | Buffer | object };

const answer =
  ({ status = 200, headers = {}, body = '' }: Raw): RequestListener =>
  (_req, res) => {
    res.writeHead(status, headers).end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  };

const html: Raw = { body: '<h1>Sign in to the network</h1>' };
const voided = { code: 'KEY_VOIDED', message: 'voided' };
const notUtf8 = Buffer.from(JSON.stringify({ ...receipt, note: '\u00ff' }), 'latin1');
const long = `${JSON.stringify(receipt)}${' '.repeat(64 * 1024)}`;

describe('the answer to apply', () => {
  it.each<[string, Raw, object]>([
    ['of another key', { body: { ...receipt, key: 'o-2:seats' } }, { name: 'VendorAnswerInvalid' }],
    ['of another subscription', { body: { ...receipt, subscriptionId: 's-2' } }, { name: 'VendorAnswerInvalid' }],
    ['of another quantity', { body: { ...receipt, quantity: 7 } }, { name: 'VendorAnswerInvalid' }],
    ['with the quantity as text', { body: { ...receipt, quantity: '6' } }, { name: 'VendorAnswerInvalid' }],
    ['with a fraction of a seat', { body: { ...receipt, quantity: 6.5 } }, { name: 'VendorAnswerInvalid' }],
    ['of another operation', { body: { ...receipt, operation: 'cancel' } }, { name: 'VendorAnswerInvalid' }],
    ['without an instant', { body: { ...receipt, appliedAt: 'yesterday' } }, { name: 'VendorAnswerInvalid' }],
    ['that is null', { body: 'null' }, { name: 'VendorAnswerInvalid' }],
    ['that is empty', {}, { name: 'VendorAnswerInvalid' }],
    ['that is a web page', html, { name: 'VendorAnswerInvalid' }],
    ['that is not UTF-8', { body: notUtf8 }, { name: 'VendorAnswerInvalid' }],
    ['that is longer than 64 kB', { body: long }, { name: 'VendorAnswerInvalid', message: /longer/ }],
    ['201', { status: 201, body: receipt }, { name: 'VendorAnswerInvalid' }],
    ['204', { status: 204 }, { name: 'VendorAnswerInvalid' }],
    ['302', { status: 302, headers: { location: '/' } }, { name: 'VendorAnswerInvalid' }],
    ['308 without a location', { status: 308 }, { name: 'VendorAnswerInvalid' }],
    ['400', { status: 400, body: voided }, { name: 'VendorAnswerInvalid' }],
    ['401', { status: 401 }, { name: 'VendorUnavailable' }],
    ['403', { status: 403 }, { name: 'VendorUnavailable' }],
    ['404', { status: 404, body: html }, { name: 'VendorAnswerInvalid' }],
    ['409', { status: 409, body: { code: 'KEY_REUSED', message: '' } }, { name: 'VendorAnswerInvalid' }],
    ['410 of the vendor', { status: 410, body: voided }, { name: 'VendorRefused', code: 'KEY_VOIDED' }],
    ['410 of something else', { ...html, status: 410 }, { name: 'VendorAnswerInvalid' }],
    [
      '422',
      { status: 422, body: { code: 'NO_SEATS', message: 'None left.' } },
      { name: 'VendorRefused', code: 'NO_SEATS', message: 'None left.' },
    ],
    ['422 without a reason', { ...html, status: 422 }, { name: 'VendorAnswerInvalid' }],
    [
      '422 with a code that is a sentence',
      { status: 422, body: { code: 'no!', message: '' } },
      { name: 'VendorAnswerInvalid' },
    ],
    ['429', { status: 429, headers: { 'retry-after': '7' } }, { name: 'VendorBusy', retryAfterMs: 7000 }],
    ['500', { status: 500, body: receipt }, { name: 'VendorUnavailable' }],
    ['502', { ...html, status: 502 }, { name: 'VendorUnavailable' }],
    ['503', { status: 503, headers: { 'retry-after': '8' } }, { name: 'VendorBusy', retryAfterMs: 8000 }],
    ['504', { status: 504 }, { name: 'VendorUnavailable' }],
  ])('%s is reported as the right error', async (_what, raw, error) => {
    const vendor = await vendorThat(answer(raw));
    const { message, ...fields } = error as { message?: RegExp | string };
    await expect(vendor.apply(operation)).rejects.toMatchObject({
      ...fields,
      ...(message ? { message: expect.stringMatching(message) } : {}),
    });
  });

  it('may hold fields that Changeover does not know, and its instant another offset', async () => {
    const vendor = await vendorThat(
      answer({ body: { ...receipt, appliedAt: '2026-03-01T11:00:00+01:00', invoice: 4 } }),
    );
    expect(await vendor.apply(operation)).toEqual(receipt);
  });

  it('refusing with a message that nothing could store gives one that can be stored', async () => {
    const body = `{"code":"NO","message":"a\\u0000b\\r\\nc\\ud800d${'😀'.repeat(1000)}"}`;
    const vendor = await vendorThat(answer({ status: 422, body }));
    await expect(vendor.apply(operation)).rejects.toMatchObject({ message: `a b c d${'😀'.repeat(493)}` });
  });

  it('that never ends is not read on after 64 kB', async () => {
    let closed = false;
    const vendor = await vendorThat((_req, res) => {
      const pour = () => {
        for (let open = !res.closed; open; ) open = res.write(Buffer.alloc(16 * 1024, ' '));
      };
      res.on('drain', pour).on('close', () => {
        closed = true;
      });
      pour();
    });
    await expect(vendor.apply(operation)).rejects.toMatchObject({ name: 'VendorAnswerInvalid' });
    await expect.poll(() => closed).toBe(true);
  });

  it('that stops in the middle is reported when the time is up', async () => {
    const vendor = await vendorThat((_req, res) => res.writeHead(200).write('{"key":'), { timeoutMs: 200 });
    await expect(vendor.apply(operation)).rejects.toMatchObject({
      name: 'VendorUnavailable',
      message: expect.stringContaining('200 ms'),
    });
  });

  it('that is cut off in the middle is reported as unavailable', async () => {
    const vendor = await vendorThat((_req, res) => {
      res.writeHead(200, { 'content-length': '100' }).write('{"key":', () => res.destroy());
    });
    await expect(vendor.apply(operation)).rejects.toMatchObject({ name: 'VendorUnavailable' });
  });
});

describe('the answer to lookUp', () => {
  it.each<[string, Raw]>([
    ['404 of the vendor', { status: 404, body: { code: 'UNKNOWN_KEY', message: '' } }],
    ['410 of the vendor', { status: 410, body: voided }],
  ])('%s means that nothing is applied', async (_what, raw) => {
    expect(await (await vendorThat(answer(raw))).lookUp(operation.key)).toBeUndefined();
  });

  // Taken for "nothing is applied", each of these would let an order fail whose change was made.
  it.each<[string, Raw, string]>([
    ['404 of something else', { ...html, status: 404 }, 'VendorAnswerInvalid'],
    ['404 of another kind', { status: 404, body: { code: 'NOT_FOUND', message: '' } }, 'VendorAnswerInvalid'],
    ['410 of something else', { ...html, status: 410 }, 'VendorAnswerInvalid'],
    ['422', { status: 422, body: { code: 'NO', message: '' } }, 'VendorAnswerInvalid'],
    ['of another key', { body: { ...receipt, key: 'o-2:seats' } }, 'VendorAnswerInvalid'],
    ['500', { status: 500 }, 'VendorUnavailable'],
    ['429', { status: 429 }, 'VendorBusy'],
  ])('%s means nothing', async (_what, raw, name) => {
    await expect((await vendorThat(answer(raw))).lookUp(operation.key)).rejects.toMatchObject({ name });
  });
});

describe('the answer to voidKey', () => {
  it.each<[string, Raw, string]>([
    ['of another key', { body: { key: 'o-2:seats', status: 'voided' } }, 'VendorAnswerInvalid'],
    ['with another status', { body: { key: operation.key, status: 'perhaps' } }, 'VendorAnswerInvalid'],
    ['404', { status: 404, body: { code: 'UNKNOWN_KEY', message: '' } }, 'VendorAnswerInvalid'],
    ['422', { status: 422, body: { code: 'NO', message: '' } }, 'VendorAnswerInvalid'],
    ['503', { status: 503 }, 'VendorBusy'],
  ])('%s means nothing', async (_what, raw, name) => {
    await expect((await vendorThat(answer(raw))).voidKey(operation.key)).rejects.toMatchObject({ name });
  });
});

describe('the answer to details', () => {
  const { options: _, ...known } = detailsBefore;
  const subscription = { id: 's-1', ...known, options: [{ optionId: 'storage', quantity: 2 }] };

  it('may hold fields that Changeover does not know, and options of which there are none', async () => {
    const options = [...subscription.options, { optionId: 'backup', quantity: 0, since: 1 }];
    const vendor = await vendorThat(answer({ body: { ...subscription, options, colour: 'red' } }));
    expect(await vendor.details('s-1')).toEqual({ ...detailsBefore, options: { storage: 2 } });
  });

  it('404 of the vendor means that there is none', async () => {
    const body = { code: 'UNKNOWN_SUBSCRIPTION', message: '' };
    expect(await (await vendorThat(answer({ status: 404, body }))).details('s-1')).toBeUndefined();
  });

  it.each<[string, Raw, string]>([
    ['of another subscription', { body: { ...subscription, id: 's-2' } }, 'VendorAnswerInvalid'],
    ['without a field', { body: { ...subscription, managed: undefined } }, 'VendorAnswerInvalid'],
    ['in a state that nobody knows', { body: { ...subscription, state: 'paused' } }, 'VendorAnswerInvalid'],
    ['on a day that is none', { body: { ...subscription, expirationDate: '2027-02-29' } }, 'VendorAnswerInvalid'],
    ['with a code on two lines', { body: { ...subscription, activationCode: 'A\nB' } }, 'VendorAnswerInvalid'],
    ['404 of something else', { ...html, status: 404 }, 'VendorAnswerInvalid'],
    ['422', { status: 422, body: { code: 'NO', message: '' } }, 'VendorAnswerInvalid'],
    ['401', { status: 401 }, 'VendorUnavailable'],
    ['429', { status: 429 }, 'VendorBusy'],
  ])('%s means nothing', async (_what, raw, name) => {
    await expect((await vendorThat(answer(raw))).details('s-1')).rejects.toMatchObject({ name });
  });
});

describe('the receipt of a creation', () => {
  const asked: VendorOperation = { ...creation(), key: 'o-1:create', subscriptionId: 'ours-1' };
  const made = { ...asked, vendorSubscriptionId: 'VS-1', activationCode: 'A-1', appliedAt: receipt.appliedAt };
  const madeBut = (change: object): Raw => ({ body: { ...made, ...change } });

  it('may name the options in another order', async () => {
    const turned = { ...made, options: creation().options.toReversed() };
    expect(await (await vendorThat(answer({ body: turned }))).apply(asked)).toEqual(turned);
  });

  it.each<[string, Raw]>([
    ['without the id that the vendor gave', madeBut({ vendorSubscriptionId: undefined })],
    ['with an id that could be an address', madeBut({ vendorSubscriptionId: 'a/../b' })],
    ['without a word on the code', madeBut({ activationCode: undefined })],
    ['of another product', madeBut({ productId: 'other' })],
    ['of another plan', madeBut({ planId: 'other' })],
    ['of another term', madeBut({ term: 'monthly' })],
    ['of another service period', madeBut({ servicePeriod: { start: '2026-12-01', end: '2027-11-29' } })],
    ['of fewer options', madeBut({ options: [{ optionId: 'storage', quantity: 2 }] })],
    ['of more of an option', madeBut({ options: creation().options.map((one) => ({ ...one, quantity: 2 })) })],
    ['with another activation', madeBut({ activation: { mode: 'firstLogon', date: null } })],
  ])('%s is not taken for one', async (_what, raw) => {
    await expect((await vendorThat(answer(raw))).apply(asked)).rejects.toMatchObject({ name: 'VendorAnswerInvalid' });
  });
});

describe('the request', () => {
  it('is what the contract says, below the path of the vendor', async () => {
    const seen: object[] = [];
    const vendor = await vendorThat(
      async (req, res) => {
        const { method, url, headers } = req;
        seen.push({ method, url, key: headers.authorization, type: headers['content-type'], body: await textOf(req) });
        const body = method === 'POST' ? { key: operation.key, status: 'voided' } : receipt;
        if (url?.endsWith('none')) res.statusCode = 404;
        res.end(JSON.stringify(url?.endsWith('none') ? { code: 'UNKNOWN_SUBSCRIPTION', message: '' } : body));
      },
      { path: '/api/v2/' },
    );
    await vendor.apply(operation);
    await vendor.lookUp(operation.key);
    await vendor.voidKey(operation.key);
    await vendor.details('s:none/none');

    const common = { key: 'Bearer secret', type: undefined, body: '' };
    const url = '/api/v2/operations/o-1%3Aseats';
    const body = '{"subscriptionId":"s-1","operation":"changeQuantity","quantity":6}';
    expect(seen).toEqual([
      { method: 'PUT', url, key: 'Bearer secret', type: 'application/json', body },
      { method: 'GET', url, ...common },
      { method: 'POST', url: `${url}/void`, ...common },
      { method: 'GET', url: '/api/v2/subscriptions/s%3Anone%2Fnone', ...common },
    ]);
  });

  it('to a vendor that is not there is reported as unavailable', async () => {
    const vendor = await vendorThat(answer({}));
    for (const server of servers.splice(0)) server.close();
    await expect(vendor.apply(operation)).rejects.toMatchObject({ name: 'VendorUnavailable' });
  });

  it('ends in time even when the garbage collector runs while it waits', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const vendor = await vendorThat(() => {}, { timeoutMs: 300 });
    const collecting = setInterval(collect, 20);
    const { signal } = new AbortController();
    const calls = Array.from({ length: 5 }, () => vendor.apply(operation, { signal }));
    const names = (await Promise.allSettled(calls)).map((call) => call.status === 'rejected' && call.reason.name);
    clearInterval(collecting);
    expect(new Set(names)).toEqual(new Set(['VendorUnavailable']));
  });
});

async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
