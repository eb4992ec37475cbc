import {PICKUP_LOCATION} from '../../../world/pickup-location.ts';
import type {
  DeliveryQuote,
  SubscriptionDelivery,
  SubscriptionDeliveryOption,
} from '../../../world/subscription-delivery.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveMailingAddress} from './mailing-address.ts';
import {resolvePickupAddress} from './pickup-address.ts';

/** Resolves `SubscriptionContract.deliveryMethod`. */
export function resolveDelivery(delivery: SubscriptionDelivery): object {
  const option = {title: delivery.title, presentmentTitle: delivery.title, description: null};

  switch (delivery.type) {
    case 'shipping':
      return {
        __typename: 'SubscriptionDeliveryMethodShipping',
        address: resolveMailingAddress(delivery.address),
        shippingOption: option,
      };
    case 'localDelivery':
      return {
        __typename: 'SubscriptionDeliveryMethodLocalDelivery',
        address: resolveMailingAddress(delivery.address),
        localDeliveryOption: {...option, phone: delivery.phone, instructions: delivery.instructions},
      };
    case 'pickup':
      return {
        __typename: 'SubscriptionDeliveryMethodPickup',
        pickupOption: {...option, pickupAddress: resolvePickupAddress()},
      };
  }
}

/** Resolves `SubscriptionDeliveryOptionsResult`, with the token by which a customer chooses. */
export function resolveQuote({token, options}: DeliveryQuote): object {
  return {
    __typename: 'SubscriptionDeliveryOptionsResultSuccess',
    token,
    deliveryOptions: options.map(resolveOption),
  };
}

function resolveOption({type, code, title, price}: SubscriptionDeliveryOption): object {
  const shared = {
    __typename: OPTION_TYPES[type],
    code,
    title,
    presentmentTitle: title,
    description: null,
    price: resolveMoney(price),
    phoneRequired: type === 'localDelivery',
  };

  if (type !== 'pickup') return shared;
  return {
    ...shared,
    locationId: PICKUP_LOCATION.id,
    pickupAddress: resolvePickupAddress(),
    pickupTime: 'Usually ready in 24 hours',
  };
}

const OPTION_TYPES: Readonly<Record<SubscriptionDelivery['type'], string>> = {
  shipping: 'SubscriptionShippingOption',
  localDelivery: 'SubscriptionLocalDeliveryOption',
  pickup: 'SubscriptionPickupOption',
};
