import { describe, expect, it } from 'vitest';
import { acknowledgementStates, orderStates, statesAtWork, statesToAcknowledge } from '../../domain/order.ts';

describe('the states of an order', () => {
  it('are those of the design, of which accepted and submitted are none', () => {
    expect(orderStates).toEqual(['rejected', 'scheduled', 'inProgress', 'held', 'completed', 'failed', 'cancelled']);
    expect(acknowledgementStates).toEqual(['notRequired', 'awaiting', 'acknowledged', 'waived']);
  });

  it('never claim a subscription and wait for an acknowledgement at once', () => {
    const both = statesAtWork.filter((state) => (statesToAcknowledge as readonly string[]).includes(state));
    expect(both).toEqual([]);
  });
});
