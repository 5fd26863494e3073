import { describe, expect, it } from 'vitest';
import {
  type Provisioner,
  VendorAnswerInvalid,
  type VendorBusy,
  type VendorOperation,
  VendorRefused,
  type VendorUnavailable,
} from '../../activities/vendor/provisioner.ts';

type VendorErrorClass =
  | typeof VendorRefused
  | typeof VendorBusy
  | typeof VendorUnavailable
  | typeof VendorAnswerInvalid;

/** Something that can go wrong with one call at the vendor, and as what the Provisioner must report it. */
export type Trouble = {
  name: string;
  throws: VendorErrorClass;
  /** Milliseconds the Provisioner is given for a call; short where the trouble is silence. */
  timeoutMs: number;
  /** Makes it befall the next call of the kind that concerns the subscription. */
  arm(subscriptionId: string, call: 'apply' | 'lookUp' | 'void'): Promise<void>;
  /** Resolves when no effect of an earlier call can come any more. */
  over(subscriptionId: string): Promise<void>;
};

export type Controls = {
  /** Registers a new subscription with quantity 5 and gives its id. */
  subscription(): Promise<string>;
  /** The quantities that the vendor applied to the subscription, in order. */
  effects(subscriptionId: string): Promise<number[]>;
  troubles: Trouble[];
};

