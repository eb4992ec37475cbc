import type {ShippingAddress} from '../../wire/shipping-address.ts';
import type {DeliveryGroup, DeliveryOption, ShippingOption} from '../../wire/checkout-delivery.ts';
import type {Checkout} from '../../wire/checkout.ts';
import {minorUnits, moneyOf, scaleOf} from './money.ts';
import type {Money} from './money.ts';

type Deliverable = Pick<Checkout, 'lines' | 'deliveryGroups' | 'shippingAddress'>;

/**
 * Creates the delivery groups of the lines that need delivery. The buyer's choice stays if the option still
 * exists.
 */
export function deliveryGroupsOf(
  {lines, deliveryGroups, shippingAddress}: Deliverable,
  {currency, free}: DeliveryPrices,
): readonly DeliveryGroup[] {
  if (!hasRates(shippingAddress)) return [];
  const delivered = lines.filter(({merchandise}) => merchandise.requiresShipping);

  return (['oneTimePurchase', 'subscription'] as const).flatMap((groupType): DeliveryGroup[] => {
    const own = delivered.filter(
      ({sellingPlan}) => (sellingPlan?.recurringDeliveries === true) === (groupType === 'subscription'),
    );
    if (own.length === 0) return [];

    const id = `gid://shopify/CartDeliveryGroup/${groupType === 'oneTimePurchase' ? 1 : 2}`;
    const options = deliveryOptions({currency, free});
    const before = deliveryGroups.find((group) => group.id === id)?.selected;
    const selected = options.some(({handle}) => handle === before) ? before : undefined;

    return [{id, groupType, lineIds: own.map((line) => line.id), options, selected: selected ?? 'standard'}];
  });
}

export interface DeliveryPrices {
  readonly currency: string;
  /** By a discount. */
  readonly free: boolean;
}

/**
 * Whether an address says enough to deliver to: what lets the buyer go on, or what a price could be worked out
 * from.
 */
function hasRates(address: ShippingAddress | null): boolean {
  const {address1 = '', countryCode = '', zip = ''} = address ?? {};
  return address1 !== '' || (countryCode !== '' && zip !== '');
}

/** Returns the price of the chosen options together. */
export function deliveryCost(groups: readonly DeliveryGroup[]): number {
  return groups.reduce((sum, group) => {
    const chosen = group.options.find(({handle}) => handle === group.selected);
    return (
      sum + (chosen === undefined || chosen.type === 'pickup' ? 0 : minorUnits(chosen.costAfterDiscounts))
    );
  }, 0);
}

const DAY = 86_400;

function deliveryOptions({currency, free}: DeliveryPrices): readonly DeliveryOption[] {
  const priced = (amount: number): Record<'cost' | 'costAfterDiscounts', Money> => {
    const cost = moneyOf(amount * scaleOf(currency), currency);
    return {cost, costAfterDiscounts: free ? moneyOf(0, currency) : cost};
  };

  const shipping = (
    handle: string,
    title: string,
    amount: number,
    days: readonly [number, number],
  ): ShippingOption => ({
    type: 'shipping',
    handle,
    title,
    code: handle,
    description: `${days[0]} to ${days[1]} business days`,
    carrier: 'Acme Post',
    ...priced(amount),
    timeInTransit: {lower: days[0] * DAY, upper: days[1] * DAY},
  });

  const place = {countryCode: 'US', provinceCode: 'NY', city: 'New York'};
  return [
    shipping('standard', 'Standard', 5, [3, 5]),
    shipping('express', 'Express', 12, [1, 2]),
    {
      type: 'pickup',
      handle: 'pickup-downtown',
      title: 'Downtown shop',
      code: 'pickup-downtown',
      location: {name: 'Downtown shop', address: {...place, address1: '1 Market Street', zip: '10002'}},
    },
    {
      type: 'pickupPoint',
      handle: 'point-station',
      title: 'Station lockers',
      code: 'point-station',
      carrier: {code: 'acme', name: 'Acme Post'},
      ...priced(3),
      location: {
        name: 'Station lockers',
        handle: 'station',
        address: {...place, address1: '8 Railway Square', zip: '10003'},
      },
    },
  ];
}
