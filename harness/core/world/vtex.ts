import type {ErrorCode} from '../../error-codes.ts';
import {SimhostError} from '../../errors.ts';
import {didYouMean, refuseUnknownKeys, type KeysOf} from '../../known-values.ts';
import type {Customer} from '../../wire/account.ts';
import type {Order} from '../../wire/order.ts';
import {shown} from '../../shown-value.ts';
import {numberOf} from './gid.ts';
import {text} from './platform-values.ts';
import {list} from './shape.ts';
import type {Shop} from './shop.ts';
import {readAssumptions} from './vtex-assumptions.ts';
import type {VtexAssumptionOptions, VtexAssumptions} from './vtex-assumptions.ts';
import {createAdmins, createAppKeys} from './vtex-staff.ts';
import type {VtexAdmin, VtexAdminOptions, VtexAppKey, VtexAppKeyOptions} from './vtex-staff.ts';
import {createRoles} from './vtex-roles.ts';
import type {VtexRole, VtexRoleOptions} from './vtex-roles.ts';

/** The data of VTEX: two accounts, their users, and the keys of programs. */
export interface Vtex {
  /** The account under test. */
  readonly account: VtexAccount;
  /** The account under test and a second one, by name. */
  readonly accounts: Readonly<Record<string, VtexAccount>>;
  /** The admins by name: `grace`, `mary`, `joan` and those of your own. */
  readonly admins: Readonly<Record<string, VtexAdmin>>;
  /** The app keys by name: `orders`, `logistics`, `powerless` and those of your own. */
  readonly appKeys: Readonly<Record<string, VtexAppKey>>;
  /** The roles of License Manager, by name. */
  readonly roles: ReadonlyMap<string, VtexRole>;
  /** The choices in which VTEX is not documented. */
  readonly assumptions: VtexAssumptions;
}

/** A VTEX account. */
export interface VtexAccount {
  /** The name, as in `{name}.myvtex.com` and in cookies. */
  readonly name: string;
  /** The id, a GUID. The second cookie of a shopper ends with it. */
  readonly id: string;
  /** The name of the store. */
  readonly tradeName: string;
  /** Other hosts of its store, for example `www.acme.com`. */
  readonly hosts: readonly string[];
  /** The country, in ISO 3166-1 alpha-3. */
  readonly country: string;
  /** The currency, in ISO 4217. */
  readonly currency: string;
  /** The language and country, for example `en-US`. */
  readonly culture: string;
  /** The orders before the test. */
  readonly orders: readonly Order[];
}

/**
 * The options of VTEX; each has a default.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * createSimulation({vtex: {account: 'globex', admins: {linus: {roles: {globex: ['OMS - Read only']}}}}});
 * ```
 */
export interface VtexOptions {
  /** The name of the account under test. Default: `'acme'`. */
  account?: string;
  /** Other hosts of its store, for example `www.acme.com`. Default: none. */
  hosts?: readonly string[];
  /** Admins, in addition to or in place of `grace`, `mary` and `joan`. Default: those three. */
  admins?: Readonly<Record<string, VtexAdminOptions>>;
  /** App keys, in addition to or in place of `orders`, `logistics` and `powerless`. Default: those three. */
  appKeys?: Readonly<Record<string, VtexAppKeyOptions>>;
  /** Roles of License Manager with their resources, in addition to the predefined ones. Default: none. */
  roles?: VtexRoleOptions;
  /** Other choices in which VTEX is not documented. Default: see `docs/assumptions.md`. */
  assume?: VtexAssumptionOptions;
}

const OPTIONS: KeysOf<VtexOptions> = {
  account: true,
  hosts: true,
  admins: true,
  appKeys: true,
  roles: true,
  assume: true,
};

const HOSTS = list(text('www.acme.com'));

/** Names that the platform keeps for its own services. */
const SERVICES = ['portal', 'api', 'vtexid', 'vtex'];

/**
 * Completes the options of VTEX.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION`, `ERR_BAD_ACCOUNT`, `ERR_UNKNOWN_ROLE`,
 *   `ERR_UNKNOWN_ACCOUNT`
 */
