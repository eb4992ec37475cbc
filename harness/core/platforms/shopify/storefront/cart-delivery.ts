import type {Checkout} from '../../../../wire/checkout.ts';
import type {DeliveryGroup, DeliveryOption} from '../../../../wire/checkout-delivery.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {moneyOf} from '../../../world/money.ts';
import type {Cart, CartAddress} from '../../../world/cart.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveMailingAddress} from './mailing-address.ts';

/** The methods of `DeliveryMethodType`, by the kind of option. */
const METHODS: Readonly<Record<DeliveryOption['type'], string>> = {
  shipping: 'SHIPPING',
  local: 'LOCAL',
  pickup: 'PICK_UP',
  pickupPoint: 'PICKUP_POINT',
};

/** Resolves `delivery` and `deliveryGroups` of a cart. */
export function resolveDelivery(cart: Cart, lines: readonly {readonly id: string}[]): object {
  const {checkout} = cart;
  const addresses = resolveAddresses(cart);

  return {
    delivery: {
      __typename: 'CartDelivery',
      addresses: ({selected}: {selected?: boolean | null} = {}) =>
        addresses.filter((address) => selected !== true || address.selected),
    },
    deliveryGroups: (page: PageOf) =>
      connection(
        checkout.deliveryGroups.map((group) => resolveGroup(group, checkout, lines)),
        page,
      ),
  };
}

interface ResolvedSelectableAddress {
  readonly selected: boolean;
}

/** Resolves the addresses of a cart, the selected one first. */
function resolveAddresses({checkout, addresses}: Cart): readonly ResolvedSelectableAddress[] {
  const {shippingAddress} = checkout;
  const selected = shippingAddress === null ? [] : [{id: addresses.selectedId, address: shippingAddress}];

  return [
    ...selected.map((each) => resolveSelectableAddress(each, true)),
    ...addresses.others.map((each) => resolveSelectableAddress(each, false)),
  ];
}

function resolveSelectableAddress({id, address}: CartAddress, selected: boolean): ResolvedSelectableAddress {
  const resolved = {
    __typename: 'CartSelectableAddress',
    id,
    selected,
    oneTimeUse: address.oneTimeUse ?? false,
    address: {...resolveMailingAddress(address, id), __typename: 'CartDeliveryAddress'},
  };

  return resolved;
}

function resolveGroup(
  group: DeliveryGroup,
  {shippingAddress, cost}: Checkout,
  lines: readonly {readonly id: string}[],
): {readonly id: string} {
  const options = group.options.map((option) => resolveOption(option, cost.total.currencyCode));
  const cartLines = lines.filter(({id}) => group.lineIds.includes(id));

  const resolved = {
    __typename: 'CartDeliveryGroup',
    id: group.id,
    groupType: group.groupType === 'subscription' ? 'SUBSCRIPTION' : 'ONE_TIME_PURCHASE',
    cartLines: (page: PageOf) => connection(cartLines, page),
    deliveryOptions: options,
    selectedDeliveryOption: options.find(({handle}) => handle === group.selected) ?? null,
    deliveryAddress: resolveMailingAddress(shippingAddress ?? {}, 'gid://shopify/MailingAddress/1'),
  };

  return resolved;
}

function resolveOption(option: DeliveryOption, currency: string): {readonly handle: string} {
  const cost = 'costAfterDiscounts' in option ? option.costAfterDiscounts : moneyOf(0, currency);

  const resolved = {
    __typename: 'CartDeliveryOption',
    handle: option.handle,
    title: option.title,
    code: option.code,
    description: option.description ?? null,
    deliveryMethodType: METHODS[option.type],
    estimatedCost: resolveMoney(cost),
  };

  return resolved;
}
