import type { ReactNode, Ref } from 'react';
import { Action } from '../ui/action.tsx';
import { TextEntry } from '../ui/text-entry.tsx';
import type { OrderRejection } from './rejection/order-rejection.ts';
import { RejectionPanel } from './rejection/rejection-panel.tsx';

type OrderFormProps = {
  ref: Ref<HTMLFormElement>;
  rejection: OrderRejection | null;
  /** What the order type offers to press below a rejection. */
  waysOut: ReactNode;
  email: string;
  onEmailChange(email: string): void;
  emailError: string | undefined;
  isDisabled: boolean;
  onSubmit(): void;
  /** The order type's own fields. */
  children: ReactNode;
};

/** What the form of every order type has: why the last order was not taken, its own fields, the contact address and Send. */
export function OrderForm({ ref, rejection, waysOut, isDisabled, onSubmit, children, ...email }: OrderFormProps) {
  return (
    <form
      ref={ref}
      className="order-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {rejection && <RejectionPanel rejection={rejection}>{waysOut}</RejectionPanel>}
      {children}
      <TextEntry
        name="contactEmail"
        label="Email address"
        value={email.email}
        onChange={email.onEmailChange}
        help="Your contact address, in one-byte letters, digits and signs. If it has changed, correct it here."
        error={email.emailError}
        isDisabled={isDisabled}
        inputMode="email"
        autoComplete="email"
      />
      <div>
        <Action kind="primary" type="submit" isDisabled={isDisabled}>
          Send
        </Action>
      </div>
    </form>
  );
}
