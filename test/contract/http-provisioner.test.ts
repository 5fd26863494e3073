import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHttpProvisioner } from '../../activities/vendor/http-provisioner.ts';
import {
  VendorAnswerInvalid,
  VendorBusy,
  type VendorDetails,
  type VendorOperation,
  VendorRefused,
  VendorUnavailable,
} from '../../activities/vendor/provisioner.ts';
import { createVendorClient, type VendorClient } from '../../sandbox/vendor/client.ts';
import type { FaultMode, FaultRequest } from '../../sandbox/vendor/fault.ts';
import { type RunningVendor, startVendor } from '../../sandbox/vendor/start.ts';
import { detailsBefore } from './operations.ts';
import { provisionerContract, type Trouble } from './provisioner.ts';

const apiKey = 'contract-test';
let folder: string;
let running: RunningVendor;
let vendor: VendorClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vendor-contract-'));
  running = await startVendor({ ledger: join(folder, 'ledger.jsonl'), apiKey });
  vendor = createVendorClient({ url: running.url, apiKey });
});

afterAll(async () => {
  await running?.stop();
  await rm(folder, { recursive: true });
});

const provisioner = ({ timeoutMs }: { timeoutMs: number }) =>
  createHttpProvisioner({ url: running.url, apiKey, timeoutMs });

async function subscription(details: Partial<VendorDetails> = {}): Promise<string> {
  const { options, ...others } = { ...detailsBefore, ...details };
  const held = Object.entries(options).map(([optionId, quantity]) => ({ optionId, quantity }));
  return (await vendor.registerSubscription(`sub-${crypto.randomUUID()}`, { ...others, options: held })).id;
}

async function effects(subscriptionId: string): Promise<string[]> {
  const entries = await vendor.ledger(subscriptionId);
  return entries.flatMap((entry) => (entry.kind === 'applied' ? [entry.key] : []));
}

// Every way to go wrong: a new mode does not compile until its row is here. `hold` and `slow` end well, see below.
const expected: Record<Exclude<FaultMode, 'hold' | 'slow'>, Pick<Trouble, 'throws'> & Omit<FaultRequest, 'mode'>> = {
  refuse: { throws: VendorRefused },
  timeoutBefore: { throws: VendorUnavailable },
  timeoutAfter: { throws: VendorUnavailable },
  lateEffect: { throws: VendorUnavailable, delayMs: 300 },
  tooMany: { throws: VendorBusy, retryAfter: 2 },
  error: { throws: VendorUnavailable },
  garbage: { throws: VendorAnswerInvalid },
  wrongId: { throws: VendorAnswerInvalid },
  redirect: { throws: VendorAnswerInvalid },
  slowBody: { throws: VendorUnavailable },
  down: { throws: VendorUnavailable },
};
const silent: FaultMode[] = ['timeoutBefore', 'timeoutAfter', 'slowBody'];

const troubles = Object.entries(expected).map(
  ([mode, { throws, ...options }]): Trouble => ({
    name: mode,
    throws,
    timeoutMs: silent.includes(mode as FaultMode) ? 1000 : 30_000,
    arm: async (target, call) => {
      await vendor.setFault(target, { mode: mode as FaultMode, ...options, times: 1, calls: [call] });
    },
    over: async (target) => {
      // A slow body goes on until its reader has gone, and changes nothing any more.
      if (mode === 'slowBody') return;
      // These tests run at the same time, where expect.poll does not know to which of them it belongs.
      await vi.waitUntil(async () => (await vendor.fault(target)).held === 0, { timeout: 10_000 });
    },
  }),
);

provisionerContract('HTTP provisioner', provisioner, { subscription, effects, troubles });

describe('HTTP provisioner', () => {
  const newOperation = async (): Promise<VendorOperation> => ({
    key: `${crypto.randomUUID()}:1`,
    subscriptionId: await subscription(),
    operation: 'changeQuantity',
    quantity: 9,
  });
  const patient = () => provisioner({ timeoutMs: 30_000 });

  it('waits for a vendor that takes its time', async () => {
    const operation = await newOperation();
    await vendor.setFault(operation.subscriptionId, { mode: 'slow', delayMs: 200 });
    expect(await patient().apply(operation)).toMatchObject({ quantity: 9 });
  });

  it('gets the receipt when the vendor lets a held call go', async () => {
    const operation = await newOperation();
    await vendor.setFault(operation.subscriptionId, { mode: 'hold' });
    const receipt = patient().apply(operation);
    await expect.poll(async () => (await vendor.fault(operation.subscriptionId)).held).toBe(1);
    expect(await effects(operation.subscriptionId)).toEqual([]);
    expect(await vendor.release(operation.subscriptionId)).toBe(1);
    expect(await receipt).toMatchObject(operation);
  });

  it('ends a call at once, with the reason of its signal, when that aborts; the effect may yet come', async () => {
    const operation = await newOperation();
    await vendor.setFault(operation.subscriptionId, { mode: 'hold' });
    const cancel = new AbortController();
    const call = patient().apply(operation, { signal: cancel.signal });
    await expect.poll(async () => (await vendor.fault(operation.subscriptionId)).held).toBe(1);
    const reason = new Error('cancelled');
    cancel.abort(reason);
    await expect(call).rejects.toBe(reason);
    await vendor.release(operation.subscriptionId);
    await expect.poll(() => effects(operation.subscriptionId)).toEqual([operation.key]);
  });

  it('tells the wait that the vendor asks for, in seconds or until a date', async () => {
    const operation = await newOperation();
    await vendor.setFault(operation.subscriptionId, { mode: 'tooMany', retryAfter: 120 });
    await expect(patient().apply(operation)).rejects.toMatchObject({ retryAfterMs: 120_000 });
    await vendor.setFault(operation.subscriptionId, { mode: 'tooMany', retryAfter: 'Tue, 01 Jan 2999 00:00:00 GMT' });
    await expect(patient().apply(operation)).rejects.toMatchObject({ retryAfterMs: 24 * 3_600_000 });
    await vendor.setFault(operation.subscriptionId, { mode: 'tooMany' });
    await expect(patient().apply(operation)).rejects.toMatchObject({ name: 'VendorBusy', retryAfterMs: undefined });
  });

  it('does not call where a redirect points to', async () => {
    const seen: unknown[] = [];
    const elsewhere = createServer((req, res) => {
      seen.push(req.headers);
      res.end();
    }).listen(0, '127.0.0.1');
    await expect.poll(() => elsewhere.listening).toBe(true);
    const operation = await newOperation();
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    await vendor.setFault(operation.subscriptionId, { mode: 'redirect', location });
    await expect(patient().apply(operation)).rejects.toBeInstanceOf(VendorAnswerInvalid);
    elsewhere.close();
    expect(seen).toEqual([]);
  });

  it('reports a vendor that does not accept its key as unavailable, so that the order waits for the right one', async () => {
    const stranger = createHttpProvisioner({ url: running.url, apiKey: 'wrong', timeoutMs: 30_000 });
    await expect(stranger.apply(await newOperation())).rejects.toBeInstanceOf(VendorUnavailable);
  });
});
