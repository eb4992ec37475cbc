import type {CheckoutStep} from './checkout-steps.ts';
import type {ShippingAddress} from './shipping-address.ts';

/** The actions of the buyer on the page itself, with their arguments. */
export interface BuyerActions {
  /** Goes to a step; the page has asked the extensions before. Paying is going to `thank-you`. */
  goTo: {readonly step: CheckoutStep};
  enterContact: {readonly email?: string; readonly phone?: string};
  enterAddress: ShippingAddress;
  chooseDelivery: {readonly group: string; readonly handle: string};
  choosePayment: {readonly handle: string};
  /** Pays with a wallet: the handle of its payment option. */
  startExpress: {readonly handle: string};
  leaveExpress: Readonly<Record<string, never>>;
  addDiscountCode: {readonly code: string};
  removeDiscountCode: {readonly code: string};
  addGiftCard: {readonly code: string};
  removeGiftCard: {readonly code: string};
}
