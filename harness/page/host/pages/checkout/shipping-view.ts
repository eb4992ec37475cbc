import {type DeliveryGroup, type DeliveryOption} from '../../../../wire/checkout-delivery.ts';
import {needsDelivery} from '../../../../wire/checkout.ts';
import type {PageState} from '../../../../wire/control.ts';
import {make} from '../../../elements/base/dom.ts';
import {formatAddress, formatMoney} from '../format.ts';
import {card, type PagePart} from '../page-parts.ts';
import {Choices, type Choice} from './choices.ts';
import type {CheckoutViewContext} from './checkout-view-context.ts';

/** Creates the step for the delivery. Extensions for one kind of delivery are placed below its options. */
export function shippingView({places, act}: CheckoutViewContext): PagePart {
  let group: DeliveryGroup | undefined;
  const choose = (handle: string): void => {
    if (group !== undefined) void act('chooseDelivery', {group: group.id, handle});
  };

  const [shipping, pickup, points] = [
    new Choices('Shipping methods', 'delivery', choose),
    new Choices('Places to pick up', 'delivery', choose),
    new Choices('Pickup points', 'delivery', choose),
  ];

  const none = make('p', {class: 'sim-quiet'});
  const at = (name: string): HTMLElement => places.make('shipping', name);

  return {
    root: make(
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

      shipping.show(choicesOf(['shipping', 'local'], group, state), group?.selected);
      pickup.show(choicesOf(['pickup'], group, state), group?.selected);
      points.show(choicesOf(['pickupPoint'], group, state), group?.selected);
    },
  };
}

function choicesOf(
  types: readonly DeliveryOption['type'][],
  group: DeliveryGroup | undefined,
  state: PageState,
): readonly Choice[] {
  const options = group?.options ?? [];
  return options.filter(({type}) => types.includes(type)).map((option) => choiceOf(option, state));
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
  return formatAddress({
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
