/** What single targets have beside the rest: the thing that they stand at. */
import type {PageState} from '../../../../wire/control.ts';
import type {CallNode, SignalNode, ValueNode} from '../../../../wire/sandbox.ts';
import {call, signal, value} from '../api-node.ts';
import {cartLine} from './account-cart-line.ts';
import type {CartLine} from './account-cart-line.ts';

export type CartLineApi = {readonly target: SignalNode<CartLine>};
export type ReturnApi = {readonly returnId: ValueNode<string>};
export type FulfillmentApi = {readonly fulfillmentId: ValueNode<string>};
export type OrderApi = {readonly orderId: ValueNode<string>};
export type CompanyLocationApi = {readonly locationId: ValueNode<string>};
export type ActionApi = {readonly close: CallNode<() => void>};

/** The first line of the order, at which the extension stands. */
export function cartLineApi({order}: PageState): CartLineApi {
  const [line] = order.lines;
  return {target: signal((line === undefined ? undefined : cartLine(line)) as CartLine)};
}

export function returnApi({order}: PageState): ReturnApi {
  return {returnId: value(order.returns[0]?.id ?? '')};
}

export function fulfillmentApi({order}: PageState): FulfillmentApi {
  return {fulfillmentId: value(order.fulfillments[0]?.id ?? '')};
}

export function orderApi({order}: PageState): OrderApi {
  return {orderId: value(order.id)};
}

export function companyLocationApi({customer}: PageState): CompanyLocationApi {
  return {locationId: value(customer?.company?.location.id ?? '')};
}

export function actionApi(): ActionApi {
  return {close: call()};
}
