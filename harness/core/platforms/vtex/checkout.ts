import {minorUnits} from '../../world/money.ts';
import type {Variant} from '../../../wire/order.ts';
import {numberOf} from '../../world/shop.ts';
import type {VtexAccount} from '../../world/vtex.ts';
import {jsonOf} from './request-fields.ts';
import {activeOf} from './catalog.ts';
import {cookiesOf} from './vtex-cookies.ts';
import {byEmail} from './email.ts';
import {withCookies} from './id/login.ts';
import {totalsOf} from './oms.ts';
import type {VtexItem} from './vtex-orders.ts';
import type {VtexParts} from './vtex-context.ts';
import {routesOf} from './route.ts';
import type {VtexCall, VtexRoute} from './route.ts';

const {anyone} = routesOf('checkout');

const PATH = '/api/checkout/pub/orderForm';
const COOKIE = 'checkout.vtex.com';
const SHIPPING = 500;

/** Attachments that are kept as they were given. */
const ATTACHMENTS = ['shippingData', 'paymentData', 'marketingData', 'openTextField'] as const;

type Json = Readonly<Record<string, unknown>>;

interface OrderForm {
  readonly id: string;
  readonly account: string;
  readonly items: readonly VtexItem[];
  readonly profile: Profile | null;
  readonly attachments: Json;
}

