import { useRef, useState } from 'react';
import type { ChangeQuantity, Subscription } from '../../../../client/generated/types.gen.ts';
import { TextEntry } from '../../../ui/text-entry.tsx';
import { rangeWords } from '../../../words/quantity.ts';
import { emailError } from '../../email-error.ts';
import { OrderForm } from '../../order-form.tsx';
import type { OrderFormProps } from '../order-type-screen.ts';
import { enteredQuantity } from './entered-quantity.ts';
import { ProposalActions } from './proposal-actions.tsx';
import { proposalsOf } from './proposals.ts';
import { QuantityPreview } from './quantity-preview.tsx';

/** What the person has entered; null where the field still shows what the subscription says. */
type Entry = { round: number; quantity: string | null; email: string | null; isChecked: boolean };

const untouched = (round: number): Entry => ({ round, quantity: null, email: null, isChecked: false });

/** R1, R2: the new total and the contact address. */
export function QuantityForm({
  subscription,
  round,
  rejection,
  waysOut,
  isDisabled,
  onSend,
  onConfirmed,
  onReconsider,
}: OrderFormProps<ChangeQuantity>) {
  const [stored, setEntry] = useState(untouched(round));
  const form = useRef<HTMLFormElement>(null);
  const entry = stored.round === round ? stored : untouched(round);
  const { product, account, quantity: present } = subscription;
  const quantityText = entry.quantity ?? String(present);
  const email = entry.email ?? account.contactEmail;
  const quantity = enteredQuantity(quantityText);
  const serverError = (field: string) => rejection?.fieldErrors.find((error) => error.field === field)?.message;
  const errors = {
    quantity: quantity === null ? `Enter a whole number of ${product.unit.many}, 1 or more.` : undefined,
    email: emailError(email),
  };
  const shown = entry.isChecked ? errors : { quantity: undefined, email: undefined };

  const send = () => {
    setEntry({ ...entry, isChecked: true });
    const wrong = errors.quantity ? 'quantity' : errors.email ? 'contactEmail' : undefined;
    if (wrong) form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
    else if (quantity !== null) onSend(requestOf(subscription, quantity, email));
  };

  const use = (total: number) => {
    setEntry({ ...entry, quantity: String(total) });
    onReconsider();
    form.current?.querySelector<HTMLElement>('[name="quantity"]')?.focus();
  };

  return (
    <OrderForm
      ref={form}
      rejection={rejection}
      waysOut={
        rejection && (
          <>
            <ProposalActions
              proposals={proposalsOf(rejection)}
              unit={product.unit}
              onUse={use}
              onMeanTotal={(total) => onConfirmed({ ...requestOf(subscription, total, email), confirmedTotal: total })}
            />
            {waysOut}
          </>
        )
      }
      email={email}
      onEmailChange={(email) => setEntry({ ...entry, email })}
      emailError={shown.email ?? serverError('contactEmail')}
      isDisabled={isDisabled}
      onSubmit={send}
    >
      <TextEntry
        name="quantity"
        label={`Total number of ${product.unit.many}`}
        value={quantityText}
        onChange={(quantity) => setEntry({ ...entry, quantity })}
        help={<QuantityHelp subscription={subscription} />}
        error={shown.quantity ?? serverError('quantity')}
        isDisabled={isDisabled}
        inputMode="numeric"
        autoComplete="off"
      />
      {!isDisabled && <QuantityPreview from={present} to={quantity} unit={product.unit} />}
    </OrderForm>
  );
}

/** S0's own example, in the words of the product. */
function QuantityHelp({ subscription: { product, sku } }: { subscription: Subscription }) {
  const { one, many } = product.unit;
  const range = rangeWords(sku.minimumQuantity, sku.maximumQuantity, product.unit);
  return (
    <>
      Enter the total after the change, not the number to add or remove. For example: you use 5 {many} and want one more{' '}
      {one}, so enter 6.{range && ` This SKU allows ${range}.`}
    </>
  );
}

const requestOf = (
  { id, quantity: expectedCurrentQuantity }: Subscription,
  quantity: number,
  email: string,
): ChangeQuantity => ({
  type: 'changeQuantity',
  subscriptionId: id,
  quantity,
  expectedCurrentQuantity,
  ...(email.trim() !== '' && { contactEmail: email.trim() }),
});
