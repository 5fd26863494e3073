import type { Order } from '../../../client/generated/types.gen.ts';
import { Contact } from '../../ui/contact.tsx';
import type { Fact } from '../../ui/facts.tsx';

/** What happened to an order that could not be carried out, what to do now, and whom to ask. */
export const failureFacts = ({ failure }: Order, supportContact: string): Fact[] => [
  {
    name: 'What happened',
    value: (
      <>
        {failure?.message} <code>{failure?.code}</code>
      </>
    ),
  },
  {
    name: 'What to do',
    value: 'Nothing has been changed at the vendor. Confirm this, correct your order and send it again.',
  },
  {
    name: 'Contact',
    value: (
      <>
        If it fails again: <Contact>{supportContact}</Contact>. Name the order below.
      </>
    ),
  },
];
