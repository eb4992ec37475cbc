import type {Order} from '../../../../../wire/order.ts';
import type {OrderDetails} from '../../../../world/shop-records.ts';
import {hasProvince, readAddress} from '../customers/address-resolver.ts';
import type {AddressInput} from '../customers/address-resolver.ts';
import {setMetafieldsOf} from '../metafields/metafield-mutations.ts';
import type {MetafieldInput} from '../metafields/metafield-mutations.ts';
import type {AdminGraph} from '../model/admin-graph.ts';
import {finishedJob} from '../model/job.ts';
import {payloadOf, refuse, refuseAll} from '../model/user-errors.ts';
import type {AdminUserError} from '../model/user-errors.ts';
import {uniqueTags} from '../products/product-mutations.ts';
import {fulfillmentStatusOf} from './order-status.ts';

interface OrderInput {
  readonly id: string;
  readonly note?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly poNumber?: string | null;
  readonly tags?: readonly string[] | null;
  readonly customAttributes?: Order['attributes'] | null;
  readonly shippingAddress?: AddressInput | null;
  readonly metafields?: readonly MetafieldInput[] | null;
}

interface CancelArgs {
  readonly orderId: string;
  readonly reason: string;
  readonly refund?: boolean | null;
  readonly refundMethod?: object | null;
  readonly restock: boolean;
  readonly staffNote?: string | null;
}

/** The longest note of the staff about a cancelled order, in characters. */
const LONGEST_NOTE = 255;

/**
 * Resolves the mutations of orders.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/orderUpdate
 */
export function orderMutations(graph: AdminGraph): object {
  const change = (id: string, carryOut: (order: Order) => void): object =>
    payloadOf(
      () => {
        carryOut(knownOrder(id, graph));
        return {order: graph.orderOf(id)};
      },
      {order: graph.orderOf(id)},
    );
  const close = (id: string, closedAt: string | null): object =>
    change(id, () => keepDetails(id, {closedAt}, graph));

  return {
    orderUpdate: ({input}: {input: OrderInput}) => change(input.id, (order) => update(order, input, graph)),
    orderClose: ({input: {id}}: {input: {id: string}}) => close(id, timeOf(graph)),
    orderOpen: ({input: {id}}: {input: {id: string}}) => close(id, null),
    orderCancel(args: CancelArgs) {
      const payload = payloadOf(() => cancel(args, graph), {job: null}) as {
        userErrors: readonly AdminUserError[];
      };
      return {...payload, orderCancelUserErrors: payload.userErrors};
    },
  };
}

function update(order: Order, input: OrderInput, graph: AdminGraph): void {
  const {note, email, phone, poNumber, tags, customAttributes, shippingAddress, metafields} = input;
  if (Object.keys(input).every((key) => key === 'id'))
    refuse(null, 'No valid update parameters have been provided');
  if (phone != null && phone !== '' && !/^\+?[\d\s().-]{5,}$/.test(phone))
    refuse(['phone'], 'Phone is invalid');
  if (email != null && email !== '' && !/^\S+@\S+\.\S+$/.test(email)) refuse(['email'], 'Email is invalid');

  const {country} = graph.state.shop;
  const address =
    shippingAddress == null ? null : readAddress(shippingAddress, order.shippingAddress, country);
  if (address !== null) refuseAll(addressFaults(address));
  setMetafieldsOf(order.id, metafields, graph.state);

  graph.state.model.changeOrder(order.id, {
    ...(note === undefined ? {} : {note}),
    ...(email === undefined ? {} : {email}),
    ...(phone === undefined ? {} : {phone}),
    ...(customAttributes == null ? {} : {attributes: customAttributes}),
    ...(address === null ? {} : {shippingAddress: address}),
  });
  keepDetails(
    order.id,
    {...(tags == null ? {} : {tags: uniqueTags(tags)}), ...(poNumber === undefined ? {} : {poNumber})},
    graph,
  );
}

function addressFaults(address: NonNullable<Order['shippingAddress']>): readonly AdminUserError[] {
  const fault = (field: string, message: string): AdminUserError => ({
    field: ['shippingAddress', field],
    message,
  });
  return [
    ...(address.lastName === '' ? [fault('lastName', 'Enter a last name')] : []),
    ...(address.zip === '' ? [fault('zip', 'Enter a ZIP code')] : []),
    ...(hasProvince(address) ? [] : [fault('province', 'State is not a valid state in United States')]),
  ];
}

function cancel({orderId, reason, refund, refundMethod, staffNote}: CancelArgs, graph: AdminGraph): object {
  if (staffNote != null && staffNote.length > LONGEST_NOTE)
    refuse(['staffNote'], `Staff note is too long. Maximum length is ${LONGEST_NOTE} characters.`, 'INVALID');
  if (refund != null && refundMethod != null)
    refuse(['refund'], 'Only one of the arguments `refund` or `refund_method` is allowed.', 'INVALID');

  const order = knownOrder(orderId, graph, {field: ['orderId'], code: 'NOT_FOUND'});
  if (order.cancelledAt !== null)
    refuse(['orderId'], 'Cannot cancel an order that has already been canceled', 'INVALID');
  if (fulfillmentStatusOf(order) === 'FULFILLED')
    refuse(['orderId'], 'Cannot cancel an order that has been fulfilled', 'INVALID');

  const time = timeOf(graph);
  graph.state.model.changeOrder(orderId, {cancelledAt: time});
  keepDetails(orderId, {closedAt: time, cancelReason: reason, staffNote: staffNote ?? null}, graph);
  return {job: finishedJob(graph.state)};
}

function keepDetails(id: string, change: Partial<OrderDetails>, graph: AdminGraph): void {
  graph.state.model.records.changeOrderDetails(id, {...change, updatedAt: timeOf(graph)});
}

function knownOrder(
  id: string,
  {state}: AdminGraph,
  {field = ['id'], code = null}: {field?: readonly string[]; code?: string | null} = {},
): Order {
  return state.model.orders.find((order) => order.id === id) ?? refuse(field, 'Order does not exist', code);
}

function timeOf({state}: AdminGraph): string {
  return new Date(state.now()).toISOString();
}
