import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import { type Decided, replayDecision } from '../../domain/policy-replay.ts';
import type { PolicyRules } from '../../domain/rules/policy-rules.ts';
import { decisionInput, type Given } from './decision-input.ts';
import { groupwareAnnual } from './products/groupware.ts';

function decided(given: Given): Decided {
  const { policy: _, ...judged } = decisionInput(given);
  return { orderId: 'order-1', judged, decision: decide(decisionInput(given)) };
}

const replayed = (given: Given, rules: PolicyRules) =>
  replayDecision(decided(given), { ...decisionInput(given).policy, version: 4, rules });

const fewer: Given = { of: groupwareAnnual, today: '2026-12-10', order: { quantity: 18 } };
const contract = groupwareAnnual.policy.rules;

describe('a decision replayed under another policy', () => {
  it('does not differ when the verdict is the same, whatever the version', () => {
    expect(replayed(fewer, contract)).toBeUndefined();
    expect(replayed(fewer, { ...contract, trialLock: {} })).toBeUndefined();
  });

  it('differs when what was accepted is rejected', () => {
    expect(replayed(fewer, { ...contract, skuQuantityRange: {}, contactEmailRequired: {} })).toBeUndefined();
    const billed: Given = {
      ...fewer,
      rules: { ...contract, renewalWindow: undefined },
      today: '2026-06-10',
    };
    expect(replayed(billed, contract)).toEqual({
      orderId: 'order-1',
      before: { outcome: 'accepted', effectiveDate: '2027-01-01', codes: [] },
      after: { outcome: 'rejected', effectiveDate: null, codes: ['DECREASE_OUTSIDE_RENEWAL_WINDOW'] },
    });
  });

  it('differs when what was rejected is accepted', () => {
    const early: Given = { ...fewer, today: '2026-06-10' };
    expect(replayed(early, { ...contract, renewalWindow: undefined })).toMatchObject({
      before: { outcome: 'rejected' },
      after: { outcome: 'accepted', effectiveDate: '2027-01-01' },
    });
  });

  it('differs when it holds from another day', () => {
    expect(replayed(fewer, { ...contract, timing: {} })).toMatchObject({
      before: { outcome: 'accepted', effectiveDate: '2027-01-01' },
      after: { outcome: 'accepted', effectiveDate: '2026-12-10' },
    });
  });

  it('differs when other rules reject it', () => {
    const trial: Given = { ...fewer, today: '2026-06-10', subscription: { trial: true } };
    expect(replayed(trial, { ...contract, trialLock: {} })).toMatchObject({
      before: { codes: ['DECREASE_OUTSIDE_RENEWAL_WINDOW'] },
      after: { codes: ['DECREASE_OUTSIDE_RENEWAL_WINDOW', 'TRIAL_LOCKED'] },
    });
  });

  it('does not differ by the order in which the rules were asked', () => {
    const rules = { ...contract, trialLock: {} };
    const trial: Given = { ...fewer, today: '2026-06-10', subscription: { trial: true }, rules };
    const { decision, ...rest } = decided(trial);
    const otherOrder = { ...rest, decision: { ...decision, rejections: [...decision.rejections].reverse() } };
    expect(decision.rejections).toHaveLength(2);
    expect(replayDecision(otherOrder, decisionInput(trial).policy)).toBeUndefined();
  });
});
