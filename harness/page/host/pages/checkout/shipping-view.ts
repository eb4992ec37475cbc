import {needsDelivery, type DeliveryGroup, type DeliveryOption} from '../../../../wire/checkout.ts';
import type {PageState} from '../../../../wire/control.ts';
import {node} from '../../node.ts';
import {addressLines, card, formatMoney} from '../account-view.ts';
import {Choices, type Choice} from './choices.ts';
import type {CheckoutView, ViewParts} from './checkout-view.ts';

/** How the goods reach the buyer. Extensions at one way of delivery stand at the first of its kind. */
export function shippingView({places, act}: ViewParts): CheckoutView {
  let group: DeliveryGroup | undefined;
  const choose = (handle: string): void => {
    if (group !== undefined) void act('chooseDelivery', {group: group.id, handle});
  };

  const [shipping, pickup, points] = [
    new Choices('Shipping methods', 'delivery', choose),
    new Choices('Places to pick up', 'delivery', choose),
    new Choices('Pickup points', 'delivery', choose),
  ];

  const none = node('p', {class: 'sim-quiet'});
  const at = (name: string): HTMLElement => places.make('shipping', name);
  return {
    root: node(
      'section',
      {class: 'sim-view', 'aria-label': 'Shipping'},
      none,
      card(
        'Shipping method',
        at('shipping-before'),
        shipping.root,
        at('shipping-item'),
        at('shipping-details'),
        at('shipping-after'),
      ),
      card('Pick up in a shop', at('pickup-before'), pickup.root, at('pickup-item'), at('pickup-after')),
      card('Pickup points', at('points-before'), points.root, at('points-after')),
    ),
    show(state) {
      [group] = state.checkout.deliveryGroups;
      none.hidden = group !== undefined;
      none.textContent = needsDelivery(state.checkout)
        ? 'There is no delivery address yet.'
        : 'Nothing here needs delivery.';

      const options = group?.options ?? [];
      const of = (...types: DeliveryOption['type'][]): Choice[] =>
        options.filter(({type}) => types.includes(type)).map((option) => choiceOf(option, state));

      shipping.show(of('shipping', 'local'), group?.selected);
      pickup.show(of('pickup'), group?.selected);
      points.show(of('pickupPoint'), group?.selected);
    },
  };
}

function choiceOf(option: DeliveryOption, state: PageState): Choice {
  const {handle, title} = option;
  if (option.type === 'pickup')
    return {handle, title, detail: plainAddress(option.location.address), amount: 'Free'};
  const detail =
    option.type === 'pickupPoint' ? plainAddress(option.location.address) : (option.description ?? '');

  return {
    handle,
    title,
    detail,
    amount: option.costAfterDiscounts.amount === 0 ? 'Free' : formatMoney(option.costAfterDiscounts, state),
  };
}

function plainAddress(address: object): string {
  return addressLines({
    firstName: '',
    lastName: '',
    name: '',
    address1: '',
    city: '',
    zip: '',
    countryCode: '',
    ...address,
  });
}
