import type {Order} from '../../../../../wire/order.ts';
import {numberOf} from '../../../../world/gid.ts';
import type {SearchFields} from '../../graphql/search-syntax.ts';
import {byId, byNumber, byText, idFields} from '../model/listed.ts';
import type {ListRules} from '../model/listed.ts';
import type {ShopModel} from '../model/shop-model.ts';
import {financialStatusOf, fulfillmentStatusOf} from './order-status.ts';

/** The search fields and sort keys of lists of orders. */
export function orderRules(model: ShopModel): ListRules<Order> {
  return {
    fields: (order) => ({...ownFields(order), ...stateFields(order, model)}),
    sorts: {
      ID: byId,
      ORDER_NUMBER: byId,
      CREATED_AT: byText(({processedAt}) => processedAt),
      PROCESSED_AT: byText(({processedAt}) => processedAt),
      UPDATED_AT: byText((order) => updatedAt(order, model)),
      CUSTOMER_NAME: byText((order) => nameOf(order, model)),
      TOTAL_PRICE: byNumber(({cost}) => cost.total.amount),
      CURRENT_TOTAL_PRICE: byNumber(({cost}) => cost.total.amount),
      FINANCIAL_STATUS: byText(financialStatusOf),
      FULFILLMENT_STATUS: byText(fulfillmentStatusOf),
      TOTAL_ITEMS_QUANTITY: byNumber(({lines}) => lines.reduce((sum, {quantity}) => sum + quantity, 0)),
    },
  };
}

function ownFields({id, name, email, lines, ...order}: Order): SearchFields {
  return {
    id: idFields(id),
    name: [name, numberOf(id)],
    email: [email ?? ''],
    confirmation_number: [order.confirmationNumber],
    customer_id: idFields(order.customerId),
    sku: lines.map(({merchandise}) => merchandise.sku),
    product_id: lines.flatMap(({merchandise}) => idFields(merchandise.product.id)),
    discount_code: order.discountCodes,
    test: ['false'],
    created_at: [order.processedAt],
    processed_at: [order.processedAt],
  };
}

function stateFields(order: Order, model: ShopModel): SearchFields {
  const {closedAt, tags, poNumber} = model.records.orderDetails(order.id);

  return {
    '': [order.name, numberOf(order.id), order.email ?? '', nameOf(order, model)],
    status: [statusOf(order, closedAt), 'any'],
    financial_status: [financialStatusOf(order)],
    fulfillment_status: [fulfillmentStatusOf(order)],
    tag: tags,
    po_number: poNumber === null ? [] : [poNumber],
    updated_at: [updatedAt(order, model)],
  };
}

function statusOf({cancelledAt}: Order, closedAt: string | null): 'cancelled' | 'closed' | 'open' {
  if (cancelledAt !== null) return 'cancelled';
  return closedAt === null ? 'open' : 'closed';
}

function nameOf({customerId}: Order, {customers}: ShopModel): string {
  const found = customers.find(({customer}) => customer.id === customerId)?.customer;
  return found === undefined ? '' : `${found.lastName}, ${found.firstName}`;
}

function updatedAt({id, processedAt}: Order, {records}: ShopModel): string {
  return records.orderDetails(id).updatedAt ?? processedAt;
}
