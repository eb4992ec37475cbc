import {SimhostError} from '../../errors.ts';
import {needsDelivery} from '../../wire/checkout.ts';
import {isBefore} from '../../wire/checkout-steps.ts';
import type {ChangeResult} from '../../wire/change-members.ts';
import type {BuyerActions} from '../../wire/buyer-actions.ts';
import type {Checkout} from '../../wire/checkout.ts';
import {withTotals} from './checkout-cost.ts';
import {addressErrors} from './checkout-address.ts';
import {applyChange} from './checkout-changes.ts';
import {atStep} from './checkout.ts';
import type {CheckoutWorld} from './checkout.ts';
import type {Changed} from './change-result.ts';

/** Carries out what the buyer does on the page itself; an error says what the page shows the buyer. */
export function performBuyerAction<Deed extends keyof BuyerActions>(
  checkout: Checkout,
  action: Deed,
  given: BuyerActions[Deed],
  world: CheckoutWorld,
): Changed<ChangeResult> {
  if (!Object.hasOwn(DEEDS, action))
    throw new SimhostError('ERR_UNKNOWN_BUYER_ACTION', `A buyer cannot ${String(action)}.`);
  if (checkout.confirmation !== null) return refused(checkout, 'The checkout is completed.');
  const changed = DEEDS[action](checkout, given, world);
  return {...changed, checkout: withTotals(changed.checkout, world.offers)};
}

const DEEDS: {
  readonly [Deed in keyof BuyerActions]: (
    checkout: Checkout,
    given: BuyerActions[Deed],
    world: CheckoutWorld,
  ) => Changed<ChangeResult>;
} = {
  goTo(checkout, {step}) {
    const missing = isBefore(checkout.step, step) ? missingAt(checkout) : null;
    return missing === null ? done(atStep(checkout, step)) : refused(checkout, missing);
  },
  enterContact: (checkout, {email = checkout.contact.email, phone = checkout.contact.phone}) =>
    done({...checkout, contact: {email: email === '' ? null : email, phone: phone === '' ? null : phone}}),
  enterAddress(checkout, address) {
    const [error] = addressErrors({...address}, checkout.shippingAddress ?? {});
    if (error !== undefined) return refused(checkout, error.message);
    const entered = {...checkout.shippingAddress, ...address};
    return done({...checkout, shippingAddress: entered, billingAddress: entered});
  },
  chooseDelivery: (checkout, {group, handle}) =>
    done({
      ...checkout,
      deliveryGroups: checkout.deliveryGroups.map((each) =>
        each.id === group ? {...each, selected: handle} : each,
      ),
    }),
  choosePayment: (checkout, {handle}) => done({...checkout, selectedPaymentOption: handle}),
  startExpress: (checkout, {handle}) => done({...checkout, accelerated: true, selectedPaymentOption: handle}),
  leaveExpress: (checkout) => {
    const option = checkout.paymentOptions.find(({type}) => type !== 'wallet');
    const selectedPaymentOption = option?.handle ?? checkout.selectedPaymentOption;
    return done({...checkout, accelerated: false, selectedPaymentOption});
  },
  addDiscountCode: (checkout, {code}, world) =>
    asExtension(checkout, 'applyDiscountCodeChange', {type: 'addDiscountCode', code}, world),
  removeDiscountCode: (checkout, {code}, world) =>
    asExtension(checkout, 'applyDiscountCodeChange', {type: 'removeDiscountCode', code}, world),
  addGiftCard: (checkout, {code}, world) =>
    asExtension(checkout, 'applyGiftCardChange', {type: 'addGiftCard', code}, world),
  removeGiftCard: (checkout, {code}, world) =>
    asExtension(checkout, 'applyGiftCardChange', {type: 'removeGiftCard', code}, world),
};

/** Describes what the buyer must still enter at the current step. */
function missingAt(checkout: Checkout): string | null {
  const {step, lines, contact, shippingAddress} = checkout;
  if (lines.length === 0) return 'The cart is empty.';
  if (step !== 'information' && step !== 'checkout') return null;
  if (contact.email === null && contact.phone === null) return 'Enter an email or a phone number.';

  return needsDelivery(checkout) &&
    (shippingAddress?.address1 === undefined || shippingAddress.address1 === '')
    ? 'Enter a delivery address.'
    : null;
}

/** Carries out a change as an extension does, but without the limits that extensions have. */
function asExtension(
  checkout: Checkout,
  member: 'applyDiscountCodeChange' | 'applyGiftCardChange',
  change: object,
  world: CheckoutWorld,
): Changed<ChangeResult> {
  const {accelerated, instructions} = checkout;
  const open = {
    ...checkout,
    accelerated: false,
    instructions: {...instructions, discounts: {canUpdateDiscountCodes: true}},
  };

  const {checkout: changed, result} = applyChange(open, member, change, {
    ...world,
    apiVersion: '',
    soldOut: [],
  });
  return {checkout: {...changed, accelerated, instructions}, result: result as ChangeResult};
}

function done(checkout: Checkout): Changed<ChangeResult> {
  return {checkout, result: {type: 'success'}};
}

function refused(checkout: Checkout, message: string): Changed<ChangeResult> {
  return {checkout, result: {type: 'error', message}};
}
