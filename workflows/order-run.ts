import {
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  workflowInfo,
} from '@temporalio/workflow';
import type { OrderActivities, VendorActivities } from '../activities/index.ts';
import { ORDER_NOT_CANCELLABLE } from '../domain/failures.ts';
import { type OrderState, statesToAcknowledge } from '../domain/order.ts';
import { atTheVendor, inOneTransaction } from './activity-options.ts';
import type { Acknowledgement, Cancellation, OrderInput, OrderStanding, Repair, Withdrawal } from './messages.ts';
import { vendorTaskQueue } from './messages.ts';

const local = proxyLocalActivities<OrderActivities>(inOneTransaction);

/** How long an order whose day has come waits for its turn, in milliseconds: twice as long each time. */
const FIRST_TURN_MS = 15_000;
const LATEST_TURN_MS = 600_000;

/** One run of an order's workflow: where the order stands, and who is waiting for it to stand elsewhere. */
export class OrderRun {
  readonly #input: OrderInput;
  readonly #order: { tenant: string; orderId: string };
  readonly #vendor: ReturnType<typeof atVendor>;
  #standing: OrderStanding | undefined;
  #refusal: unknown;
  #isRecording = false;
  #withdrawal: Withdrawal | undefined;
  #working: CancellationScope | undefined;

  constructor(input: OrderInput) {
    this.#input = input;
    this.#order = { tenant: input.tenant, orderId: input.orderId };
    this.#vendor = atVendor(input.vendor);
  }

