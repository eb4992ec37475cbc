import {SimhostError} from '../../errors.ts';
import {refuseUnknownKeys} from '../../known-values.ts';
import {defined} from '../../records.ts';
import {isPlainObject} from '../../shown-value.ts';
import {refuseBadCredential} from './credential.ts';
import {byName} from './object-shapes.ts';
import {text as textShape} from './platform-values.ts';
import {list, optional, wrongKind} from './shape.ts';
import {roleOf} from './vtex-roles.ts';
import type {VtexRole} from './vtex-roles.ts';

/** A person who works in the accounts. */
export interface VtexAdmin {
  /** The name by which tests and options refer to them. */
  readonly name: string;
  /** The e-mail address that they sign in with, `sub` of their tokens. */
  readonly email: string;
  /** First and last name. */
  readonly fullName: string;
  /** The user id, a GUID. */
  readonly userId: string;
  /** Their roles of License Manager, by account. They have no access to accounts that are missing. */
  readonly roles: Readonly<Record<string, readonly VtexRole[]>>;
}

/** The options of an admin. */
export interface VtexAdminOptions {
  /** The e-mail address. Default: `{name}@example.com`. */
  email?: string;
  /** First and last name. Default: the name of the option. */
  fullName?: string;
  /** The names of License Manager roles, by account. Default: none. */
  roles?: Readonly<Record<string, readonly string[]>>;
}

/** The key of a program, with the permissions that it was given. */
export interface VtexAppKey {
  /** The name by which tests and options refer to it. */
  readonly name: string;
  /** The key, `vtexappkey-{account}-XXXXXX`; `sub` of its tokens. */
  readonly key: string;
  /** The app token, its secret. */
  readonly token: string;
  /** The account that it belongs to. */
  readonly account: string;
  /** The user id, a GUID. */
  readonly userId: string;
  /** Its roles of License Manager. */
  readonly roles: readonly VtexRole[];
}

/** The options of an app key. */
export interface VtexAppKeyOptions {
  /** The key. Default: `vtexappkey-{account}-XXXXXX`. */
  key?: string;
  /** The app token. Default: a published test value. */
  token?: string;
  /** The account that it belongs to. Default: the account under test. */
  account?: string;
  /** The names of License Manager roles. Default: none. */
  roles?: readonly string[];
}

/** The accounts and roles that options may name. */
interface StaffContext {
  /** The account under test. */
  readonly account: string;
  readonly other: string;
  readonly roles: ReadonlyMap<string, VtexRole>;
}

/** Creates the documented admins and those of the options. */
export function createAdmins(
  own: Readonly<Record<string, VtexAdminOptions>> = {},
  context: StaffContext,
): Readonly<Record<string, VtexAdmin>> {
  const {account, other} = context;
  const documented: Readonly<Record<string, VtexAdminOptions>> = {
    grace: {
      fullName: 'Grace Hopper',
      roles: {[account]: ['Owner (Admin Super)'], [other]: ['OMS - Full access']},
    },
    mary: {fullName: 'Mary Somerville', roles: {[account]: ['OMS - Read only']}},
    joan: {
      fullName: 'Joan Clarke',
      roles: {[account]: ['Admin - Start page only'], [other]: ['Logistics - Read only']},
    },
  };

  return createEach('vtex.admins', documented, own, (name, options, index) =>
    createAdmin(name, options, {index, context}),
  );
}

/** Creates the documented app keys, all of the account under test, and those of the options. */
export function createAppKeys(
  own: Readonly<Record<string, VtexAppKeyOptions>> = {},
  context: StaffContext,
): Readonly<Record<string, VtexAppKey>> {
  const {account} = context;
  const documented: Readonly<Record<string, VtexAppKeyOptions>> = {
    orders: {key: `vtexappkey-${account}-ORDERS`, roles: ['OMS - Read only']},
    logistics: {key: `vtexappkey-${account}-LOGIST`, roles: ['Logistics - Full access']},
    powerless: {key: `vtexappkey-${account}-NOROLE`, roles: []},
  };

  return createEach('vtex.appKeys', documented, own, (name, options, index) =>
    createAppKey(name, options, {index, context}),
  );
}

