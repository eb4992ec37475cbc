import {SimhostError} from '../../errors.ts';
import type {Customer, CustomerPrivacy, Metafield} from '../../wire/account.ts';
import type {Localization} from '../../wire/localization.ts';
import type {Order} from '../../wire/order.ts';
import {withCost} from './cost.ts';
import {checkEdits} from './order-edits.ts';
import {SOLD_OUT} from './inventory.ts';
import {metaobjectsOf} from './metaobjects.ts';
import type {Metaobject} from './metaobjects.ts';
import type {OrderFields} from './order-shapes.ts';
import type {Product} from './products.ts';
import type {PartOf} from './shape.ts';

/** The part of a world that can change while pages show it. */
export interface Live {
  readonly customer: Customer | null;
  /** The order that pages of one order show. */
  readonly order: Order;
  readonly localization: Localization;
  readonly metafields: readonly Metafield[];
  readonly privacy: CustomerPrivacy;
  readonly catalogue: CatalogueState;
  /** Whether Ada has the earlier orders, too. */
  readonly earlierOrders: boolean;
}

/** The part of the catalogue that a test can change. Pages do not receive it. */
export interface CatalogueState {
  /** The metaobjects of the shop. */
  readonly metaobjects: readonly Metaobject[];
  /** Whether a test has written the metaobjects. */
  readonly hasOwnMetaobjects: boolean;
  /** The ids of the variants that are sold out. */
  readonly soldOut: readonly string[];
}

/** Returns the catalogue before a test changes it. */
export function catalogueOf(products: readonly Product[]): CatalogueState {
  return {metaobjects: metaobjectsOf(products), hasOwnMetaobjects: false, soldOut: SOLD_OUT};
}

/** A change of that part by a test. Missing fields stay as they are. */
export interface LiveChange {
  /**
   * Fields of the order that pages of one order show: `{note: 'Ring twice'}`. Sums follow from lines,
   * discounts, `cost.shipping` and `taxRate`.
   */
  order?: PartOf<OrderFields>;
  /** Fields of the signed-in customer: `{firstName: 'Augusta', phone: null}`. */
  customer?: PartOf<Omit<Customer, 'id'>>;
  /** The page's language, country, currency, time zone and market: `{country: 'FR', currency: 'EUR'}`. */
  localization?: PartOf<Localization>;
  /**
   * All metafields. They replace those that were there. An extension sees those that its TOML asks for:
   * `[{target: {type: 'shop', id: 'gid://shopify/Shop/548380009'}, metafield: {namespace: 'custom', key: 'tier',
   * value: 'gold', valueType: 'string', type: 'single_line_text_field'}}]`.
   */
  metafields?: readonly Metafield[];
  /** `customerPrivacy` of extensions: `{shouldShowBanner: true, visitorConsent: {analytics: false}}`. */
  privacy?: PartOf<CustomerPrivacy>;
  /**
   * All metaobjects that the Storefront API answers. They replace those that were there: `[{id:
   * 'gid://shopify/Metaobject/1', type: 'tier', handle: 'gold', fields: [{key: 'points', type: 'number_integer', value:
   * '500'}]}]`.
   */
  metaobjects?: readonly Metaobject[];
  /**
   * The ids of all variants that are sold out: `['gid://shopify/ProductVariant/30011']`. They cannot be added to the
   * cart. Default: `['gid://shopify/ProductVariant/30062']`.
   */
  soldOut?: readonly string[];
  /**
   * Whether Ada has three more orders: `#1000` with a tip, `#999` with duties, and `#998`, which was edited. They are in
   * `simulation.world.earlierOrders`. Default: `false`.
   */
  earlierOrders?: boolean;
}

/**
 * Returns the live part after a change, which `readChange` has checked.
 *
 * @throws {SimhostError} `ERR_NO_CUSTOMER` for a guest's fields
 */
export function changeLive(
  live: Live,
  {order, customer, localization, metafields, privacy, metaobjects, soldOut, earlierOrders}: LiveChange,
): Live {
  return {
    order: order === undefined ? live.order : changeOrder(live.order, order),
    customer: customer === undefined ? live.customer : changeCustomer(live.customer, customer),
    localization: merged(live.localization, localization),
    metafields: metafields ?? live.metafields,
    privacy: merged(live.privacy, privacy),
    catalogue: {
      metaobjects: metaobjects ?? live.catalogue.metaobjects,
      hasOwnMetaobjects: metaobjects !== undefined || live.catalogue.hasOwnMetaobjects,
      soldOut: soldOut ?? live.catalogue.soldOut,
    },
    earlierOrders: earlierOrders ?? live.earlierOrders,
  };
}

function changeOrder(order: Order, {cost, ...change}: NonNullable<LiveChange['order']>): Order {
  const changed: OrderFields & Pick<Order, 'id' | 'customerId'> = merged<
    OrderFields & Pick<Order, 'id' | 'customerId'>
  >(order, change);
  const costed = withCost({...changed, cost: {shipping: cost?.shipping ?? order.cost.shipping}});
  checkEdits(costed);
  return costed;
}

function changeCustomer(customer: Customer | null, change: NonNullable<LiveChange['customer']>): Customer {
  if (customer !== null) return merged<Customer>(customer, change);
  throw new SimhostError(
    'ERR_NO_CUSTOMER',
    `Nobody is signed in, so ${Object.keys(change).join(', ')} cannot be changed.`,
    {next: 'Sign a customer in first.'},
  );
}

function merged<Fields extends object>(known: Fields, change: PartOf<Fields> = {}): Fields {
  return {...known, ...change};
}
