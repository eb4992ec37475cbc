import type {VtexAccount} from '../../world/vtex.ts';
import {wholeNumberOf} from './request-fields.ts';
import {orderGroupOf, totalsOf} from './vtex-orders.ts';
import type {VtexItem, VtexOrder} from './vtex-orders.ts';

const STATUS_DESCRIPTIONS = {
  'payment-pending': 'Payment pending',
  'ready-for-handling': 'Ready for handling',
  handling: 'Handling shipping',
  invoiced: 'Invoiced',
} as const;

/** Fields of a row that are the same for every order here. */
const ROW_DEFAULTS = {
  paymentNames: 'Visa',
  marketPlaceOrderId: null,
  salesChannel: '1',
  affiliateId: '',
  origin: 'Marketplace',
  workflowInErrorState: false,
  workflowInRetry: false,
  lastMessageUnread: null,
  ShippingEstimatedDate: null,
  ShippingEstimatedDateMax: null,
  ShippingEstimatedDateMin: null,
  orderIsComplete: true,
  listId: null,
  listType: null,
  callCenterOperatorName: null,
};

/** Writes the page of an order list that the query asks for: `page`, and `per_page` of at most 100. */
export function orderListJson(orders: readonly VtexOrder[], url: URL): object {
  const perPage = Math.min(wholeNumberOf(url, 'per_page', {byDefault: 15, least: 1}), 100);
  const currentPage = Math.min(wholeNumberOf(url, 'page', {byDefault: 1, least: 1}), 30);
  const page = orders.slice((currentPage - 1) * perPage, currentPage * perPage);

  return {
    list: page.map(rowJson),
    facets: [],
    paging: {total: orders.length, pages: Math.ceil(orders.length / perPage), currentPage, perPage},
    stats: {
      stats: {
        totalValue: statsOf(orders.map(({value}) => value)),
        totalItems: statsOf(orders.map(quantityOf)),
      },
    },
    reportRecordsLimit: 10_000,
  };
}

function rowJson(order: VtexOrder): object {
  const {orderId, creationDate, firstName, lastName, value, currency, status} = order;

  return {
    ...ROW_DEFAULTS,
    orderId,
    creationDate,
    clientName: `${firstName} ${lastName}`,
    items: order.items.map(rowItemJson),
    totalValue: value,
    status,
    statusDescription: STATUS_DESCRIPTIONS[status],
    sequence: sequenceOf(orderId),
    authorizedDate: status === 'payment-pending' ? null : creationDate,
    totalItems: quantityOf(order),
    currencyCode: currency,
  };
}

function rowItemJson({id, productId, name, quantity, price}: VtexItem): object {
  return {
    seller: '1',
    quantity,
    description: name,
    ean: null,
    refId: null,
    id,
    productId,
    sellingPrice: price,
    price,
  };
}

/** Writes one order in full. */
export function orderJson(order: VtexOrder, account: VtexAccount): object {
  const {orderId, creationDate, value, status} = order;

  return {
    orderId,
    sequence: sequenceOf(orderId),
    marketplaceOrderId: '',
    sellerOrderId: `00-${orderId}`,
    origin: 'Marketplace',
    affiliateId: '',
    salesChannel: '1',
    merchantName: null,
    status,
    statusDescription: STATUS_DESCRIPTIONS[status],
    value,
    creationDate,
    lastChange: creationDate,
    orderGroup: orderGroupOf(orderId),
    totals: totalsOf(order),
    items: order.items.map(itemJson),
    clientProfileData: profileJson(order),
    hostname: account.name,
    storePreferencesData: {countryCode: account.country, currencyCode: account.currency, currencySymbol: '$'},
    isCompleted: true,
  };
}

function itemJson(item: VtexItem): object {
  return {...item, seller: '1', listPrice: item.price, sellingPrice: item.price, tax: 0};
}

function profileJson({email, firstName, lastName}: VtexOrder): object {
  return {
    id: 'clientProfileData',
    email,
    firstName,
    lastName,
    documentType: null,
    document: null,
    phone: null,
    isCorporate: false,
  };
}

function sequenceOf(orderId: string): string {
  return orderId.slice(7, 13);
}

function quantityOf({items}: VtexOrder): number {
  return items.reduce((total, {quantity}) => total + quantity, 0);
}

function statsOf(values: readonly number[]): object {
  const Sum = values.reduce((total, value) => total + value, 0);
  const Count = values.length;

  return {
    Count,
    Max: Math.max(0, ...values),
    Mean: Count === 0 ? 0 : Sum / Count,
    Min: Count === 0 ? 0 : Math.min(...values),
    Missing: 0,
    Sum,
  };
}