/** Rules of every Provisioner, whatever vendor and protocol is behind it. */
export function provisionerContract(
  name: string,
  makeProvisioner: (options: { timeoutMs: number }) => Provisioner,
  { subscription, effects, troubles }: Controls,
): void {
  const patient = () => makeProvisioner({ timeoutMs: 30_000 });
  const operationOn = (subscriptionId: string, change: Partial<VendorOperation> = {}): VendorOperation => ({
    key: `${crypto.randomUUID()}:1`,
    subscriptionId,
    operation: 'changeQuantity',
    quantity: 6,
    ...change,
  });
  const newOperation = async () => operationOn(await subscription());

  describe(`${name}: apply`, () => {
    it('gives a receipt of the operation once it is applied', async () => {
      const operation = await newOperation();
      const receipt = await patient().apply(operation);
      expect(receipt).toEqual({ ...operation, appliedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
      expect(await effects(operation.subscriptionId)).toEqual([6]);
    });

    it('gives the same receipt for every repeat and applies nothing again', async () => {
      const operation = await newOperation();
      const first = await patient().apply(operation);
      await patient().apply(operationOn(operation.subscriptionId, { quantity: 8 }));
      expect(await patient().apply(operation)).toEqual(first);
      expect(await effects(operation.subscriptionId)).toEqual([6, 8]);
    });

    it('applies equal operations sent at the same time once', async () => {
      const operation = await newOperation();
      const receipts = await Promise.all(Array.from({ length: 20 }, () => patient().apply(operation)));
      expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
      expect(await effects(operation.subscriptionId)).toEqual([6]);
    });

    it('applies nothing when the key was used for another operation', async () => {
      const operation = await newOperation();
      await patient().apply(operation);
      await expect(patient().apply({ ...operation, quantity: 7 })).rejects.toBeInstanceOf(VendorAnswerInvalid);
      expect(await effects(operation.subscriptionId)).toEqual([6]);
    });

    it('is refused for a subscription that the vendor does not know', async () => {
      const operation = operationOn('nobody-knows-me');
      await expect(patient().apply(operation)).rejects.toMatchObject({
        name: 'VendorRefused',
        code: 'UNKNOWN_SUBSCRIPTION',
      });
      expect(await patient().lookUp(operation.key)).toBeUndefined();
    });

    it('is not sent when its signal is aborted already', async () => {
      const operation = await newOperation();
      const reason = new Error('cancelled');
      await expect(patient().apply(operation, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      expect(await patient().lookUp(operation.key)).toBeUndefined();
    });
  });

  describe(`${name}: lookUp`, () => {
    it('gives nothing for a key under which nothing was applied', async () => {
      const { key } = await newOperation();
      expect(await patient().lookUp(key)).toBeUndefined();
    });

    it('gives the receipt that apply gave', async () => {
      const operation = await newOperation();
      const receipt = await patient().apply(operation);
      expect(await patient().lookUp(operation.key)).toEqual(receipt);
    });
  });

  describe(`${name}: voidKey`, () => {
    it('makes sure that the key is never applied', async () => {
      const operation = await newOperation();
      expect(await patient().voidKey(operation.key)).toBe('voided');
      await expect(patient().apply(operation)).rejects.toMatchObject({ name: 'VendorRefused', code: 'KEY_VOIDED' });
      expect(await patient().lookUp(operation.key)).toBeUndefined();
      expect(await effects(operation.subscriptionId)).toEqual([]);
    });

    it('says that it is too late when the key is applied, and leaves the effect', async () => {
      const operation = await newOperation();
      const receipt = await patient().apply(operation);
      expect(await patient().voidKey(operation.key)).toBe('alreadyApplied');
      expect(await patient().lookUp(operation.key)).toEqual(receipt);
      expect(await effects(operation.subscriptionId)).toEqual([6]);
    });

    it('gives the same answer when repeated', async () => {
      const [voided, applied] = [await newOperation(), await newOperation()];
      await patient().voidKey(voided.key);
      await patient().apply(applied);
      await patient().voidKey(applied.key);
      expect(await patient().voidKey(voided.key)).toBe('voided');
      expect(await patient().voidKey(applied.key)).toBe('alreadyApplied');
    });

    it('racing apply has one winner, on which both agree', async () => {
      const races = Array.from({ length: 10 }, async () => {
        const operation = await newOperation();
        const [applied, settled] = await Promise.allSettled([
          patient().apply(operation),
          patient().voidKey(operation.key),
        ]);
        expect(settled).toEqual({
          status: 'fulfilled',
          value: applied.status === 'fulfilled' ? 'alreadyApplied' : 'voided',
        });
        expect(await effects(operation.subscriptionId)).toEqual(applied.status === 'fulfilled' ? [6] : []);
      });
      await Promise.all(races);
    });
  });

  describe.concurrent.each(troubles)(`${name}: trouble $name`, ({ throws, timeoutMs, arm, over }) => {
    const troubled = () => makeProvisioner({ timeoutMs });

    it(`befalling apply is reported as ${throws.name}`, async () => {
      const operation = await newOperation();
      await arm(operation.subscriptionId, 'apply');
      await expect(troubled().apply(operation)).rejects.toBeInstanceOf(throws);
    });

    if (throws === VendorRefused) {
      it('leaves no effect', async () => {
        const operation = await newOperation();
        await arm(operation.subscriptionId, 'apply');
        await expect(troubled().apply(operation)).rejects.toBeInstanceOf(VendorRefused);
        expect(await patient().lookUp(operation.key)).toBeUndefined();
        expect(await effects(operation.subscriptionId)).toEqual([]);
      });
      return;
    }

    it('befalling apply leaves exactly one effect after look-up and repeat', async () => {
      const operation = await newOperation();
      await arm(operation.subscriptionId, 'apply');
      await expect(troubled().apply(operation)).rejects.toBeInstanceOf(throws);
      const receipt = (await patient().lookUp(operation.key)) ?? (await patient().apply(operation));
      await over(operation.subscriptionId);
      expect(receipt).toMatchObject(operation);
      expect(await patient().lookUp(operation.key)).toEqual(receipt);
      expect(await effects(operation.subscriptionId)).toEqual([6]);
    });

    it('befalling apply is settled for good by voidKey', async () => {
      const operation = await newOperation();
      await arm(operation.subscriptionId, 'apply');
      await expect(troubled().apply(operation)).rejects.toBeInstanceOf(throws);
      const settled = await patient().voidKey(operation.key);
      await over(operation.subscriptionId);
      expect(await effects(operation.subscriptionId)).toEqual(settled === 'voided' ? [] : [6]);
    });

    it('befalling lookUp is never taken for an answer', async () => {
      const operation = await newOperation();
      const receipt = await patient().apply(operation);
      await arm(operation.subscriptionId, 'lookUp');
      await expect(troubled().lookUp(operation.key)).rejects.toBeInstanceOf(throws);
      expect(await patient().lookUp(operation.key)).toEqual(receipt);
    });

    it('befalling voidKey is never taken for an answer', async () => {
      const operation = await newOperation();
      await patient().apply(operation);
      await arm(operation.subscriptionId, 'void');
      await expect(troubled().voidKey(operation.key)).rejects.toBeInstanceOf(throws);
      expect(await patient().voidKey(operation.key)).toBe('alreadyApplied');
    });
  });
}