/** Creates a member of the staff for each name. Own options replace the documented ones of the same name. */
function createEach<Options extends object, Created>(
  option: string,
  documented: Readonly<Record<string, Options>>,
  own: Readonly<Record<string, Options>>,
  create: (name: string, options: Options, index: number) => Created,
): Readonly<Record<string, Created>> {
  refuseOtherThanObjects(option, own);

  const given: Readonly<Record<string, Options | undefined>> = own;
  const changed = Object.entries(given).flatMap(([name, change]): [string, Options][] =>
    change === undefined ? [] : [[name, {...documented[name], ...(defined(change) as Options)}]],
  );
  const all: Readonly<Record<string, Options>> = {...documented, ...Object.fromEntries(changed)};

  return Object.fromEntries(
    Object.entries(all).map(([name, options], index) => [name, create(name, options, index)]),
  );
}

function refuseOtherThanObjects(option: string, own: unknown): void {
  if (!isPlainObject(own)) throw wrongKind(option, own, 'an object with names, and for each an object');

  for (const [name, change] of Object.entries(own))
    if (change !== undefined && !isPlainObject(change))
      throw wrongKind(`${option}.${name}`, change, 'an object');
}

/** The members of an admin or app key that are strings and lists of strings. */
const EMAIL = optional(textShape('lin@example.com'));
const FULL_NAME = optional(textShape('Lin Lanying'));
const ACCOUNT = optional(textShape('acme'));
const ROLES = optional(list(textShape('OMS - Read only')));
const ROLES_BY_ACCOUNT = optional(byName(list(textShape('OMS - Read only'))));

function createAdmin(
  name: string,
  options: VtexAdminOptions,
  {index, context}: {index: number; context: StaffContext},
): VtexAdmin {
  refuseUnknownKeys(`vtex.admins.${name}`, options, ['email', 'fullName', 'roles']);
  EMAIL.read(options.email, `vtex.admins.${name}.email`);
  FULL_NAME.read(options.fullName, `vtex.admins.${name}.fullName`);
  const roles = ROLES_BY_ACCOUNT.read(options.roles, `vtex.admins.${name}.roles`) ?? {};

  const {email = `${name}@example.com`, fullName = name} = options;
  for (const account of Object.keys(roles)) refuseAccount(account, `vtex.admins.${name}.roles`, context);

  const granted = Object.entries(roles).map(
    ([account, names]) => [account, names.map((each) => roleOf(each, context.roles))] as const,
  );

  return {name, email, fullName, userId: guid('ad', index), roles: Object.fromEntries(granted)};
}

function createAppKey(
  name: string,
  options: VtexAppKeyOptions,
  {index, context}: {index: number; context: StaffContext},
): VtexAppKey {
  refuseUnknownKeys(`vtex.appKeys.${name}`, options, ['key', 'token', 'account', 'roles']);
  ACCOUNT.read(options.account, `vtex.appKeys.${name}.account`);
  ROLES.read(options.roles, `vtex.appKeys.${name}.roles`);

  const {account = context.account, roles = []} = options;
  refuseAccount(account, `vtex.appKeys.${name}.account`, context);

  const {key = `vtexappkey-${account}-${name.toUpperCase().slice(0, 6)}`, token = publishedAppToken(name)} =
    options;
  for (const [field, value] of Object.entries({key, token})) {
    const next = `Give the value that the program under test uses, or leave ${field} out for the published test value.`;
    refuseBadCredential(`The ${field} of vtex.appKeys.${name}`, value, next);
  }

  return {
    name,
    key,
    token,
    account,
    userId: guid('4e', index),
    roles: roles.map((each) => roleOf(each, context.roles)),
  };
}

/** Returns the app token of a key without the option `token`. It is public. */
export function publishedAppToken(name: string): string {
  return `simhost-published-vtex-app-token-of-${name}-not-for-production`;
}

function refuseAccount(name: string, option: string, {account, other}: StaffContext): void {
  if (name === account || name === other) return;
  throw new SimhostError('ERR_UNKNOWN_ACCOUNT', `No VTEX account is called "${name}" (option ${option}).`, {
    next: `Known: ${account}, ${other}.`,
  });
}

function guid(kind: string, index: number): string {
  return `${kind}000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`;
}
