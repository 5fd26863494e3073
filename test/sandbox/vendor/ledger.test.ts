import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBooks } from '../../../sandbox/vendor/books.ts';
import type { Entry } from '../../../sandbox/vendor/entry.ts';
import { LedgerDamaged, openLedger } from '../../../sandbox/vendor/ledger.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vendor-ledger-'));
  path = join(folder, 'deeper', 'ledger.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const at = '2026-03-01T10:00:00.000Z';
const registered: Entry = { kind: 'registered', subscriptionId: 's-1', quantity: 5, activationCode: 'A-B', at };
const applied: Entry = {
  kind: 'applied',
  key: 'o-1:1',
  subscriptionId: 's-1',
  operation: 'changeQuantity',
  quantity: 6,
  at,
};
const voided: Entry = { kind: 'voided', key: 'o-2:1', at };

async function written(...entries: Entry[]): Promise<void> {
  const ledger = openLedger(path);
  for (const entry of entries) ledger.append(entry);
  await ledger.flushed();
}

describe('the ledger', () => {
  it('is empty at first', () => {
    expect(openLedger(path)).toMatchObject({ found: [], cutOff: undefined });
  });

  it('gives what was appended, in order, when it is opened again', async () => {
    await written(registered, applied);
    await written(voided);
    expect(openLedger(path)).toMatchObject({ found: [registered, applied, voided], cutOff: undefined });
  });

  it('of the first orders is still read', async () => {
    const lines = [
      `{"kind":"registered","subscriptionId":"s-1","quantity":5,"activationCode":"A-B","at":"${at}"}`,
      `{"kind":"applied","key":"o-1:1","subscriptionId":"s-1","operation":"changeQuantity","quantity":6,"at":"${at}"}`,
      `{"kind":"voided","key":"o-2:1","at":"${at}"}`,
    ];
    await written();
    await appendFile(path, `${lines.join('\n')}\n`);
    expect(openLedger(path).found).toEqual([registered, applied, voided]);
    expect(createBooks(openLedger(path).found).subscription('s-1')).toMatchObject({
      quantity: 6,
      activationCode: 'A-B',
      planId: 'standard',
      servicePeriod: { start: '2026-03-01', end: '2026-03-31' },
    });
  });

  it('keeps the order of entries that arrive while others are being written', async () => {
    const ledger = openLedger(path);
    const keys = Array.from({ length: 200 }, (_, index) => `o-${index}:1`);
    for (const key of keys) {
      ledger.append({ kind: 'voided', key, at });
      if (key.endsWith('0:1')) await ledger.flushed();
    }
    await ledger.flushed();
    expect(openLedger(path).found).toEqual(keys.map((key) => ({ kind: 'voided', key, at })));
  });

  it.each(['{"kind":"applied","key":"o-9:1","subsc', JSON.stringify(applied), '\0\0\0'])(
    'cuts off a last line without its end, says so, and goes on behind it: %j',
    async (torn) => {
      await written(registered, applied);
      await appendFile(path, torn);
      expect(openLedger(path)).toMatchObject({ found: [registered, applied], cutOff: torn });
      await written(voided);
      expect(openLedger(path)).toMatchObject({ found: [registered, applied, voided], cutOff: undefined });
    },
  );

  it.each(['not json', '{}', '{"kind":"applied"}', ''])(
    'with the whole line %j is damaged, and left as it is',
    async (line) => {
      await written(registered);
      await appendFile(path, `${line}\n${JSON.stringify(applied)}\ntorn`);
      const before = await readFile(path, 'utf8');
      expect(() => openLedger(path)).toThrow(LedgerDamaged);
      expect(() => openLedger(path)).toThrow(`Line 2 of ${path}`);
      expect(await readFile(path, 'utf8')).toBe(before);
    },
  );
});
