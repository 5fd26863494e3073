import { heldOf } from '../options-held.ts';
import type { OptionQuantity, RequestedChange } from '../requested-change.ts';
import type { OptionQuantities, Subscription } from '../subscription.ts';
import type { VendorAction, VendorStep } from '../vendor-action.ts';

/** A subscription as it is, and as the order leaves it. */
export type BeforeAndAfter = { before: Subscription; after: Subscription };

const step = (does: VendorAction, undoes: VendorAction): VendorStep => ({ name: does.operation, does, undoes });

/**
 * The vendor operations of the parts that an order asks for and that are not already so: what must be there before another can
 * be, first. Each is undone by what was before.
 */
export function partSteps(requested: RequestedChange, change: BeforeAndAfter): VendorStep[] {
  const { before, after } = change;
  const { planId, options = [], quantity, term, autoRenewal, expirationDate } = requested;
  const ids = options.map(({ optionId }) => optionId);
  const fewer = ids.filter((id) => heldOf(before.options, id) > heldOf(after.options, id));
  const more = ids.filter((id) => heldOf(before.options, id) < heldOf(after.options, id));
  return [
    // A lower plan may lack what is given up, and only a higher one may have what is added.
    ...optionsStep('giveUpOptions', fewer, change),
    ...(planId !== undefined && before.planId !== after.planId ? [planStep(before, after)] : []),
    ...(quantity !== undefined && before.quantity !== after.quantity ? [quantityStep(before, after)] : []),
    ...optionsStep('addOptions', more, change),
    ...(term !== undefined && before.term !== after.term ? [step(termOf(after), termOf(before))] : []),
    ...(autoRenewal !== undefined && !isSameRenewal(before, after) ? [step(renewalOf(after), renewalOf(before))] : []),
    ...(expirationDate !== undefined && before.expirationDate !== after.expirationDate
      ? [step(expirationOf(after), expirationOf(before))]
      : []),
    ...(hasOtherLicenceSettings(before, after) ? [step(licenceSettingsOf(after), licenceSettingsOf(before))] : []),
  ];
}

const optionsStep = (name: string, ids: readonly string[], { before, after }: BeforeAndAfter): VendorStep[] =>
  ids.length === 0 ? [] : [{ name, does: optionsOf(ids, after.options), undoes: optionsOf(ids, before.options) }];

const planStep = (before: Subscription, after: Subscription): VendorStep =>
  step({ operation: 'changePlan', planId: after.planId }, { operation: 'changePlan', planId: before.planId });

const quantityStep = (before: Subscription, after: Subscription): VendorStep =>
  step(
    { operation: 'changeQuantity', quantity: after.quantity },
    { operation: 'changeQuantity', quantity: before.quantity },
  );

/** The totals of these options, 0 for those not held. */
const optionsOf = (ids: readonly string[], held: OptionQuantities): VendorAction => ({
  operation: 'changeOptions',
  options: ids.map((optionId) => ({ optionId, quantity: heldOf(held, optionId) })),
});

const termOf = ({ term, servicePeriod }: Subscription): VendorAction => ({
  operation: 'changeTerm',
  term,
  servicePeriod,
});
const renewalOf = ({ autoRenewal }: Subscription): VendorAction => ({ operation: 'changeRenewal', autoRenewal });
const expirationOf = ({ expirationDate }: Subscription): VendorAction => ({
  operation: 'changeExpiration',
  expirationDate,
});

const isSameRenewal = (a: Subscription, b: Subscription): boolean =>
  a.autoRenewal.enabled === b.autoRenewal.enabled && a.autoRenewal.frequency === b.autoRenewal.frequency;

const hasOtherLicenceSettings = (a: Subscription, b: Subscription): boolean =>
  a.unitsPerLicence !== b.unitsPerLicence ||
  a.expirationNotificationDays !== b.expirationNotificationDays ||
  a.managed !== b.managed;

const licenceSettingsOf = ({ unitsPerLicence, expirationNotificationDays, managed }: Subscription): VendorAction => ({
  operation: 'changeLicenceSettings',
  unitsPerLicence,
  expirationNotificationDays,
  managed,
});

/** All options held, as a list. */
export const listed = (options: OptionQuantities): OptionQuantity[] =>
  Object.entries(options).map(([optionId, quantity]) => ({ optionId, quantity }));
