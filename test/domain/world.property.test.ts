import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../domain/plain-date.ts';
import { advance, hasEnded, type World } from '../../domain/world.ts';
import { absurdInput, calmInput } from './arbitrary-input.ts';

const RUNS = { numRuns: 500 };

const started = calmInput
  .filter(({ order }) => order.type !== 'purchase')
  .map(({ subscription, product, facts, today }) => ({
    world: { date: today, subscription, facts } as World,
    product,
  }));

const hops = fc.tuple(fc.nat(400), fc.nat(400));
const ahead = (world: World, days: number): PlainDate => addDays(world.date, days);

describe('time that passes', () => {
  it('in two hops comes to the same as in one', () => {
    fc.assert(
      fc.property(started, hops, ({ world, product }, [first, second]) => {
        const once = advance(world, product, ahead(world, first + second));
        const half = advance(world, product, ahead(world, first));
        const rest = advance(half.world, product, ahead(world, first + second));
        expect(rest.world).toEqual(once.world);
        expect([...half.steps, ...rest.steps]).toEqual(once.steps);
      }),
      RUNS,
    );
  });

  it('loses no pending change: each takes effect once, or is still pending', () => {
    fc.assert(
      fc.property(started, fc.nat(800), ({ world, product }, days) => {
        const { world: then, steps } = advance(world, product, ahead(world, days));
        const happened = steps.flatMap(({ happening }) => (happening.kind === 'effect' ? [happening.orderId] : []));
        const waiting = then.facts.pendingChanges.map(({ orderId }) => orderId);
        expect([...happened, ...waiting]).toEqual(world.facts.pendingChanges.map(({ orderId }) => orderId));
        for (const { effectiveDate } of then.facts.pendingChanges) {
          expect(effectiveDate > then.date || hasEnded(then.subscription)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('tells what happens in the order of its dates, none before the start nor after the end', () => {
    fc.assert(
      fc.property(started, fc.nat(800), ({ world, product }, days) => {
        const to = ahead(world, days);
        const dates = advance(world, product, to).steps.map(({ happening }) => happening.date);
        expect(dates).toEqual([...dates].sort());
        expect(dates.every((date) => date >= world.date && date <= to)).toBe(true);
      }),
      RUNS,
    );
  });

  it('keeps an ended subscription ended, and its service periods free of gaps', () => {
    fc.assert(
      fc.property(started, fc.nat(800), ({ world, product }, days) => {
        let before = world.subscription;
        for (const { world: then, happening } of advance(world, product, ahead(world, days)).steps) {
          if (hasEnded(before)) expect(then.subscription.state).toBe(before.state);
          if (happening.kind === 'renewal') {
            expect(then.subscription.servicePeriod.start).toBe(addDays(before.servicePeriod.end, 1));
          }
          before = then.subscription;
        }
      }),
      RUNS,
    );
  });

  it('comes to an end, however absurd the world, and changes nothing it was given', () => {
    fc.assert(
      fc.property(absurdInput, fc.nat(800), ({ subscription, facts, product, today }, days) => {
        const world: World = { date: today, subscription, facts };
        const copy = structuredClone(world);
        advance(world, product, addDays('2026-03-15', days));
        expect(world).toEqual(copy);
      }),
      RUNS,
    );
  });
});