export function createVtex(options: VtexOptions, {shop, orders, otherOrders}: VtexDrawn): Vtex {
  refuseUnknownKeys('vtex', options, OPTIONS);
  const {account: name = 'acme', hosts = []} = options;
  if (typeof name !== 'string' || !/^[a-z\d](?:-?[a-z\d])*$/.test(name) || SERVICES.includes(name)) {
    throw new SimhostError('ERR_BAD_ACCOUNT', `Not the name of a VTEX account: ${shown(name)}.`, {
      next: 'Give the part before .myvtex.com, for example "acme".',
    });
  }

  for (const host of HOSTS.read(hosts, 'vtex.hosts')) {
    if (/^[a-z\d][a-z\d-]*(\.[a-z\d-]+)+$/.test(host)) continue;
    throw new SimhostError('ERR_BAD_OPTION', `Not a host in vtex.hosts: ${shown(host)}.`, {
      next: 'Give it without scheme, port and path, for example "www.acme.com".',
    });
  }

  const other = name === 'globex' ? 'acme' : 'globex';
  const place = {country: alpha3(shop.country), currency: shop.currency, culture: `en-${shop.country}`};
  const account = {name, id: ACCOUNT_IDS[0], tradeName: shop.name, hosts, ...place, orders};
  const accounts = {
    [name]: account,
    [other]: {name: other, id: ACCOUNT_IDS[1], tradeName: 'Globex', hosts: [], ...place, orders: otherOrders},
  };

  const roles = createRoles(options.roles);
  const where = {account: name, other, roles};
  return {
    account,
    accounts,
    admins: createAdmins(options.admins, where),
    appKeys: createAppKeys(options.appKeys, where),
    roles,
    assumptions: readAssumptions(options.assume),
  };
}

/** The generated data that VTEX shares with the shop. */
export interface VtexDrawn {
  readonly shop: Shop;
  readonly orders: readonly Order[];
  /** The orders of the second account. */
  readonly otherOrders: readonly Order[];
}

const ACCOUNT_IDS = ['ac3e0000-0000-4000-8000-000000000001', '910be000-0000-4000-8000-000000000002'] as const;

/** Returns the id of a shopper at VTEX. */
export function userIdOf(shopper: Pick<Customer, 'id'>): string {
  return `5a09e600-0000-4000-8000-${numberOf(shopper.id).padStart(12, '0').slice(-12)}`;
}

/**
 * Returns the account of a name.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_ACCOUNT`
 */
export function accountOf(name: string, {accounts}: Pick<Vtex, 'accounts'>): VtexAccount {
  return named(name, accounts, {code: 'ERR_UNKNOWN_ACCOUNT', what: 'VTEX account'});
}

/**
 * Returns the admin of a name.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_ADMIN`
 */
export function adminOf(name: string, {admins}: Pick<Vtex, 'admins'>): VtexAdmin {
  return named(name, admins, {code: 'ERR_UNKNOWN_ADMIN', what: 'admin'});
}

/**
 * Returns an app key, by its name or by the key itself.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_APP_KEY`
 */
export function appKeyOf(name: string, {appKeys}: Pick<Vtex, 'appKeys'>): VtexAppKey {
  const byKey = Object.values(appKeys).find(({key}) => key === name);
  return byKey ?? named(name, appKeys, {code: 'ERR_UNKNOWN_APP_KEY', what: 'app key'});
}

function named<Value>(
  name: string,
  known: Readonly<Record<string, Value>>,
  {code, what}: {code: ErrorCode; what: string},
): Value {
  const found = typeof name === 'string' && Object.hasOwn(known, name) ? known[name] : undefined;
  if (found !== undefined) return found;

  throw new SimhostError(code, `No ${what} is called ${shown(name)}.`, {
    next: didYouMean(name, Object.keys(known)),
  });
}

/** Converts a country to ISO 3166-1 alpha-3, which VTEX uses. */
function alpha3(country: string): string {
  return COUNTRIES[country] ?? country;
}

const COUNTRIES: Readonly<Record<string, string>> = {
  AR: 'ARG',
  BR: 'BRA',
  CA: 'CAN',
  CL: 'CHL',
  CO: 'COL',
  DE: 'DEU',
  ES: 'ESP',
  FR: 'FRA',
  GB: 'GBR',
  IT: 'ITA',
  MX: 'MEX',
  PE: 'PER',
  PT: 'PRT',
  RO: 'ROU',
  US: 'USA',
};
