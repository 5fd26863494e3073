import type { ChangeQuantity } from '../../../../client/generated/types.gen.ts';
import { quantityWords } from '../../../words/quantity.ts';
import type { OrderTypeScreen } from '../order-type-screen.ts';
import { differenceWords } from './difference-words.ts';
import { QuantityForm } from './quantity-form.tsx';

export const changeQuantity: OrderTypeScreen<ChangeQuantity> = {
  label: 'Change quantity',
  Form: QuantityForm,
  facts: ({ quantity, expectedCurrentQuantity }, { product: { unit } }) => [
    { name: 'Quantity now', value: quantityWords(expectedCurrentQuantity, unit) },
    { name: 'Quantity after', value: <strong>{quantityWords(quantity, unit)} in total</strong> },
    { name: 'Difference', value: differenceWords(expectedCurrentQuantity, quantity, unit) },
  ],
  clause: ({ quantity, expectedCurrentQuantity }, { product: { unit } }) =>
    `from ${quantityWords(expectedCurrentQuantity, unit)} to ${quantityWords(quantity, unit)} in total`,
  later: ({ quantity }, { quantity: present, product: { unit } }) => ({
    after: `you have ${quantityWords(quantity, unit)} in total`,
    before: quantityWords(present, unit),
  }),
};
