import { describe, expect, it } from 'vitest';
import { progressWords } from '../../../../web/order/progress/progress-words.ts';
import type { Stage } from '../../../../web/order/progress/stage.ts';

const say = (kind: Stage['kind'], { isLate = false, isOutOfTouch = false } = {}) => {
  const stage = { kind, orderId: 'order-1', request: null, since: 0, isOutOfTouch };
  return progressWords(stage, { isLate, supportContact: 'help@example.com' });
};

describe('the progress window', () => {
  it.each(['unanswered', 'undecided', 'atWork'] as const)('cannot be closed at first while the order is %s', (kind) => {
    expect(say(kind)).toMatchObject({ title: 'Being processed', mayClose: false });
    expect(say(kind, { isLate: true })).toMatchObject({ title: 'Being processed', mayClose: true });
  });

  it('says, when the vendor takes long, that the order goes on by itself and the window may be closed', () => {
    const { text } = say('atWork', { isLate: true });
    expect(text.join(' ')).toMatch(/longer than usual.*goes on by itself.*may close this window.*next visit/);
  });

  it('asks to keep the tab open while the order has not been answered, and only then', () => {
    const asks = (kind: Stage['kind']) =>
      say(kind, { isLate: true }).text.join(' ').includes('keep this browser tab open');
    expect(['unanswered', 'undecided', 'atWork'].filter((kind) => asks(kind as Stage['kind']))).toEqual(['unanswered']);
  });

  it('names whom to contact when an order is held, and may be closed at once', () => {
    const { text, mayClose } = say('held');
    expect(text.join(' ')).toContain('help@example.com');
    expect(mayClose).toBe(true);
  });

  it('says that the connection is interrupted, not that the order is', () => {
    expect(say('atWork', { isOutOfTouch: true }).text).toEqual(['The connection is interrupted; your order goes on.']);
  });
});
