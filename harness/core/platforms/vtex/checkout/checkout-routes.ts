import {jsonOf, stringOf} from '../request-fields.ts';
import {routesOf} from '../route.ts';
import type {VtexCall, VtexRoute} from '../route.ts';
import type {VtexContext} from '../vtex-context.ts';
import {withCookies} from '../vtex-cookies.ts';
import {orderGroupOf} from '../vtex-orders.ts';
import {addItems, sellableVariants, updateQuantities} from './order-form-items.ts';
import type {SellableVariants} from './order-form-items.ts';
import {amountsOf, orderFormJson} from './order-form-json.ts';
import {OrderForms} from './order-forms.ts';
import type {OrderForm} from './order-forms.ts';
import {isOwner, takenOver, type Visitor, visitorOf} from './visitor.ts';

const {anyone} = routesOf('checkout');

const PATH = '/api/checkout/pub/orderForm';

/** Attachments that are kept as they were sent. */
const ATTACHMENTS = ['shippingData', 'paymentData', 'marketingData', 'openTextField'] as const;

type Fields = Readonly<Record<string, unknown>>;

/** A change of an order form, or its refusal. */
type Change = (form: OrderForm, body: Fields, visitor: Visitor) => OrderForm | Response;

/**
 * The checkout, from order form to placed order, open to everybody. With a shopper's token, the form names
 * the shopper and the order is theirs. Personal data is masked for everybody but its owner.
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
    const visitor = await visitorOf(call, this.#context);
    const form = isNew ? null : this.#forms.find(call);
    if (form === null && call.params['id'] !== undefined) return formNotFound();

    return this.#show(form ?? (await this.#forms.begin(call.account)), visitor, call);
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
    return this.#attachPersonal(call, (form, {email, firstName, lastName}) => {
      if (typeof email !== 'string') return failed(400, 'CHK0087', 'Give an email');

      const profile = {email, firstName: stringOf(firstName) ?? '', lastName: stringOf(lastName) ?? ''};
      return {...form, profile};
    });
  }

  attach(call: VtexCall, name: (typeof ATTACHMENTS)[number]): Promise<Response> {
    const change: Change = (form, body) => ({
      ...form,
      attachments: {...form.attachments, [name]: body},
    });

    return name === 'shippingData'
      ? this.#attachPersonal(call, change)
      : this.#change(
          call,
          (form, body, visitor) => this.#refusal(form, visitor) ?? change(form, body, visitor),
        );
  }

  /** Makes the order that a transaction places; `gatewayCallback` confirms its payment. */
  async placeOrder(call: VtexCall): Promise<Response> {
    const {deps, orders} = this.#context;
    const {shopper} = await visitorOf(call, this.#context);
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

  /** Changes personal data. A guest who gives some owns the data from then on. */
  async #attachPersonal(call: VtexCall, change: Change): Promise<Response> {
    const drawn = (await this.#context.deps.uuid()).replaceAll('-', '');

    return this.#change(call, (form, body, visitor) => {
      const refusal = this.#refusal(form, visitor);
      if (refusal !== null) return refusal;

      const changed = change(form, body, visitor);
      if (changed instanceof Response || visitor.shopper !== null) return changed;
      return {...changed, ownership: form.ownership ?? drawn};
    });
  }

  /** Refuses to change the attachments of a signed-in shopper without their token. */
  #refusal(form: OrderForm, {shopper, isStaff}: Visitor): Response | null {
    const needsToken =
      this.#context.vtex.assumptions.orderFormAttachments === 'token' && form.signedIn !== null;

    // https://developers.vtex.com/docs/guides/checkout-error-codes
    return needsToken && shopper === null && !isStaff ? failed(403, 'CHK003', 'Access denied') : null;
  }

  /**
   * Changes the order form that the path names, or answers the refusal of `change`. Nothing is awaited
   * between reading and saving, so that changes cannot interleave.
   */
  async #change(call: VtexCall, change: Change): Promise<Response> {
    const body = await jsonOf(call.request);
    const visitor = await visitorOf(call, this.#context);
    const form = this.#forms.find(call);
    if (form === null) return formNotFound();

    const changed = change(form, body, visitor);
    if (changed instanceof Response) return changed;

    const ownership = changed.ownership === form.ownership ? visitor.ownership : changed.ownership;
    return this.#show(changed, {...visitor, ownership}, call);
  }

  /** Saves the order form as it is after the request, and answers it. */
  #show(given: OrderForm, visitor: Visitor, call: VtexCall): Response {
    const form = takenOver(given, visitor);
    this.#forms.save(form);

    const isOwn = isOwner(form, visitor);
    const isShown = this.#context.vtex.assumptions.orderFormData === 'open' || visitor.isStaff || isOwn;
    const json = orderFormJson(form, {shopper: visitor.shopper, isOwn, isShown}, call.account);

    return withCookies(Response.json(json), this.#forms.cookiesOf(form, call.url.hostname, isOwn));
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
