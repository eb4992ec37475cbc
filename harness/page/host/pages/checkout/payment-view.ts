import {node} from '../../node.ts';
import {card} from '../account-view.ts';
import {Choices} from './choices.ts';
import type {CheckoutView, ViewParts} from './checkout-view.ts';

/** How the buyer pays. Nothing is charged: the page takes no card. */
export function paymentView({places, act}: ViewParts): CheckoutView {
  const methods = new Choices('Payment methods', 'payment', (handle) => void act('choosePayment', {handle}));
  const giftCard = places.make('payment', 'gift-card');
  const giftCards = card('Gift card', giftCard);
  const at = (name: string): HTMLElement => places.make('payment', name);

  return {
    root: node(
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
