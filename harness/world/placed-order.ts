import {needsDelivery} from '../wire/checkout.ts';
import type {Checkout, ShippingAddress} from '../wire/checkout.ts';
import type {Address, Order} from '../wire/order.ts';
import {withCost} from './cost.ts';
import {moneyOf} from './money.ts';
import type {Customer} from './people.ts';
import type {World} from './world.ts';

/** The order that a checkout becomes when the buyer pays. */
export function placedOrder(checkout: Checkout, {nextOrder, offers}: World, customer: Customer | null, now: number): Order {
  const {cost, lines, giftCards, note, attributes, discountCodes, discountAllocations, taxRate} = checkout;
  const option = offers.paymentOptions.find(({handle}) => handle === checkout.selectedPaymentOption);
  return withCost({
    ...nextOrder,
    checkoutToken: checkout.token,
    customerId: customer?.id ?? '',
    processedAt: new Date(now).toISOString(),
    cancelledAt: null,
    lines: lines.map(({id, merchandise, quantity, attributes: own, discountAllocations: allocations}) => ({
      id: id.replace('CartLine', 'LineItem'),
      merchandise,
      quantity,
      attributes: own,
      discountAllocations: allocations,
    })),
    cost: {shipping: cost.shipping ?? moneyOf(0, cost.total.currencyCode)},
    taxRate: cost.tax === null ? 0 : taxRate,
    discountCodes,
    discountAllocations,
    giftCards,
    note,
    attributes,
    shippingAddress: wholeAddress(needsDelivery(checkout) ? checkout.shippingAddress : checkout.billingAddress),
    billingAddress: wholeAddress(checkout.billingAddress ?? checkout.shippingAddress),
    payment: option?.type === 'creditCard' ? {brand: 'Visa', lastDigits: '4242'} : {brand: option?.title ?? '', lastDigits: ''},
    fulfillments: [],
    returns: [],
  });
}

function wholeAddress(entered: ShippingAddress | null): Address {
  const {oneTimeUse: _, ...address} = entered ?? {};
  const {firstName = '', lastName = ''} = address;
  const empty = {firstName, lastName, name: `${firstName} ${lastName}`.trim(), address1: '', city: '', zip: '', countryCode: ''};
  return {...empty, ...address};
}
