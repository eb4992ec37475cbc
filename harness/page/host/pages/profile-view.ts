import {make} from '../../elements/base/dom.ts';
import type {AccountView} from './account-view.ts';
import {formatAddress} from './format.ts';
import {card, factList, facts, place} from './page-parts.ts';

/** Creates the page of the customer's own data. */
export function profileView(): AccountView {
  const places = {announcement: place(), block: place(), addresses: place(), payment: place()};
  const [contact, addresses, payment] = [factList(), factList(), factList()];
  return {
    root: make(
      'section',
      {class: 'sim-view'},
      places.announcement,
      make('h1', {}, 'Profile'),
      card('Contact', contact),
      places.block,
      card('Addresses', addresses, places.addresses),
      card('Payment methods', payment, places.payment),
    ),
    places,
    show({customer, order}) {
      const name = customer === null ? 'Guest' : `${customer.firstName} ${customer.lastName}`.trim();
      contact.replaceChildren(
        ...facts([
          ['Name', name],
          ['Email', customer?.email ?? 'Not signed in'],
        ]),
      );

      addresses.replaceChildren(
        ...facts(
          customer === null || customer.address === null
            ? []
            : [['Default', formatAddress(customer.address)]],
        ),
      );

      payment.replaceChildren(
        ...facts(customer === null ? [] : [[order.payment.brand, `ending with ${order.payment.lastDigits}`]]),
      );
    },
  };
}
