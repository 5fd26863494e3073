import { describe, expect, it } from 'vitest';
import { afterwards, type Happening, type InHand, nothingInHand } from '../../../../web/order/progress/in-hand.ts';
import { orderRejection } from '../../../../web/order/rejection/order-rejection.ts';
import { aFailure, anOrder, aReason, request } from '../../support/orders.ts';
import { aPendingChange } from '../../support/subscriptions.ts';

const having = (...happenings: Happening[]): InHand => happenings.reduce(afterwards, nothingInHand);

const accepted: Happening = { type: 'accepted', orderId: 'mine', since: 1 };
const found: Happening = { type: 'foundAtWork', orderId: 'found', since: 2 };
const scheduled: Happening = { type: 'scheduled', order: anOrder({ state: 'scheduled' }) };
const takenBack: Happening = { type: 'takenBack', change: aPendingChange() };
const rejectedFor = (code: string, inputs = {}): Happening => ({
  type: 'rejected',
  rejection: orderRejection(aFailure({ code, reasons: [aReason({ code, inputs })] }), request),
  now: 3,
});

describe('the order in hand', () => {
  it('is the one accepted here, until it has ended', () => {
    expect(having(accepted).followed).toEqual({ orderId: 'mine', since: 1, isOwn: true });
    expect(having(accepted, { type: 'ended', isDone: true }).followed).toBeNull();
  });

  it('is the one found at work where none was placed here', () => {
    expect(having(found).followed).toEqual({ orderId: 'found', since: 2, isOwn: false });
    expect(having(accepted, found).followed?.orderId).toBe('mine');
  });

  it('is not one that has ended already, though an older answer lists it', () => {
    expect(having(found, { type: 'ended', isDone: true }, found).followed).toBeNull();
  });

  it('is the one in the way, after a rejection that names it', () => {
    const inTheWay = having(rejectedFor('ORDER_IN_PROGRESS', { orderAtWork: 'other' }));
    expect(inTheWay.followed).toEqual({ orderId: 'other', since: 3, isOwn: false });
    expect(inTheWay.rejection?.code).toBe('ORDER_IN_PROGRESS');
  });
});

describe('the form', () => {
  it('begins anew when an order placed with it is done', () => {
    expect(having(accepted, { type: 'ended', isDone: true }).round).toBe(1);
  });

  it('begins anew when an order is accepted for a later day', () => {
    expect(having(scheduled).round).toBe(1);
    expect(having(scheduled).followed).toBeNull();
  });

  it('keeps its entry when the order failed, or was not placed with it', () => {
    expect(having(accepted, { type: 'ended', isDone: false }).round).toBe(0);
    expect(having(found, { type: 'ended', isDone: true }).round).toBe(0);
  });

  it('shows a rejection until another order is sent or the person thinks again', () => {
    const rejected = rejectedFor('NO_CHANGE');
    expect(having(rejected).rejection?.code).toBe('NO_CHANGE');
    expect(having(rejected, { type: 'sent' }).rejection).toBeNull();
    expect(having(rejected, { type: 'reconsidered' }).rejection).toBeNull();
  });
});

describe('the notice', () => {
  it('tells of the last order that was accepted for later or taken back', () => {
    expect(having(scheduled).notice).toMatchObject({ kind: 'scheduled', order: { id: 'order-1' } });
    expect(having(scheduled, takenBack).notice).toMatchObject({ kind: 'takenBack', change: { orderId: 'order-0' } });
    expect(having(takenBack).round).toBe(0);
  });

  it('goes when it is read or another order is sent', () => {
    expect(having(scheduled, { type: 'noticed' }).notice).toBeNull();
    expect(having(takenBack, { type: 'sent' }).notice).toBeNull();
  });
});

describe('the progress window', () => {
  it('stays closed once it is closed, until it is shown or another order begins', () => {
    expect(having(accepted, { type: 'closed' }).isClosed).toBe(true);
    expect(having(accepted, { type: 'closed' }, found).isClosed).toBe(true);
    expect(having(accepted, { type: 'closed' }, { type: 'shown' }).isClosed).toBe(false);
    expect(having(accepted, { type: 'closed' }, { type: 'ended', isDone: true }, found).isClosed).toBe(false);
    expect(having({ type: 'closed' }, { type: 'sent' }).isClosed).toBe(false);
  });
});