  /** The order's life: decided, perhaps waiting for its day, carried out, and open until its outcome has been seen. */
  async untilSeen(): Promise<OrderStanding> {
    try {
      const { resumed, ...decided } = await local.decideOrder(this.#input);
      this.#enter(decided);
      await this.#untilItsDay();
      await this.#untilSettled(resumed);
    } catch (error) {
      this.#refusal = error;
      await condition(allHandlersFinished);
      throw error;
    }
    await condition(() => this.#standing?.acknowledgement !== 'awaiting');
    await condition(allHandlersFinished);
    return this.#standing as OrderStanding;
  }

  async verdict(): Promise<OrderStanding> {
    await this.#until(() => true);
    return this.#standing as OrderStanding;
  }

  async acknowledge(by: Acknowledgement): Promise<OrderStanding> {
    // The outcome is in Postgres, and so may be seen, a moment before this workflow hears of it.
    await this.#until((state) => (statesToAcknowledge as readonly OrderState[]).includes(state));
    return this.#inTurn(() => local.recordAcknowledgement({ ...this.#order, ...by }));
  }

  async waive(by: Cancellation): Promise<OrderStanding> {
    await this.#until(() => true);
    return this.#inTurn(() => local.waiveAcknowledgement({ ...this.#order, ...by }));
  }

  /** Before it begins an order is simply taken back; at work it is settled with the vendor first. Fails when it is too late. */
  async takeBack(by: Cancellation): Promise<OrderStanding> {
    await this.#until(() => true);
    if (this.#standing?.nextAt !== undefined) return this.#inTurn(() => local.cancelOrder({ ...this.#order, ...by }));
    return this.#endedAs({ ...by, as: 'cancelled' });
  }

  /** Has a held order tried again, taken for done, or given up. Fails when it is not held. */
  async repair({ verb, ...by }: Repair): Promise<OrderStanding> {
    // The hold is in Postgres, and so may be repaired, a moment before this workflow hears of it.
    await this.#until((state) => state !== 'inProgress');
    if (verb === 'abort' && this.#state() === 'held') return this.#endedAs({ ...by, as: 'aborted' });
    return this.#inTurn(() => local.repairOrder({ ...this.#order, ...by, verb }));
  }

  #state(): OrderState | undefined {
    return this.#standing?.state;
  }

  #enter(next: OrderStanding): OrderStanding {
    setCurrentDetails(details(this.#input, next));
    this.#standing = next;
    return next;
  }

  /** Waits for a state; throws what ended the workflow without one. */
  async #until(isReached: (state: OrderState) => boolean): Promise<void> {
    await condition(() => {
      const state = this.#state();
      return this.#refusal !== undefined || (state !== undefined && isReached(state));
    });
    if (this.#refusal !== undefined) throw this.#refusal;
  }

  // One at a time, because local activities at the same time may be replayed in another order.
  async #inTurn(step: () => Promise<OrderStanding>): Promise<OrderStanding> {
    while (this.#isRecording) await condition(() => !this.#isRecording);
    this.#isRecording = true;
    try {
      return this.#enter(await step());
    } finally {
      this.#isRecording = false;
    }
  }

  /**
   * A scheduled order sleeps until its day, and then asks for its turn; it may be taken back meanwhile. One that a cancellation has
   * withdrawn sleeps on, for undoing that brings it back.
   */
  async #untilItsDay(): Promise<void> {
    for (let turns = 0; this.#standing?.nextAt !== undefined; ) {
      const ms = Date.parse(this.#standing.nextAt) - Date.now();
      turns = ms > 0 ? 0 : turns + 1;
      const pause = ms > 0 ? ms : turnMs(turns);
      if (pause > 0) await condition(() => this.#standing?.nextAt === undefined, pause);
      if (this.#standing?.nextAt !== undefined) await this.#inTurn(() => local.beginOrder(this.#order));
    }
  }

  /** Until the vendor has done it, refused it, or it has been taken back; what is held waits for an operator. */
  async #untilSettled(resumed: boolean): Promise<void> {
    for (let again = resumed; this.#state() === 'inProgress' || this.#state() === 'held'; again = true) {
      if (this.#withdrawal !== undefined) {
        const ended = await this.#vendor.withdraw({ ...this.#order, ...this.#withdrawal });
        this.#withdrawal = undefined;
        this.#enter(ended);
      } else if (this.#state() === 'held') {
        await condition(() => this.#state() !== 'held' || this.#withdrawal !== undefined);
      } else {
        await this.#provision(again);
      }
    }
    this.#withdrawal = undefined;
  }

  async #provision(resumed: boolean): Promise<void> {
    const input = { ...this.#order, resumed, firstRunId: workflowInfo().firstExecutionRunId };
    this.#working = new CancellationScope();
    try {
      this.#enter(await this.#working.run(() => this.#vendor.provision(input)));
    } catch (error) {
      // However the last attempt ended, what came of it is found out when the order is settled.
      if (this.#withdrawal === undefined) throw error;
    } finally {
      this.#working = undefined;
    }
  }

  async #endedAs(withdrawal: Withdrawal): Promise<OrderStanding> {
    if (this.#state() !== 'inProgress' && this.#state() !== 'held') throw notCancellable();
    this.#withdrawal ??= withdrawal;
    this.#working?.cancel();
    await condition(() => this.#withdrawal === undefined || this.#refusal !== undefined);
    if (this.#refusal !== undefined) throw this.#refusal;
    const wanted = withdrawal.as === 'cancelled' ? 'cancelled' : 'failed';
    if (this.#state() !== wanted) throw notCancellable();
    return this.#standing as OrderStanding;
  }
}

/** The pause before the nth time that an order asks for its turn; none before the first. */
const turnMs = (turns: number): number => (turns <= 1 ? 0 : Math.min(FIRST_TURN_MS * 2 ** (turns - 2), LATEST_TURN_MS));

/** The vendor's queue bounds how fast all workers together call it; people go before sweeps. */
const atVendor = (vendor: string) =>
  proxyActivities<VendorActivities>({
    ...atTheVendor,
    taskQueue: vendorTaskQueue(vendor),
    priority: { priorityKey: 2 },
    // An attempt that is under way ends before the order is settled otherwise.
    cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  });

const notCancellable = (): ApplicationFailure =>
  ApplicationFailure.nonRetryable('The order can no longer be taken back', ORDER_NOT_CANCELLABLE);

/** Shown in Temporal's own pages, for operators. */
const details = ({ request, vendor }: OrderInput, { state, acknowledgement }: OrderStanding): string =>
  `**${state}**, acknowledgement ${acknowledgement}\n\n${request.type} of ${subjectOf(request)} at ${vendor}`;

const subjectOf = (request: OrderInput['request']): string =>
  request.type === 'purchase' ? request.productId : request.subscriptionId;
