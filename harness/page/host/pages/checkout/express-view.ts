import {isOnePage, shownSteps} from '../../../../wire/checkout-steps.ts';
import type {Checkout} from '../../../../wire/checkout.ts';
import {make} from '../../../elements/base/dom.ts';
import {card, type PagePart} from '../page-parts.ts';
import type {CheckoutViewContext} from './checkout-view-context.ts';

/** Creates the express checkout: a button for each wallet, and the way back. It is on the first page. */
export function expressView({act}: CheckoutViewContext): PagePart {
  const content = make('div', {class: 'sim-express'});
  const root = card('Express checkout', content);
  let shown = '';

  return {
    root,
    show({checkout}) {
      const {accelerated, paymentOptions, selectedPaymentOption} = checkout;
      const wallets = paymentOptions.filter(({type}) => type === 'wallet');
      root.hidden = !isOnFirstPage(checkout) || (wallets.length === 0 && !accelerated);

      // Drawn again only if it changes, so that focus stays.
      const wanted = JSON.stringify([accelerated, wallets, selectedPaymentOption]);
      if (wanted === shown) return;
      shown = wanted;

      const hadFocus = content.contains(document.activeElement);
      const chosen = wallets.find(({handle}) => handle === selectedPaymentOption);
      content.replaceChildren(
        ...(accelerated
          ? [
              make('p', {}, `You pay with ${chosen?.title ?? 'a wallet'}.`),
              button('Other ways to pay', () => act('leaveExpress', {})),
            ]
          : wallets.map(({handle, title}) =>
              button(`Pay with ${title}`, () => act('startExpress', {handle})),
            )),
      );
      if (hadFocus) content.querySelector('button')?.focus();
    },
  };
}

function isOnFirstPage(checkout: Checkout): boolean {
  return checkout.confirmation === null && (isOnePage(checkout) || checkout.step === shownSteps(checkout)[0]);
}

function button(label: string, press: () => Promise<unknown>): HTMLElement {
  const made = make('button', {class: 'sim-plain', type: 'button'}, label);
  made.addEventListener('click', () => void press());
  return made;
}
