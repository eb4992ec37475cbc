import type {VtexAccount} from '../../world/vtex.ts';
import type {Caller} from './callers.ts';
import {isSameEmail} from './email.ts';
import type {VtexOrder} from './vtex-orders.ts';
import type {VtexParts} from './vtex-context.ts';
import {routesOf} from './route.ts';
import type {VtexCall, VtexRoute} from './route.ts';

const {only} = routesOf('oms');

/** What lets somebody else read a shopper's orders there: the resource of the role "Call center operator". */
const OWN_ORDERS = {shopper: true, admin: ['Assisted Sales']};

/** What lets somebody read all orders of an account. */
const READS_ORDERS = ['View order', 'Orders Full Access'];

/**
 * Orders: those of the shopper who asks, and all of an account for its admins and keys.
 *
 * @see https://developers.vtex.com/docs/api-reference/orders-api
 */
export function oms({orders, host}: VtexParts): readonly VtexRoute[] {
  return [
    only(OWN_ORDERS, 'GET /api/oms/user/orders', (call, caller) => {
      const email = shopperOf(call, caller);
      if (email === null)
        return Response.json(
          {error: {code: '1', message: 'Give clientEmail.', exception: null}},
          {status: 400},
        );

      return Response.json(
        listOf(
          orders.of(call.account).filter((order) => isSameEmail(order.email, email)),
          call.url,
        ),
      );
    }),
    only(OWN_ORDERS, 'GET /api/oms/user/orders/:orderId', (call, caller) => {
      const email = shopperOf(call, caller) ?? '';
      const order = orders.find(call.account, call.params['orderId'] ?? '');
      // Of another shopper's order not even the existence is told.
      return order === undefined || !isSameEmail(order.email, email)
        ? notFound()
        : Response.json(detailOf(order, call.account));
    }),
    only({admin: READS_ORDERS}, 'GET /api/oms/pvt/orders', ({url, account}) => {
      const query = url.searchParams.get('q')?.toLowerCase() ?? '';
      const status = url.searchParams.get('f_status');
      const found = orders.of(account).filter((order) => {
        const text = `${order.orderId} ${order.email} ${order.firstName} ${order.lastName}`.toLowerCase();
        return text.includes(query) && (status === null || status.split(',').includes(order.status));
      });

      return Response.json(listOf(found, url));
    }),
    only({admin: READS_ORDERS}, 'GET /api/oms/pvt/orders/:orderId', ({account, params}) => {
      const order = orders.find(account, params['orderId'] ?? '');
      return order === undefined ? notFound() : Response.json(detailOf(order, account));
    }),
    only(
      {admin: ['Change order workflow status']},
      'POST /api/oms/pvt/orders/:orderId/start-handling',
      ({account, params}) => {
        const order = orders.find(account, params['orderId'] ?? '');
        if (order === undefined) return notFound();
        if (order.status !== 'ready-for-handling' && order.status !== 'handling') {
          const message = `An order in the status ${order.status} cannot start handling.`;
          return Response.json({error: {code: 'OMS007', message, exception: null}}, {status: 409});
        }

        orders.change(account, order.orderId, 'handling');
        return new Response(null, {status: 204, headers: {date: new Date(host.now()).toUTCString()}});
      },
    ),
  ];
}

/** Whose orders: the shopper's own, or those that an operator names. An app key is nobody's, so it names somebody too. */
function shopperOf({url}: VtexCall, caller: Caller): string | null {
  return caller.kind === 'shopper' ? caller.claims.sub : url.searchParams.get('clientEmail');
}

function notFound(): Response {
  return Response.json({error: {code: 'OMS003', message: 'Order Not Found', exception: null}}, {status: 404});
}

const STATUS_TEXTS = {
  'payment-pending': 'Payment pending',
  'ready-for-handling': 'Ready for handling',
  handling: 'Handling shipping',
  invoiced: 'Invoiced',
} as const;

function listOf(found: readonly VtexOrder[], {searchParams}: URL): object {
  const perPage = positive(searchParams.get('per_page'), 15, 100);
  const currentPage = positive(searchParams.get('page'), 1, 30);
  const page = found.slice((currentPage - 1) * perPage, currentPage * perPage);

  return {
    list: page.map(rowOf),
    facets: [],
    paging: {total: found.length, pages: Math.ceil(found.length / perPage), currentPage, perPage},
    stats: {
      stats: {totalValue: statsOf(found.map(({value}) => value)), totalItems: statsOf(found.map(countOf))},
    },
    reportRecordsLimit: 10_000,
  };
}

function rowOf(order: VtexOrder): object {
  const {orderId, creationDate, firstName, lastName, items, value, currency, status} = order;
  return {
    orderId,
    creationDate,
    clientName: `${firstName} ${lastName}`,
    items: items.map(({id, productId, name, quantity, price}) => ({
      seller: '1',
      quantity,
      description: name,
      ean: null,
      refId: null,
      id,
      productId,
      sellingPrice: price,
      price,
    })),
    totalValue: value,
    paymentNames: 'Visa',
    status,
    statusDescription: STATUS_TEXTS[status],
    marketPlaceOrderId: null,
    sequence: sequenceOf(orderId),
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
    authorizedDate: status === 'payment-pending' ? null : creationDate,
    callCenterOperatorName: null,
    totalItems: countOf(order),
    currencyCode: currency,
  };
}

export function detailOf(order: VtexOrder, account: VtexAccount): object {
  const {orderId, creationDate, email, firstName, lastName, items, value, status} = order;
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
    statusDescription: STATUS_TEXTS[status],
    value,
    creationDate,
    lastChange: creationDate,
    orderGroup: orderId.replace(/-\d+$/, ''),
    totals: totalsOf(order),
    items: items.map(({imageUrl, ...item}) => ({
      ...item,
      seller: '1',
      listPrice: item.price,
      sellingPrice: item.price,
      tax: 0,
      imageUrl,
    })),
    clientProfileData: {
      id: 'clientProfileData',
      email,
      firstName,
      lastName,
      documentType: null,
      document: null,
      phone: null,
      isCorporate: false,
    },
    hostname: account.name,
    storePreferencesData: {countryCode: account.country, currencyCode: account.currency, currencySymbol: '$'},
    isCompleted: true,
  };
}

export function totalsOf(order: Omit<VtexOrder, 'orderId' | 'status'>): readonly object[] {
  const {items, discounts, shipping, tax} = order;
  const sum = items.reduce((total, {price, quantity}) => total + price * quantity, 0);
  return [
    {id: 'Items', name: 'Items Total', value: sum},
    {id: 'Discounts', name: 'Discounts Total', value: discounts},
    {id: 'Shipping', name: 'Shipping Total', value: shipping},
    {id: 'Tax', name: 'Tax Total', value: tax},
  ];
}

function sequenceOf(orderId: string): string {
  return orderId.slice(7, 13);
}

function countOf({items}: VtexOrder): number {
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

function positive(text: string | null, byDefault: number, most: number): number {
  const number = Number(text ?? byDefault);
  return Number.isInteger(number) && number > 0 ? Math.min(number, most) : byDefault;
}
