import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpProvisioner } from '../../../activities/vendor/http-provisioner.ts';
import type { VendorOperation, VendorReceipt } from '../../../activities/vendor/provisioner.ts';
import { createVendorClient } from '../../../sandbox/vendor/client.ts';
import { type RunningVendor, startVendor } from '../../../sandbox/vendor/start.ts';
import { changeCases, creation } from '../../contract/operations.ts';
import { secret, startReceiver } from './receiver.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vendor-process-'));
  path = join(folder, 'ledger.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

describe('the vendor process, killed and started again on its ledger', () => {
  const apiKey = 'ledger-test';
  const impatient = 1000;
  let running: RunningVendor | undefined;
  afterEach(async () => {
    running?.kill();
    await running?.exited;
    running = undefined;
  });

  const operation = ({ key = 'o-1:1', quantity = 6 } = {}): VendorOperation => ({
    key,
    subscriptionId: 's-1',
    operation: 'changeQuantity',
    quantity,
  });

  async function start(events?: { url: string; secret: string; tenant: string }) {
    running = await startVendor({ ledger: path, apiKey, port: running?.port ?? 0, ...(events && { events }) });
    const client = createVendorClient({ url: running.url, apiKey });
    const provisioner = (timeoutMs = 30_000) => createHttpProvisioner({ url: running?.url ?? '', apiKey, timeoutMs });
    const effects = async () => (await client.ledger()).filter(({ kind }) => kind === 'applied');
    return { client, provisioner, effects };
  }

  async function killAndStart(...given: Parameters<typeof start>) {
    running?.kill();
    expect(await running?.exited).toMatchObject({ signal: 'SIGKILL' });
    return start(...given);
  }

  it('after an answer knows its effect and gives the same receipt', async () => {
    const before = await start();
    const { activationCode } = await before.client.registerSubscription('s-1', { quantity: 5 });
    const receipt = await before.provisioner().apply(operation());

    const after = await killAndStart();
    expect(await after.provisioner().lookUp('o-1:1')).toEqual(receipt);
    expect(await after.provisioner().apply(operation())).toEqual(receipt);
    expect(await after.effects()).toHaveLength(1);
    expect(await after.client.subscription('s-1')).toMatchObject({ quantity: 6, activationCode });
  });

  it('after an effect without an answer gives the receipt of that effect', async () => {
    const before = await start();
    await before.client.registerSubscription('s-1', { quantity: 5 });
    await before.client.setFault('s-1', { mode: 'timeoutAfter' });
    await expect(before.provisioner(impatient).apply(operation())).rejects.toMatchObject({ name: 'VendorUnavailable' });

    const after = await killAndStart();
    expect(await after.provisioner().lookUp('o-1:1')).toMatchObject(operation());
    await after.provisioner().apply(operation());
    expect(await after.effects()).toHaveLength(1);
  });

  it('during a call, before the effect, has no effect until the call is repeated', async () => {
    const before = await start();
    await before.client.registerSubscription('s-1', { quantity: 5 });
    await before.client.setFault('s-1', { mode: 'hold' });
    const call = before.provisioner().apply(operation());
    const failed = expect(call).rejects.toMatchObject({ name: 'VendorUnavailable' });
    await expect.poll(async () => (await before.client.fault('s-1')).held).toBe(1);

    const after = await killAndStart();
    await failed;
    expect(await after.provisioner().lookUp('o-1:1')).toBeUndefined();
    await after.provisioner().apply(operation());
    expect(await after.effects()).toHaveLength(1);
  });

  it('still refuses a key that was voided', async () => {
    const before = await start();
    await before.client.registerSubscription('s-1', { quantity: 5 });
    await before.provisioner().voidKey('o-1:1');

    const after = await killAndStart();
    await expect(after.provisioner().apply(operation())).rejects.toMatchObject({ code: 'KEY_VOIDED' });
    expect(await after.effects()).toEqual([]);
  });

  it('knows every kind of effect, and calls what it has made by the same id', async () => {
    const before = await start();
    const does = { ...creation(), key: 'o-1:create', subscriptionId: 'ours-1' };
    const receipt = await before.provisioner().apply(does);
    const id = receipt.operation === 'create' ? receipt.vendorSubscriptionId : '';
    const changes = changeCases.map(({ does }, index) => ({ ...does, key: `o-2:${index}`, subscriptionId: id }));
    const outcomes = await Promise.allSettled(changes.map((change) => before.provisioner().apply(change)));
    const details = await before.provisioner().details(id);

    const after = await killAndStart();
    expect(await after.provisioner().apply(does)).toEqual(receipt);
    expect(await after.provisioner().details(id)).toEqual(details);
    expect(await Promise.all(changes.map(({ key }) => after.provisioner().lookUp(key)))).toEqual(
      outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined)),
    );
  });

  it('sends the events that had not been taken, under their ids', async () => {
    const receiver = await startReceiver();
    try {
      receiver.refuse(1);
      const events = { url: receiver.url, secret, tenant: 'acme' };
      const before = await start(events);
      await before.client.registerSubscription('s-1', { quantity: 5, vendor: 'kaspersky' });
      await before.client.assign('s-1', 4);
      await expect.poll(() => receiver.seen.length).toBe(1);

      const after = await killAndStart(events);
      await expect.poll(() => receiver.taken.map(({ id }) => id)).toEqual(receiver.seen.slice(0, 1));
      const kinds = async () => (await after.client.ledger()).map(({ kind }) => kind);
      await expect.poll(kinds).toEqual(['registered', 'occurred', 'delivered']);
    } finally {
      await receiver.close();
    }
  });

  it('in a storm of calls has lost none that it answered, and repeating all leaves one effect each', async () => {
    const before = await start();
    await before.client.registerSubscription('s-1', { quantity: 5 });
    const sent: VendorOperation[] = [];
    const receipts: VendorReceipt[] = [];
    // Each sends one operation after the other until the kill ends it, so the kill always falls into the storm.
    const sender = async (): Promise<never> => {
      for (;;) {
        const next = operation({ key: `o-${sent.length}:1`, quantity: sent.length + 1 });
        sent.push(next);
        receipts.push(await before.provisioner().apply(next));
        if (receipts.length === 100) running?.kill();
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: 30 }, sender));
    expect(ends.map((end) => end.status === 'rejected' && end.reason.name)).toEqual(
      Array(30).fill('VendorUnavailable'),
    );

    const after = await killAndStart();
    expect(await Promise.all(receipts.map(({ key }) => after.provisioner().lookUp(key)))).toEqual(receipts);
    await Promise.all(sent.map((one) => after.provisioner().apply(one)));
    const keys = (await after.effects()).map((entry) => 'key' in entry && entry.key);
    expect(keys.toSorted()).toEqual(sent.map(({ key }) => key).toSorted());
  });

  it('reports on its log the torn line that it cuts off', async () => {
    const before = await start();
    await before.client.registerSubscription('s-1', { quantity: 5 });
    await before.provisioner().apply(operation());
    running?.kill();
    await running?.exited;
    await appendFile(path, '{"kind":"app');
    const after = await start();
    expect(await after.effects()).toHaveLength(1);
    expect(running?.lastLines()).toContainEqual(expect.stringMatching(/cut off: "{\\"kind\\":\\"app"/));
  });

  it('does not start on a damaged ledger, and says which line and what to do', async () => {
    await writeFile(path, 'damaged\n');
    await expect(start()).rejects.toMatchObject({
      advice: expect.stringMatching(/Line 1 of .*ledger\.jsonl.*Repair it, or move it away/),
    });
  });

  it('does not start on a taken port, and leaves the ledger of the one that holds it alone', async () => {
    await start();
    await appendFile(path, '{"being":"writ');
    const second = startVendor({ ledger: path, apiKey, port: running?.port ?? 0, logFile: join(folder, 'second.log') });
    await expect(second).rejects.toMatchObject({
      advice: expect.stringMatching(/Port \d+ on 127\.0\.0\.1 is taken; set VENDOR_PORT/),
    });
    expect(await readFile(path, 'utf8')).toBe('{"being":"writ');
  });

  it('ends at SIGTERM, with calls still held', async () => {
    const { client, provisioner } = await start();
    await client.registerSubscription('s-1', { quantity: 5 });
    await client.setFault('s-1', { mode: 'hold' });
    const failed = expect(provisioner().apply(operation())).rejects.toMatchObject({ name: 'VendorUnavailable' });
    await expect.poll(async () => (await client.fault('s-1')).held).toBe(1);
    process.kill(running?.pid ?? 0, 'SIGTERM');
    expect(await running?.exited).toEqual({ code: 0, signal: null });
    await failed;
  });
});
