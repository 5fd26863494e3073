import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { describe, expect, inject, it } from 'vitest';
import { quietRuntime } from '../support/quiet-runtime.ts';

quietRuntime();

const folder = join(import.meta.dirname, 'histories');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

const replay = (history: string): Promise<void> =>
  Worker.runReplayHistory(
    { workflowBundle: { codePath: inject('workflowBundle') } },
    JSON.parse(history),
    'order-replayed',
  );

describe('a history recorded earlier', () => {
  it.each(files)('%s replays on the present code', async (file) => {
    await replay(read(file));
  });

  it.each(files)('%s tells nothing of the machine it was made on', (file) => {
    expect(read(file)).not.toMatch(/stackTrace|\d@[\w-]+"|\/node_modules\//);
  });

  it('is there for every way an order can go', () => {
    const ways = new Set(files.map((file) => file.split('.')[1]));
    expect([...ways].sort()).toEqual(
      expect.arrayContaining([
        ...['acknowledged', 'awaiting', 'begun', 'cancelled', 'compensated', 'failed', 'held', 'purchased'],
        ...['rejected', 'repaired', 'resumed', 'retried', 'scheduled', 'taken-back'],
      ]),
    );
  });
});

describe('a history that the present code could not have made', () => {
  const history = read(files.find((file) => file.includes('.acknowledged.')) ?? '');

  it('with another activity is refused', async () => {
    const tampered = history.replace('"name": "provision"', '"name": "provisionElsewhere"');
    expect(tampered).not.toBe(history);
    await expect(replay(tampered)).rejects.toThrow(DeterminismViolationError);
  });

  it('whose steps are in another order is refused', async () => {
    const { events } = JSON.parse(history) as { events: HistoryEvent[] };
    const ofVendor = events.filter(({ eventType }) => eventType.startsWith('EVENT_TYPE_ACTIVITY_TASK_'));
    const others = events.filter((event) => !ofVendor.includes(event));
    const secondTask = others.findLastIndex(({ eventType }) => eventType === 'EVENT_TYPE_WORKFLOW_TASK_SCHEDULED');
    // The vendor called only once somebody has acknowledged the outcome.
    const tampered = others.toSpliced(secondTask, 0, ...ofVendor);
    await expect(replay(renumbered(tampered))).rejects.toThrow(DeterminismViolationError);
  });

  it('in which a step is missing is refused', async () => {
    const { events } = JSON.parse(history) as { events: HistoryEvent[] };
    const tampered = events.filter(({ eventType }) => !eventType.startsWith('EVENT_TYPE_ACTIVITY_TASK_'));
    await expect(replay(renumbered(tampered))).rejects.toThrow(DeterminismViolationError);
  });

  it('in which a scheduled order has not slept is refused', async () => {
    const { events } = JSON.parse(read(files.find((file) => file.includes('.begun.')) ?? '')) as {
      events: HistoryEvent[];
    };
    const tampered = events.filter(({ eventType }) => !eventType.startsWith('EVENT_TYPE_TIMER_'));
    expect(tampered).toHaveLength(events.length - 2);
    await expect(replay(renumbered(tampered))).rejects.toThrow(DeterminismViolationError);
  });

  it('is refused for what was changed, and not for how', async () => {
    const { events } = JSON.parse(history) as { events: HistoryEvent[] };
    await replay(renumbered(events));
  });
});

type HistoryEvent = { eventId: string; eventType: string };

/** The events as a history of its own: numbered from 1, with all that refers to a number following. */
function renumbered(events: readonly HistoryEvent[]): string {
  const numbers = new Map(events.map(({ eventId }, index) => [eventId, String(index + 1)]));
  return JSON.stringify({ events }, (key, value) => (/[eE]ventId$/.test(key) ? (numbers.get(value) ?? value) : value));
}
