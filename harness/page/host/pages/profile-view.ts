import {node} from '../node.ts';
import {addressLines, card, factList, facts, place, type AccountView} from './account-view.ts';

/** The customer's own data. */
export function profileView(): AccountView {
  const places = {announcement: place(), block: place(), addresses: place(), payment: place()};
  const [contact, addresses, payment] = [factList(), factList(), factList()];
  return {
    root: node(
      'section',
      {class: 'sim-view'},
      places.announcement,
      node('h1', {}, 'Profile'),
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
          customer === null || customer.address === null ? [] : [['Default', addressLines(customer.address)]],
        ),
      );

      payment.replaceChildren(
        ...facts(customer === null ? [] : [[order.payment.brand, `ending with ${order.payment.lastDigits}`]]),
      );
    },
  };
}
