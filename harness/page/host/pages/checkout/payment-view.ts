import {make} from '../../../elements/base/dom.ts';
import {card, type PagePart} from '../page-parts.ts';
import {Choices} from './choices.ts';
import type {CheckoutViewContext} from './checkout-view-context.ts';

/** Creates the step for the payment. Nothing is charged, and the page takes no card. */
export function paymentView({places, act}: CheckoutViewContext): PagePart {
  const methods = new Choices('Payment methods', 'payment', (handle) => void act('choosePayment', {handle}));
  const giftCard = places.make('payment', 'gift-card');
  const giftCards = card('Gift card', giftCard);
  const at = (name: string): HTMLElement => places.make('payment', name);

  return {
    root: make(
      'section',
      {class: 'sim-view', 'aria-label': 'Payment'},
      card(
        'Payment',
        at('methods-before'),
        methods.root,
        at('method-details'),
        at('hosted-fields'),
        at('action-required'),
        at('methods-after'),
      ),
      giftCards,
    ),
    show({checkout}) {
      giftCards.hidden = giftCard.childElementCount === 0;
      methods.show(checkout.paymentOptions, checkout.selectedPaymentOption);
    },
  };
}
