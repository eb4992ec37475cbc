import {SimhostError, nearest, refuseUnknownKeys} from '../errors.ts';
import type {Customer, CustomerPrivacy, Metafield} from '../wire/account.ts';
import type {Localization} from '../wire/control.ts';
import type {Order} from '../wire/order.ts';
import {withCost} from './cost.ts';
import {CUSTOMER_FIELDS} from './people.ts';

/** The part of a world that changes while pages show it. */
export interface Live {
  readonly customer: Customer | null;
  /** The order that pages of one order show. */
  readonly order: Order;
  readonly localization: Localization;
  readonly metafields: readonly Metafield[];
  readonly privacy: CustomerPrivacy;
}

/** What a test may change. What an entry leaves out stays as it is. */
export interface LiveChange {
  /** Sums follow from lines, discounts, shipping (`cost.shipping`) and tax rate. */
  order?: Partial<Omit<Order, 'id' | 'customerId' | 'cost'>> & {cost?: Pick<Order['cost'], 'shipping'>};
  /** Of who is signed in. */
  customer?: Partial<Omit<Customer, 'id'>>;
  localization?: Partial<Localization>;
  /** In place of those that were there. */
  metafields?: readonly Metafield[];
  privacy?: Partial<CustomerPrivacy>;
}

export const LIVE_FIELDS: readonly (keyof LiveChange)[] = ['order', 'customer', 'localization', 'metafields', 'privacy'];

/**
 * The live part after a change.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION` for a field that nothing has, `ERR_NO_CUSTOMER` for a guest's fields
 */
export function changeLive(live: Live, {order, customer, localization, metafields, privacy}: LiveChange): Live {
  return {
    order: order === undefined ? live.order : changeOrder(live.order, order),
    customer: customer === undefined ? live.customer : changeCustomer(live.customer, customer),
    localization: localization === undefined ? live.localization : merged('localization', live.localization, localization),
    metafields: metafields ?? live.metafields,
    privacy: privacy === undefined ? live.privacy : merged('privacy', live.privacy, privacy, ['region']),
  };
}

function changeOrder(order: Order, {cost, ...change}: NonNullable<LiveChange['order']>): Order {
  refuseUnknownKeys('order', change, Object.keys(order));
  if (cost !== undefined) refuseUnknownKeys('order.cost', cost, ['shipping']);
  for (const key of ['id', 'customerId'] as const) {
    if (key in change) throw new SimhostError('ERR_BAD_OPTION', `An order keeps its ${key}.`, {next: 'Leave it out of the change.'});
  }
  const lines = change.lines ?? order.lines;
  for (const line of lines) {
    refuseUnknownKeys('order line', line, Object.keys(order.lines[0] ?? line));
    if (Number.isInteger(line.quantity) && line.quantity > 0) continue;
    throw new SimhostError('ERR_BAD_OPTION', `The quantity of ${line.id} is ${String(line.quantity)}.`, {
      next: 'Give a whole number from 1 up, or leave the line out of lines.',
    });
  }
  return withCost({...order, ...change, lines, cost: {shipping: cost?.shipping ?? order.cost.shipping}});
}

function changeCustomer(customer: Customer | null, change: NonNullable<LiveChange['customer']>): Customer {
  refuseUnknownKeys(
    'customer',
    change,
    CUSTOMER_FIELDS.filter((field) => field !== 'id'),
  );
  if (customer !== null) return {...customer, ...change};
  throw new SimhostError('ERR_NO_CUSTOMER', `Nobody is signed in, so there is no ${Object.keys(change).join(', ')} to change.`, {
    next: 'Sign somebody in first.',
  });
}

function merged<T extends object>(what: string, known: T, change: Partial<T>, more: readonly string[] = []): T {
  refuseUnknownKeys(what, change, [...Object.keys(known), ...more]);
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
    const near = nearest(key, fields);
    throw new SimhostError('ERR_UNKNOWN_SETTING', `No mounted extension declares the setting "${key}".`, {
      next: `${near === undefined ? '' : `Did you mean "${near}"? `}${fields.length === 0 ? 'None declares any.' : `Declared: ${fields.join(', ')}.`}`,
    });
  }
  return Object.fromEntries(Object.entries({...settings, ...change}).filter((entry): entry is [string, Setting] => entry[1] !== undefined));
}

/** A setting's value; `undefined` unsets it. */
export type Setting = string | number | boolean;
