import type {VtexAccount} from '../../world/vtex.ts';
import type {Caller} from './callers.ts';
import {isSameEmail} from './email.ts';
import {orderJson, orderListJson} from './oms-json.ts';
import {routesOf} from './route.ts';
import type {VtexCall, VtexRoute} from './route.ts';
import type {VtexContext} from './vtex-context.ts';
import type {VtexOrder, VtexOrders} from './vtex-orders.ts';

const {only} = routesOf('oms');

/**
 * Shoppers read their own orders; `Assisted Sales`, of the role "Call center operator", reads those of
 * others.
 */
const OWN_ORDERS = {shopper: true, admin: ['Assisted Sales']};

/** The resources that let an admin or an app key read all orders of an account. */
const ALL_ORDERS = {admin: ['View order', 'Orders Full Access']};

/**
 * The Order Management System: a shopper's own orders, and all orders of an account for its admins and app
 * keys.
 *
 * @see https://developers.vtex.com/docs/api-reference/orders-api
 */
export function oms({orders, deps}: VtexContext): readonly VtexRoute[] {
  return [
    only(OWN_ORDERS, 'GET /api/oms/user/orders', (call, caller) => listOwn(call, caller, orders)),
    only(OWN_ORDERS, 'GET /api/oms/user/orders/:orderId', (call, caller) => readOwn(call, caller, orders)),
    only(ALL_ORDERS, 'GET /api/oms/pvt/orders', ({url, account}) =>
      Response.json(orderListJson(searched(orders.of(account), url), url)),
    ),
    only(ALL_ORDERS, 'GET /api/oms/pvt/orders/:orderId', ({account, params}) =>
      found(orders.find(account, params['orderId'] ?? ''), account),
    ),
    only(
      {admin: ['Change order workflow status']},
      'POST /api/oms/pvt/orders/:orderId/start-handling',
      (call) => startHandling(call, orders, deps.now()),
    ),
  ];
}

function listOwn(call: VtexCall, caller: Caller, orders: VtexOrders): Response {
  const email = emailOf(call, caller);
  if (email === null) return failed(400, '1', 'Give clientEmail.');

  const own = orders.of(call.account).filter((order) => isSameEmail(order.email, email));
  return Response.json(orderListJson(own, call.url));
}

/** Answers another shopper's order like one that does not exist. */
function readOwn(call: VtexCall, caller: Caller, orders: VtexOrders): Response {
  const email = emailOf(call, caller) ?? '';
  const order = orders.find(call.account, call.params['orderId'] ?? '');
  const isOwn = order !== undefined && isSameEmail(order.email, email);

  return found(isOwn ? order : undefined, call.account);
}

/** The shopper who asks. Operators and app keys have no orders, so they name a shopper. */
function emailOf({url}: VtexCall, caller: Caller): string | null {
  return caller.kind === 'shopper' ? caller.claims.sub : url.searchParams.get('clientEmail');
}

/** Filters orders by the query: `q` searches numbers and people, `f_status` takes statuses by commas. */
function searched(orders: readonly VtexOrder[], {searchParams}: URL): readonly VtexOrder[] {
  const words = searchParams.get('q')?.toLowerCase() ?? '';
  const statuses = searchParams.get('f_status')?.split(',') ?? null;

  return orders.filter(({orderId, email, firstName, lastName, status}) => {
    const searchable = `${orderId} ${email} ${firstName} ${lastName}`.toLowerCase();
    return searchable.includes(words) && (statuses === null || statuses.includes(status));
  });
}

function startHandling({account, params}: VtexCall, orders: VtexOrders, now: number): Response {
  const order = orders.find(account, params['orderId'] ?? '');
  if (order === undefined) return found(undefined, account);

  if (order.status !== 'ready-for-handling' && order.status !== 'handling') {
    return failed(409, 'OMS007', `An order in the status ${order.status} cannot start handling.`);
  }

  orders.change(account, order.orderId, 'handling');
  return new Response(null, {status: 204, headers: {date: new Date(now).toUTCString()}});
}

function found(order: VtexOrder | undefined, account: VtexAccount): Response {
  return order === undefined
    ? failed(404, 'OMS003', 'Order Not Found')
    : Response.json(orderJson(order, account));
}

function failed(status: number, code: string, message: string): Response {
  return Response.json({error: {code, message, exception: null}}, {status});
}
