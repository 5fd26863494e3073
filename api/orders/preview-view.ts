import type { Preview } from '../../domain/preview.ts';
import { orNull } from '../or-null.ts';
import { ShownDate } from '../plain-date.ts';
import { SnapshotView, snapshotView } from '../subscriptions/snapshot-view.ts';
import { z } from '../zod-openapi.ts';
import { DecisionView, decisionView } from './decision-view.ts';

export const PreviewView = z
  .object({
    decision: DecisionView,
    after: orNull(SnapshotView).openapi({
      description: 'The subscription once the order holds; null when it would be rejected',
    }),
    survival: z
      .object({
        activationCode: z.enum(['unchanged', 'none', 'ends', 'issued']),
        vendorAccount: z
          .enum(['kept', 'ends', 'created'])
          .openapi({ description: 'With the agents that report to it' }),
        unitsWithoutLicence: z.int().openapi({ description: 'Units in use beyond the new total' }),
        optionsLost: z.array(z.string()),
      })
      .nullable(),
    reversibility: z
      .object({
        by: z.enum(['withdraw', 'reverse', 'none']),
        from: ShownDate.nullable(),
        until: ShownDate.nullable(),
        sentence: z.string(),
      })
      .nullable(),
  })
  .openapi('OrderPreview');

export const previewView = ({ decision, after, ...rest }: Preview) => ({
  ...rest,
  decision: decisionView(decision),
  after: after && snapshotView(after),
});
