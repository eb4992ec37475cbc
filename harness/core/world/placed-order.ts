import {needsDelivery} from '../../wire/checkout.ts';
import type {ShippingAddress} from '../../wire/shipping-address.ts';
import type {Checkout} from '../../wire/checkout.ts';
import type {Address, Order} from '../../wire/order.ts';
import {NO_EXTRAS, withCost} from './cost.ts';
import {moneyOf} from './money.ts';
import type {Customer} from './people.ts';
import {unitPriceOf} from './selling-plans.ts';
import type {World} from './world.ts';

/** Creates the order of a checkout that the buyer pays for. */
export function placedOrder(
  checkout: Checkout,
  {nextOrder, offers}: World,
  buyer: Customer,
  now: number,
): Order {
  const {cost, lines, giftCards, note, attributes, discountCodes, discountAllocations, taxRate} = checkout;
  const option = offers.paymentOptions.find(({handle}) => handle === checkout.selectedPaymentOption);

  return withCost({
    ...nextOrder,
    checkoutToken: checkout.token,
    customerId: buyer.id,
    ...checkout.contact,
    processedAt: new Date(now).toISOString(),
    cancelledAt: null,
    lines: lines.map((line) => ({
      id: line.id.replace('CartLine', 'LineItem'),
      merchandise: {...line.merchandise, price: unitPriceOf(line)},
      quantity: line.quantity,
      attributes: line.attributes,
      discountAllocations: line.discountAllocations,
    })),
    cost: {shipping: cost.shipping ?? moneyOf(0, cost.total.currencyCode)},
    taxRate: cost.tax === null ? 0 : taxRate,
    discountCodes,
    discountAllocations,
    giftCards,
    note,
    attributes,
    shippingAddress: deliveryAddress(checkout),
    billingAddress: wholeAddress(checkout.billingAddress ?? checkout.shippingAddress),
    payment:
      option?.type === 'creditCard'
        ? {brand: 'Visa', lastDigits: '4242'}
        : {brand: option?.title ?? '', lastDigits: ''},
    fulfillments: [],
    returns: [],
    ...NO_EXTRAS,
  });
}

/**
 * Creates the customer of a guest's order from the fields of the checkout. A customer with the same email is
 * another customer.
 */
export function guestBuyer(checkout: Checkout, {nextCustomer}: World): Customer {
  const {email, phone} = checkout.contact;
  const address = deliveryAddress(checkout);
  const {firstName = '', lastName = ''} = address ?? {};

  return {
    ...nextCustomer,
    firstName,
    lastName,
    email: email ?? '',
    phone,
    acceptsMarketing: false,
    storeCredit: [],
    address,
    company: null,
  };
}

function deliveryAddress(checkout: Checkout): Address | null {
  return wholeAddress(needsDelivery(checkout) ? checkout.shippingAddress : checkout.billingAddress);
}

/** Completes an address with every field that a placed order has; null if the buyer has entered none. */
function wholeAddress(entered: ShippingAddress | null): Address | null {
  if (entered === null) return null;
  const {oneTimeUse: _, ...address} = entered;
  const {firstName = '', lastName = ''} = address;

  const empty = {
    firstName,
    lastName,
    name: `${firstName} ${lastName}`.trim(),
    address1: '',
    city: '',
    zip: '',
    countryCode: '',
  };

  return {...empty, ...address};
}
