import {make} from '../../elements/base/dom.ts';
import type {AccountView} from './account-view.ts';
import {formatAddress} from './format.ts';
import {card, factList, facts, place} from './page-parts.ts';

/** Creates the page of a B2B customer's company and its location. */
export function companyView(): AccountView {
  const places = {details: place(), addresses: place(), payment: place(), staff: place()};
  const title = make('h1');
  const [details, addresses, payment, staff] = [factList(), factList(), factList(), factList()];

  return {
    root: make(
      'section',
      {class: 'sim-view'},
      title,
      card('Company', details, places.details),
      card('Location addresses', addresses, places.addresses),
      card('Location payment', payment, places.payment),
      card('Location staff', staff, places.staff),
    ),
    places,
    show({customer, order}) {
      const company = customer?.company ?? null;
      title.textContent = company?.name ?? 'No company';
      if (customer === null || company === null) {
        for (const list of [details, addresses, payment, staff]) list.replaceChildren();
        return;
      }

      details.replaceChildren(
        ...facts([
          ['Name', company.name],
          ['Location', company.location.name],
        ]),
      );

      addresses.replaceChildren(...facts([['Shipping', formatAddress(customer.address)]]));
      payment.replaceChildren(...facts([[order.payment.brand, `ending with ${order.payment.lastDigits}`]]));
      staff.replaceChildren(...facts([[`${customer.firstName} ${customer.lastName}`, customer.email]]));
    },
  };
}
