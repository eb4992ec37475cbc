import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import type {Customer, CustomerPrivacy, Metafield} from '../../wire/account.ts';
import type {Localization} from '../../wire/control.ts';
import type {Order} from '../../wire/order.ts';
import {withCost} from './cost.ts';
import type {OrderFields} from './order-shapes.ts';
import type {PartOf} from './shape.ts';

/** The part of a world that changes while pages show it. */
export interface Live {
  readonly customer: Customer | null;
  /** The order that pages of one order show. */
  readonly order: Order;
  readonly localization: Localization;
  readonly metafields: readonly Metafield[];
  readonly privacy: CustomerPrivacy;
}

/** The changes of it that a test may make. Fields that are missing stay as they are. */
export interface LiveChange {
  /**
   * Fields of the order that pages of one order show: `{note: 'Ring twice'}`. Sums follow from lines,
   * discounts, `cost.shipping` and `taxRate`.
   */
  order?: PartOf<OrderFields>;
  /** Fields of who is signed in: `{firstName: 'Augusta', phone: null}`. */
  customer?: PartOf<Omit<Customer, 'id'>>;
  /** The page's language, country, currency, time zone and market: `{country: 'FR', currency: 'EUR'}`. */
  localization?: PartOf<Localization>;
  /**
   * All metafields, in place of those that were there; extensions see those that their TOML names:
   * `[{target: {type: 'shop', id: 'gid://shopify/Shop/548380009'}, metafield: {namespace: 'custom', key: 'tier', value: 'gold', valueType: 'string', type: 'single_line_text_field'}}]`.
   */
  metafields?: readonly Metafield[];
  /** `customerPrivacy` of extensions: `{shouldShowBanner: true, visitorConsent: {analytics: false}}`. */
  privacy?: PartOf<CustomerPrivacy>;
}

/**
 * The live part after a change, which `readChange` has checked.
 *
 * @throws {SimhostError} `ERR_NO_CUSTOMER` for a guest's fields
 */
export function changeLive(
  live: Live,
  {order, customer, localization, metafields, privacy}: LiveChange,
): Live {
  return {
    order: order === undefined ? live.order : changeOrder(live.order, order),
    customer: customer === undefined ? live.customer : changeCustomer(live.customer, customer),
    localization: merged(live.localization, localization),
    metafields: metafields ?? live.metafields,
    privacy: merged(live.privacy, privacy),
  };
}

function changeOrder(order: Order, {cost, ...change}: NonNullable<LiveChange['order']>): Order {
  const changed: OrderFields & Pick<Order, 'id' | 'customerId'> = merged<
    OrderFields & Pick<Order, 'id' | 'customerId'>
  >(order, change);
  return withCost({...changed, cost: {shipping: cost?.shipping ?? order.cost.shipping}});
}

function changeCustomer(customer: Customer | null, change: NonNullable<LiveChange['customer']>): Customer {
  if (customer !== null) return merged<Customer>(customer, change);
  throw new SimhostError(
    'ERR_NO_CUSTOMER',
    `Nobody is signed in, so there is no ${Object.keys(change).join(', ')} to change.`,
    {
      next: 'Sign somebody in first.',
    },
  );
}

function merged<Fields extends object>(known: Fields, change: PartOf<Fields> = {}): Fields {
  return {...known, ...change};
}

/**
 * The settings after a change; `fields` are those that the mounted extensions declare.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_SETTING`
 */
export function changeSettings(
  settings: Readonly<Record<string, Setting>>,
  change: Readonly<Record<string, Setting | undefined>>,
  fields: readonly string[],
): Readonly<Record<string, Setting>> {
  for (const key of Object.keys(change)) {
    if (fields.includes(key)) continue;

    throw new SimhostError('ERR_UNKNOWN_SETTING', `No mounted extension declares the setting "${key}".`, {
      next: fields.length === 0 ? 'None declares any.' : didYouMean(key, fields, {label: 'Declared'}),
    });
  }

  return Object.fromEntries(
    Object.entries({...settings, ...change}).filter(
      (entry): entry is [string, Setting] => entry[1] !== undefined,
    ),
  );
}

/** A setting's value; `undefined` unsets it. */
export type Setting = string | number | boolean;
