import {node} from '../../node.ts';
import {addressLines, card, factList, facts} from '../account-view.ts';
import type {CheckoutView, ViewParts} from './checkout-view.ts';

/** The page after the buyer has paid. */
export function thankYouView({places}: ViewParts): CheckoutView {
  const number = node('p', {class: 'sim-quiet'});
  const title = node('h1');
  const customer = factList();

  return {
    root: node(
      'section',
      {class: 'sim-view', 'aria-label': 'Thank you'},
      number,
      title,
      card('Contact and addresses', customer, places.make('thank-you', 'customer')),
    ),
    show({checkout: {confirmation, contact}, order}) {
      number.textContent = confirmation === null ? '' : `Confirmation ${confirmation.number}`;
      const {firstName = ''} = order.shippingAddress ?? {};
      title.textContent = `Thank you${firstName === '' ? '' : `, ${firstName}`}`;

      customer.replaceChildren(
        ...facts([
          ['Order', order.name],
          ['Contact', contact.email ?? contact.phone ?? ''],
          ...(order.shippingAddress === null
            ? []
            : [['Ship to', addressLines(order.shippingAddress)] as const]),
        ]),
      );
    },
  };
}
