import {make} from '../../../elements/base/dom.ts';
import {formatAddress} from '../format.ts';
import {card, factList, facts, type PagePart} from '../page-parts.ts';
import type {CheckoutViewContext} from './checkout-view-context.ts';

/** Creates the thank-you page. */
export function thankYouView({places}: CheckoutViewContext): PagePart {
  const number = make('p', {class: 'sim-quiet'});
  const title = make('h1');
  const customer = factList();

  return {
    root: make(
      'section',
      {class: 'sim-view', 'aria-label': 'Thank you'},
      number,
      title,
      card('Contact and addresses', customer, places.make('thank-you', 'customer')),
    ),
    show({checkout: {confirmation, contact}, order}) {
      const {firstName = ''} = order.shippingAddress ?? {};
      number.textContent = confirmation === null ? '' : `Confirmation ${confirmation.number}`;
      title.textContent = firstName === '' ? 'Thank you' : `Thank you, ${firstName}`;

      customer.replaceChildren(
        ...facts([
          ['Order', order.name],
          ['Contact', contact.email ?? contact.phone ?? ''],
          ...(order.shippingAddress === null
            ? []
            : [['Ship to', formatAddress(order.shippingAddress)] as const]),
        ]),
      );
    },
  };
}
