import { Action } from '../../ui/action.tsx';
import type { ScreenOrder } from '../types/order-type-screens.ts';
import type { OrderRejection } from './order-rejection.ts';
import { replacementIn, suggestionIn } from './ways-out.ts';

type CommonWaysOutProps = {
  rejection: OrderRejection;
  /** Has the person asked whether this is meant. */
  onAsk(request: ScreenOrder): void;
};

/** The ways out of a rejection that orders of every type have. */
export function CommonWaysOut({ rejection, onAsk }: CommonWaysOutProps) {
  const suggestion = suggestionIn(rejection);
  const replacement = replacementIn(rejection);
  const suggested = suggestion?.request;
  return (
    <>
      {suggestion && !suggested && <p>{suggestion.words}</p>}
      {(suggested || replacement) && (
        <div className="ways-out">
          {suggested && <Action onPress={() => onAsk(suggested)}>{suggestion.words}</Action>}
          {replacement && <Action onPress={() => onAsk(replacement)}>Replace the pending change</Action>}
        </div>
      )}
    </>
  );
}
