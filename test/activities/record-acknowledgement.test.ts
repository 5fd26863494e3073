import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDecideOrder } from '../../activities/decide-order.ts';
import { createRecordAcknowledgement } from '../../activities/record-acknowledgement.ts';
import { recordCompletion } from '../../activities/record-outcome.ts';
import { asTenant, type Database, openDatabase } from '../../db/client.ts';
import { findOrder } from '../../db/orders.ts';
import { createDatabase, type OwnDatabase } from '../support/database.ts';
import { orderInput } from '../support/order-input.ts';

const now = () => new Date('2026-11-24T10:00:00Z');
let owned: OwnDatabase;
let database: Database;
let recordAcknowledgement: ReturnType<typeof createRecordAcknowledgement>;
let orderId: string;
let noticeHash: string;
beforeAll(async () => {
  owned = await createDatabase();
  database = openDatabase(owned.url);
  recordAcknowledgement = createRecordAcknowledgement({ database, now });
  const input = orderInput();
  orderId = input.orderId;
  await createDecideOrder({ database, now })(input);
});
afterAll(async () => {
  await database.close();
  await owned.drop();
});

const stored = () => asTenant(database, 'changeover_api', 'acme', (transaction) => findOrder(transaction, orderId));
const seen = (change: object = {}) =>
  recordAcknowledgement({ tenant: 'acme', orderId, subject: 'hana', channel: 'web', noticeHash, ...change });
const notTaken = { type: 'OrderNotFinished', nonRetryable: true };

describe('recording an acknowledgement', () => {
  it('before there is an outcome fails for good', async () => {
    noticeHash = 'hash-of-nothing';
    await expect(seen()).rejects.toMatchObject(notTaken);
  });

  it('of an outcome that was not shown fails for good', async () => {
    await recordCompletion(database, { tenant: 'acme', orderId, at: now() });
    noticeHash = (await stored())?.noticeHash ?? '';
    await expect(seen({ noticeHash: 'hash-of-another-notice' })).rejects.toMatchObject(notTaken);
    expect(await stored()).toMatchObject({ acknowledgement: 'awaiting' });
  });

  it('for another tenant, or of no order, fails for good', async () => {
    await expect(seen({ tenant: 'globex' })).rejects.toMatchObject(notTaken);
    await expect(seen({ orderId: randomUUID() })).rejects.toMatchObject(notTaken);
  });

  it('keeps who has seen it, where and when', async () => {
    expect(await seen()).toEqual({ state: 'completed', acknowledgement: 'acknowledged' });
    expect(await stored()).toMatchObject({
      acknowledgedBy: 'hana',
      acknowledgedChannel: 'web',
      acknowledgedAt: now(),
    });
  });

  it('again answers the same and changes nothing', async () => {
    const before = await stored();
    expect(await seen({ subject: 'olga' })).toEqual({ state: 'completed', acknowledgement: 'acknowledged' });
    expect(await stored()).toEqual(before);
  });
});
