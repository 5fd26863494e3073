import type { ReactNode } from 'react';
import type { OrderRequest, Subscription } from '../../../client/generated/types.gen.ts';
import type { Fact } from '../../ui/facts.tsx';
import type { OrderRejection } from '../rejection/order-rejection.ts';

export type OrderFormProps<R extends OrderRequest> = {
  subscription: Subscription;
  /** Another number means that what was entered has done its work: the form begins anew. */
  round: number;
  /** Why the last order was not taken, until the person sends another or thinks again. */
  rejection: OrderRejection | null;
  isDisabled: boolean;
  /** Has the person asked whether this is meant. */
  onSend(request: R): void;
  /** Sends at once what the person has just said to mean. */
  onConfirmed(request: R): void;
  /** What the screen of every order type offers to press below a rejection. */
  waysOut: ReactNode;
  /** The person has taken up a way out of the rejection and goes on editing. */
  onReconsider(): void;
};

/** Everything an order type is on the screen. One file each; order-type-screens.ts names them all. */
export type OrderTypeScreen<R extends OrderRequest = OrderRequest> = {
  label: string;
  Form(props: OrderFormProps<R>): ReactNode;
  /** Exactly what will happen, for the person to confirm. */
  facts(request: R, subscription: Subscription): Fact[];
  /** The same in one clause: `from 5 agents to 6 agents in total`. */
  clause(request: R, subscription: Subscription): string;
  /** Of one that holds only later, in clauses: `you have 6 agents in total` after its day, `5 agents` before. */
  later(request: R, subscription: Subscription): { after: string; before: string };
};
