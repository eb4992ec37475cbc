import type {ShippingAddress} from '../../wire/shipping-address.ts';
import type {DeliveryGroup, DeliveryOption, ShippingOption} from '../../wire/checkout-delivery.ts';
import type {Checkout} from '../../wire/checkout.ts';
import {minorUnits, moneyOf, scaleOf} from './money.ts';
import type {Money} from './money.ts';
import {PICKUP_LOCATION} from './pickup-location.ts';

/** Seconds. */
const DAY = 86_400;

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

/** The terms of the prices. */
export interface DeliveryPrices {
  readonly currency: string;
  /** Whether a discount makes delivery free. */
  readonly free: boolean;
}

/**
 * Whether an address is enough for a price: it has a street, which lets the buyer go on, or country and postal
 * code.
 */
function hasRates(address: ShippingAddress | null): boolean {
  const {address1 = '', countryCode = '', zip = ''} = address ?? {};
  return address1 !== '' || (countryCode !== '' && zip !== '');
}

/** Returns the sum of the prices of the chosen options, in minor units. */
export function deliveryCost(groups: readonly DeliveryGroup[]): number {
  return groups.reduce((sum, group) => {
    const chosen = group.options.find(({handle}) => handle === group.selected);
    return (
      sum + (chosen === undefined || chosen.type === 'pickup' ? 0 : minorUnits(chosen.costAfterDiscounts))
    );
  }, 0);
}

function deliveryOptions(prices: DeliveryPrices): readonly DeliveryOption[] {
  return [
    shippingOption({handle: 'standard', title: 'Standard', amount: 5, days: [3, 5]}, prices),
    shippingOption({handle: 'express', title: 'Express', amount: 12, days: [1, 2]}, prices),
    PICKUP,
    {
      type: 'pickupPoint',
      handle: 'point-station',
      title: 'Station lockers',
      code: 'point-station',
      carrier: {code: 'acme', name: 'Acme Post'},
      ...priced(3, prices),
      location: {
        name: 'Station lockers',
        handle: 'station',
        address: {...NEW_YORK, address1: '8 Railway Square', zip: '10003'},
      },
    },
  ];
}

const NEW_YORK = {countryCode: 'US', provinceCode: 'NY', city: 'New York'};

const PICKUP: DeliveryOption = {
  type: 'pickup',
  handle: 'pickup-downtown',
  title: PICKUP_LOCATION.name,
  code: 'pickup-downtown',
  location: {name: PICKUP_LOCATION.name, address: PICKUP_LOCATION.address},
};

function shippingOption(
  {
    handle,
    title,
    amount,
    days,
  }: {handle: string; title: string; amount: number; days: readonly [number, number]},
  prices: DeliveryPrices,
): ShippingOption {
  return {
    type: 'shipping',
    handle,
    title,
    code: handle,
    description: `${days[0]} to ${days[1]} business days`,
    carrier: 'Acme Post',
    ...priced(amount, prices),
    timeInTransit: {lower: days[0] * DAY, upper: days[1] * DAY},
  };
}

function priced(
  amount: number,
  {currency, free}: DeliveryPrices,
): Record<'cost' | 'costAfterDiscounts', Money> {
  const cost = moneyOf(amount * scaleOf(currency), currency);
  return {cost, costAfterDiscounts: free ? moneyOf(0, currency) : cost};
}
