import {byEmail} from '../email.ts';
import {jsonOf, stringOf} from '../request-fields.ts';
import {routesOf} from '../route.ts';
import type {VtexCall, VtexRoute} from '../route.ts';
import type {VtexContext} from '../vtex-context.ts';
import {withCookies} from '../vtex-cookies.ts';
import {orderGroupOf} from '../vtex-orders.ts';
import {addItems, sellableVariants, updateQuantities} from './order-form-items.ts';
import type {SellableVariants} from './order-form-items.ts';
import {amountsOf, orderFormJson} from './order-form-json.ts';
import type {Shopper} from './order-form-json.ts';
import {OrderForms} from './order-forms.ts';
import type {OrderForm} from './order-forms.ts';

const {anyone} = routesOf('checkout');

const PATH = '/api/checkout/pub/orderForm';

/** Attachments that are kept as they were sent. */
const ATTACHMENTS = ['shippingData', 'paymentData', 'marketingData', 'openTextField'] as const;

type Fields = Readonly<Record<string, unknown>>;

/**
 * The checkout, from order form to placed order, open to everybody. With a shopper's token, the form names
 * the shopper and the order is theirs.
 *
 * @see https://developers.vtex.com/docs/api-reference/checkout-api
 */
export function checkout(context: VtexContext): readonly VtexRoute[] {
  const api = new CheckoutApi(context);
  const open = (call: VtexCall): Promise<Response> => api.open(call);

  return [
    anyone(`GET ${PATH}`, open),
    anyone(`POST ${PATH}`, open),
    anyone(`GET ${PATH}/:id`, open),
    anyone(`POST ${PATH}/:id`, open),
    anyone(`POST ${PATH}/:id/items`, (call) => api.addItems(call)),
    anyone(`POST ${PATH}/:id/items/update`, (call) => api.updateItems(call)),
    anyone(`POST ${PATH}/:id/attachments/clientProfileData`, (call) => api.setProfile(call)),
    ...ATTACHMENTS.map((name) =>
      anyone(`POST ${PATH}/:id/attachments/${name}`, (call) => api.attach(call, name)),
    ),
    anyone(`POST ${PATH}/:id/transaction`, (call) => api.placeOrder(call)),
    anyone('POST /api/checkout/pub/gatewayCallback/:orderGroup', (call) => api.confirmPayment(call)),
  ];
}

class CheckoutApi {
  readonly #context: VtexContext;
  readonly #forms: OrderForms;
  readonly #sellable: SellableVariants;

  constructor(context: VtexContext) {
    this.#context = context;
    this.#forms = new OrderForms(context.deps);
    this.#sellable = sellableVariants(context.world.products);
  }

  async open(call: VtexCall): Promise<Response> {
    const isNew = call.url.searchParams.get('forceNewCart') === 'true';
    const form = isNew ? null : this.#forms.find(call);
    if (form === null && call.params['id'] !== undefined) return formNotFound();

    return this.#show(form ?? (await this.#forms.begin(call.account)), call);
  }

  addItems(call: VtexCall): Promise<Response> {
    return this.#change(call, (form, body) => {
      const items = addItems(form.items, body, this.#sellable);
      return typeof items === 'string' ? failed(400, 'ORD027', items) : {...form, items};
    });
  }

  updateItems(call: VtexCall): Promise<Response> {
    return this.#change(call, (form, body) => ({...form, items: updateQuantities(form.items, body)}));
  }

  setProfile(call: VtexCall): Promise<Response> {
    return this.#change(call, (form, {email, firstName, lastName}) => {
      if (typeof email !== 'string') return failed(400, 'CHK0087', 'Give an email');

      const profile = {email, firstName: stringOf(firstName) ?? '', lastName: stringOf(lastName) ?? ''};
      return {...form, profile};
    });
  }

  attach(call: VtexCall, name: string): Promise<Response> {
    return this.#change(call, (form, body) => ({
      ...form,
      attachments: {...form.attachments, [name]: body},
    }));
  }

  /** Makes the order that a transaction places; `gatewayCallback` confirms its payment. */
  async placeOrder(call: VtexCall): Promise<Response> {
    const {deps, orders} = this.#context;
    const shopper = await this.#shopperOf(call);
    const form = this.#forms.find(call);
    if (form === null) return formNotFound();

    const profile = shopper ?? form.profile;
    if (form.items.length === 0) return failed(400, 'ORD002', 'The order form has no items');
    if (profile === null) return failed(400, 'ORD003', 'The order form has no client profile data');

    const {orderId, value} = orders.place({
      ...amountsOf(form.items),
      account: call.account.name,
      email: profile.email,
      firstName: profile.firstName,
      lastName: profile.lastName,
      creationDate: new Date(deps.now()).toISOString(),
      status: 'payment-pending',
      currency: call.account.currency,
    });

    this.#forms.delete(form);

    const transactionId = (await deps.uuid()).replaceAll('-', '').toUpperCase();
    return Response.json(transactionJson(call, {orderGroup: orderGroupOf(orderId), value, transactionId}));
  }

  confirmPayment({account, params}: VtexCall): Response {
    const {orders} = this.#context;
    const group = params['orderGroup'];
    const order = orders.of(account).find(({orderId}) => orderGroupOf(orderId) === group);
    if (order === undefined) return failed(404, 'ORD001', 'Order not found');

    if (order.status === 'payment-pending') orders.change(account, order.orderId, 'ready-for-handling');
    return new Response(null, {status: 204});
  }

  /**
   * Changes the order form that the path names, or answers the refusal of `change`. Nothing is awaited
   * between reading and saving, so that changes cannot interleave.
   */
  async #change(
    call: VtexCall,
    change: (form: OrderForm, body: Fields) => OrderForm | Response,
  ): Promise<Response> {
    const body = await jsonOf(call.request);
    const form = this.#forms.find(call);
    if (form === null) return formNotFound();

    const changed = change(form, body);
    if (changed instanceof Response) return changed;

    this.#forms.save(changed);
    return this.#show(changed, call);
  }

  async #show(form: OrderForm, call: VtexCall): Promise<Response> {
    const json = orderFormJson(form, await this.#shopperOf(call), call.account);
    return withCookies(Response.json(json), [this.#forms.cookieOf(form, call.url.hostname)]);
  }

  async #shopperOf({request, account}: VtexCall): Promise<Shopper | null> {
    const {callers, world} = this.#context;
    const claims = await callers.signedIn(request, account, 'webstore');
    if (claims === null) return null;

    const known = byEmail(world.people, claims.sub);
    return {
      email: claims.sub,
      userId: claims.userId,
      firstName: known?.firstName ?? '',
      lastName: known?.lastName ?? '',
    };
  }
}

function transactionJson(
  {account, url}: VtexCall,
  {orderGroup, value, transactionId}: {orderGroup: string; value: number; transactionId: string},
): object {
  const merchant = account.name;
  return {
    id: transactionId,
    orderGroup,
    value,
    merchantTransactions: [{id: merchant, transactionId, merchantName: merchant, payments: []}],
    receiverUri: `https://${url.hostname}/checkout/gatewayCallback/${orderGroup}/{messageCode}`,
    gatewayCallbackTemplatePath: '/checkout/gatewayCallback/{orderGroup}/{messageCode}',
    messages: [],
  };
}

function formNotFound(): Response {
  return failed(404, 'CHK002', 'Order form not found');
}

function failed(status: number, code: string, message: string): Response {
  return Response.json({error: {code, message, exception: null}, fields: {}, operationId: null}, {status});
}
