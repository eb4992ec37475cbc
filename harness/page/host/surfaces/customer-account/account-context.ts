import type {PageState} from '../../../../wire/control.ts';
import type {CallNode, SignalNode, ValueNode} from '../../../../wire/sandbox.ts';
import {call, signal, value} from '../api-node.ts';
import {cartLine, type CartLine} from '../cart-line.ts';

export type CartLineApi = {readonly target: SignalNode<CartLine>};
export type ReturnApi = {readonly returnId: ValueNode<string>};
export type FulfillmentApi = {readonly fulfillmentId: ValueNode<string>};
export type OrderApi = {readonly orderId: ValueNode<string>};
export type CompanyLocationApi = {readonly locationId: ValueNode<string>};
export type ActionApi = {readonly close: CallNode<() => void>};

/** Returns the line of a target at one order line: the first one. */
export function cartLineApi({order}: PageState): CartLineApi {
  const [line] = order.lines;
  return {target: signal((line === undefined ? undefined : cartLine(line)) as CartLine)};
}

/** Returns the first return of the order. */
export function returnApi({order}: PageState): ReturnApi {
  return {returnId: value(order.returns[0]?.id ?? '')};
}

/** Returns the first fulfillment of the order. */
export function fulfillmentApi({order}: PageState): FulfillmentApi {
  return {fulfillmentId: value(order.fulfillments[0]?.id ?? '')};
}

/** Returns the order of a target at an order. */
export function orderApi({order}: PageState): OrderApi {
  return {orderId: value(order.id)};
}

/** Returns the location that the customer buys for. */
export function companyLocationApi({customer}: PageState): CompanyLocationApi {
  return {locationId: value(customer?.company?.location.id ?? '')};
}

/** Returns `close`, which closes the dialog of an order action. */
export function actionApi(): ActionApi {
  return {close: call()};
}
