import { describe, expect, it } from 'vitest';
import { type VendorOperation, VendorRefused } from '../../activities/vendor/provisioner.ts';
import { answers } from '../../activities/vendor/receipt.ts';
import { oneOfEach } from './operations.ts';
import { type Controls, type MakeProvisioner, newKey } from './provisioner.ts';

/** What a Provisioner makes of everything that can go wrong: befalling apply, each holds for all operations at once. */
export function troublesContract(
  name: string,
  makeProvisioner: MakeProvisioner,
  { subscription, effects, troubles }: Controls,
): void {
  const patient = () => makeProvisioner({ timeoutMs: 30_000 });

  /** Tries `check` on every operation, each on a subscription of its own. */
  async function withEach(check: (operation: VendorOperation) => Promise<void>): Promise<void> {
    const checks = oneOfEach.map(async ({ does, before }) => {
      const subscriptionId = does.operation === 'create' ? `new-${crypto.randomUUID()}` : await subscription(before);
      await check({ ...does, key: newKey(), subscriptionId });
    });
    await Promise.all(checks);
  }

  const newOperation = async (): Promise<VendorOperation> => ({
    key: newKey(),
    subscriptionId: await subscription(),
    operation: 'changeQuantity',
    quantity: 6,
  });

  describe.concurrent.each(troubles)(`${name}: trouble $name`, ({ throws, timeoutMs, arm, over }) => {
    const troubled = () => makeProvisioner({ timeoutMs });

    if (throws === VendorRefused) {
      it(`befalling apply is reported as ${throws.name} and leaves no effect`, () =>
        withEach(async (operation) => {
          await arm(operation.subscriptionId, 'apply');
          await expect(troubled().apply(operation)).rejects.toBeInstanceOf(throws);
          expect(await patient().lookUp(operation.key)).toBeUndefined();
          expect(await effects(operation.subscriptionId)).toEqual([]);
        }));
      return;
    }

    it(`befalling apply is reported as ${throws.name} and leaves exactly one effect after look-up and repeat`, () =>
      withEach(async (operation) => {
        await arm(operation.subscriptionId, 'apply');
        await expect(troubled().apply(operation)).rejects.toBeInstanceOf(throws);
        const receipt = (await patient().lookUp(operation.key)) ?? (await patient().apply(operation));
        await over(operation.subscriptionId);
        expect(answers(receipt, operation)).toBe(true);
        expect(await patient().lookUp(operation.key)).toEqual(receipt);
        expect(await effects(operation.subscriptionId)).toEqual([operation.key]);
      }));

    it('befalling apply is settled for good by voidKey', () =>
      withEach(async (operation) => {
        await arm(operation.subscriptionId, 'apply');
        await expect(troubled().apply(operation)).rejects.toBeInstanceOf(throws);
        const settled = await patient().voidKey(operation.key);
        await over(operation.subscriptionId);
        expect(await effects(operation.subscriptionId)).toEqual(settled === 'voided' ? [] : [operation.key]);
      }));

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

    it('befalling details is never taken for an answer', async () => {
      const id = await subscription();
      await arm(id, 'read');
      await expect(troubled().details(id)).rejects.toBeInstanceOf(throws);
      expect(await patient().details(id)).toMatchObject({ quantity: 5 });
    });
  });
}