interface Profile {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

/**
 * From order form to placed order, for anybody; a shopper's token adds who they are, and the order is theirs.
 *
 * @see https://developers.vtex.com/docs/api-reference/checkout-api
 */
export function checkout({world, host, callers, orders}: VtexParts): readonly VtexRoute[] {
  const forms = new Map<string, OrderForm>();
  const variants = new Map<string, Variant>(
    activeOf(world.products).flatMap((product) =>
      product.variants.map((variant) => [numberOf(variant.id), variant]),
    ),
  );

  const shopperOf = async ({request, account}: VtexCall): Promise<(Profile & {userId: string}) | null> => {
    const claims = await callers.signedIn(request, account, 'webstore');
    if (claims === null) return null;

    const known = byEmail(world.people, claims.sub);
    return {
      email: claims.sub,
      userId: claims.userId,
      firstName: known?.firstName ?? '',
      lastName: known?.lastName ?? '',
    };
  };

  const current = (call: VtexCall): OrderForm | null => {
    const named =
      call.params['id'] ?? /__ofid=([\da-f]+)/.exec(cookiesOf(call.request).get(COOKIE) ?? '')?.[1];
    const form = named === undefined ? undefined : forms.get(named);
    return form?.account === call.account.name ? form : null;
  };

  const begun = async ({account}: VtexCall): Promise<OrderForm> => {
    const id = (await host.uuid()).replaceAll('-', '');
    const form = {id, account: account.name, items: [], profile: null, attachments: {}};
    forms.set(id, form);
    return form;
  };

  const shown = async (form: OrderForm, call: VtexCall): Promise<Response> => {
    const shopper = await shopperOf(call);
    const cookie = {
      name: COOKIE,
      value: `__ofid=${form.id}`,
      domain: call.url.hostname,
      path: '/',
      httpOnly: true,
      secure: true,
    } as const;

    const expires = Math.floor(host.now() / 1000) + COOKIE_LIFE;
    return withCookies(Response.json(orderFormOf(form, shopper, call.account)), [{...cookie, expires}]);
  };

  /** Lets `change` make the next state of the order form that the path names. Between its read and its write nothing waits. */
  const changing =
    (change: (form: OrderForm, body: Json) => OrderForm | Response) =>
    async (call: VtexCall): Promise<Response> => {
      const body = await jsonOf(call.request);
      const form = current(call);
      if (form === null) return problem(404, 'CHK002', 'Order form not found');

      const changed = change(form, body);
      if (changed instanceof Response) return changed;

      forms.set(form.id, changed);
      return shown(changed, call);
    };

  const open = async (call: VtexCall): Promise<Response> => {
    const form = call.url.searchParams.get('forceNewCart') === 'true' ? null : current(call);
    if (form === null && call.params['id'] !== undefined)
      return problem(404, 'CHK002', 'Order form not found');
    return shown(form ?? (await begun(call)), call);
  };

  const place = async (call: VtexCall): Promise<Response> => {
    const shopper = await shopperOf(call);
    const form = current(call);
    if (form === null) return problem(404, 'CHK002', 'Order form not found');

    const profile = shopper ?? form.profile;
    if (form.items.length === 0) return problem(400, 'ORD002', 'The order form has no items');
    if (profile === null) return problem(400, 'ORD003', 'The order form has no client profile data');

    const amounts = {items: form.items, shipping: SHIPPING, discounts: 0, tax: 0};
    const value = sumOf(form.items) + SHIPPING;

    const order = orders.place({
      ...amounts,
      account: call.account.name,
      email: profile.email,
      firstName: profile.firstName,
      lastName: profile.lastName,
      creationDate: new Date(host.now()).toISOString(),
      status: 'payment-pending',
      value,
      currency: call.account.currency,
    });

    forms.delete(form.id);
    const orderGroup = groupOf(order.orderId);
    const transactionId = (await host.uuid()).replaceAll('-', '').toUpperCase();

    return Response.json({
      id: transactionId,
      orderGroup,
      value,
      merchantTransactions: [
        {id: call.account.name, transactionId, merchantName: call.account.name, payments: []},
      ],
      receiverUri: `https://${call.url.hostname}/checkout/gatewayCallback/${orderGroup}/{messageCode}`,
      gatewayCallbackTemplatePath: '/checkout/gatewayCallback/{orderGroup}/{messageCode}',
      messages: [],
    });
  };

  return [
    anyone(`GET ${PATH}`, open),
    anyone(`POST ${PATH}`, open),
    anyone(`GET ${PATH}/:id`, open),
    anyone(`POST ${PATH}/:id`, open),
    anyone(
      `POST ${PATH}/:id/items`,
      changing((form, body) => {
        const added = itemsOf(body).map(({id, quantity}) => ({
          variant: variants.get(String(id)),
          id,
          quantity: wholeNumber(quantity) ?? 1,
        }));

        const missing = added.find(({variant}) => variant === undefined);

        if (added.length === 0 || missing !== undefined)
          return problem(400, 'ORD027', `Item ${String(missing?.id)} is not for sale`);
        const items = added.reduce<readonly VtexItem[]>(
          (kept, {variant, quantity}) => (variant === undefined ? kept : withItem(kept, variant, quantity)),
          form.items,
        );

        return {...form, items};
      }),
    ),
    anyone(
      `POST ${PATH}/:id/items/update`,
      changing((form, body) => {
        const quantities = new Map(
          itemsOf(body).map(({index, quantity}) => [Number(index), wholeNumber(quantity)]),
        );

        const items = form.items.map((item, index) => ({
          ...item,
          quantity: quantities.get(index) ?? item.quantity,
        }));

        return {...form, items: items.filter(({quantity}) => quantity > 0)};
      }),
    ),
    anyone(
      `POST ${PATH}/:id/attachments/clientProfileData`,
      changing((form, {email, firstName, lastName}) =>
        typeof email === 'string'
          ? {...form, profile: {email, firstName: textOf(firstName), lastName: textOf(lastName)}}
          : problem(400, 'CHK0087', 'Give an email'),
      ),
    ),
    ...ATTACHMENTS.map((name) =>
      anyone(
        `POST ${PATH}/:id/attachments/${name}`,
        changing((form, body) => ({...form, attachments: {...form.attachments, [name]: body}})),
      ),
    ),
    anyone(`POST ${PATH}/:id/transaction`, place),
    anyone('POST /api/checkout/pub/gatewayCallback/:orderGroup', ({account, params}) => {
      const order = orders.of(account).find(({orderId}) => groupOf(orderId) === params['orderGroup']);
      if (order === undefined) return problem(404, 'ORD001', 'Order not found');
      if (order.status === 'payment-pending') orders.change(account, order.orderId, 'ready-for-handling');
      return new Response(null, {status: 204});
    }),
  ];

  function orderFormOf(
    {id, items, profile, attachments}: OrderForm,
    shopper: (Profile & {userId: string}) | null,
    account: VtexAccount,
  ): object {
    const value = items.length === 0 ? 0 : sumOf(items) + SHIPPING;
    const amounts = {items, shipping: SHIPPING, discounts: 0, tax: 0};
    return {
      orderFormId: id,
      salesChannel: '1',
      loggedIn: shopper !== null,
      isCheckedIn: false,
      canEditData: shopper !== null || profile === null,
      userProfileId: shopper?.userId ?? null,
      ignoreProfileData: false,
      value,
      messages: [],
      items: items.map((item) => ({
        ...item,
        uniqueId: item.id,
        seller: '1',
        sellingPrice: item.price,
        listPrice: item.price,
        availability: 'available',
      })),
      totalizers:
        items.length === 0
          ? []
          : totalsOf({...amounts, value, ...NOBODY, account: account.name, currency: account.currency}),
      shippingData: null,
      paymentData: null,
      ...attachments,
      clientProfileData:
        shopper === null
          ? profile
          : {email: shopper.email, firstName: shopper.firstName, lastName: shopper.lastName},
      sellers: [{id: '1', name: account.tradeName}],
      storePreferencesData: {
        countryCode: account.country,
        currencyCode: account.currency,
        saveUserData: true,
      },
    };
  }
}

/** Seconds that a browser keeps its order form. */
const COOKIE_LIFE = 180 * 86_400;

const NOBODY = {email: '', firstName: '', lastName: '', creationDate: ''};

function withItem(items: readonly VtexItem[], variant: Variant, quantity: number): readonly VtexItem[] {
  const id = numberOf(variant.id);
  const there = items.findIndex((item) => item.id === id);

  if (there >= 0)
    return items.map((item, index) =>
      index === there ? {...item, quantity: item.quantity + quantity} : item,
    );

  const name = `${variant.title} ${variant.subtitle}`;
  const {price, image, product} = variant;
  return [
    ...items,
    {id, productId: numberOf(product.id), name, quantity, price: minorUnits(price), imageUrl: image.url},
  ];
}

function itemsOf({orderItems}: Json): readonly Json[] {
  return Array.isArray(orderItems)
    ? orderItems.filter((item): item is Json => typeof item === 'object' && item !== null)
    : [];
}

function sumOf(items: readonly VtexItem[]): number {
  return items.reduce((total, {price, quantity}) => total + price * quantity, 0);
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function groupOf(orderId: string): string {
  return orderId.replace(/-\d+$/, '');
}

function problem(status: number, code: string, message: string): Response {
  return Response.json({error: {code, message, exception: null}, fields: {}, operationId: null}, {status});
}
