import { Action } from '../../../ui/action.tsx';
import { quantityWords, type Unit } from '../../../words/quantity.ts';
import type { Proposals } from './proposals.ts';

type ProposalActionsProps = {
  proposals: Proposals;
  unit: Unit;
  onUse(quantity: number): void;
  onMeanTotal(quantity: number): void;
};

/** The ways out of a rejected quantity, each a button. */
export function ProposalActions({
  proposals: { use, total, addition },
  unit,
  onUse,
  onMeanTotal,
}: ProposalActionsProps) {
  if (use === null && total === null && addition === null) return null;
  return (
    <div className="ways-out">
      {total !== null && <Action onPress={() => onMeanTotal(total)}>I mean {total} in total</Action>}
      {addition && (
        <Action onPress={() => onUse(addition.total)}>
          I want to add {addition.added}: {addition.total} in total
        </Action>
      )}
      {use !== null && (
        <Action onPress={() => onUse(use)}>
          Use {use}
          <span className="visually-hidden"> ({quantityWords(use, unit)} in total)</span>
        </Action>
      )}
    </div>
  );
}
