import {isRecord} from '../../../../records.ts';
import {userIdOf} from '../../../world/vtex.ts';
import type {VtexAccount} from '../../../world/vtex.ts';
import type {World} from '../../../world/world.ts';
import type {VerifiedClaims} from '../callers.ts';
import {byEmail} from '../email.ts';
import {stringOf} from '../request-fields.ts';
import {segmentOf} from './segment.ts';

/** The values of one namespace. Booleans are strings there. */
export type SessionValues = Readonly<Record<string, {readonly value: string}>>;

/**
 * Every value of a session, by namespace: `profile`, `authentication`, `account`, `store`, `public`,
 * `cookie`.
 */
export type SessionNamespaces = Readonly<Record<string, SessionValues>>;

/** A shopper who is known, and not signed in. */
export interface IdentifiedShopper {
  readonly email: string;
  /** Whether they signed in before in this session. An e-mail address alone shows no names. */
  readonly wasSignedIn: boolean;
}

/** The facts that a session shows. */
export interface SessionFacts {
  readonly account: VtexAccount;
  readonly shopper: VerifiedClaims | null;
  readonly admin: VerifiedClaims | null;
  /** The shopper that the session knows without a token. */
  readonly identified: IdentifiedShopper | null;
  /** The fields that pages set themselves. */
  readonly publicFields: SessionValues;
  /** The authentication cookies of the browser, by name. */
  readonly authCookies: ReadonlyMap<string, string>;
}

export function namespacesOf(facts: SessionFacts, {people}: World): SessionNamespaces {
  const {account, shopper, admin} = facts;
  const segment = segmentOf(account);

  return {
    profile: valuesOf({isAuthenticated: String(shopper !== null), ...profileOf(facts, people)}),
    authentication: valuesOf({
      storeUserId: shopper?.userId,
      storeUserEmail: shopper?.sub,
      adminUserId: admin?.userId,
      adminUserEmail: admin?.sub,
      customerId: stringOf(shopper?.['customerId']),
      unitId: stringOf(shopper?.['unitId']),
    }),
    account: valuesOf({id: account.id, accountName: account.name}),
    store: valuesOf({
      channel: segment.channel,
      countryCode: segment.countryCode,
      cultureInfo: segment.cultureInfo,
      currencyCode: segment.currencyCode,
      currencySymbol: segment.currencySymbol,
    }),
    public: facts.publicFields,
    cookie: valuesOf(Object.fromEntries(facts.authCookies)),
  };
}

/**
 * Names the shopper, signed in or only identified. `authentication` has them only if they are signed in.
 *
 * @see https://github.com/vtex/faststore/pull/1916
 */
function profileOf(
  {shopper, identified}: SessionFacts,
  people: World['people'],
): Readonly<Record<string, string | undefined>> {
  const email = shopper?.sub ?? identified?.email;
  const person = byEmail(people, email);
  const isNamed = shopper !== null || identified?.wasSignedIn === true;

  return {
    id: shopper?.userId ?? (person === undefined ? undefined : userIdOf(person)),
    email,
    ...(isNamed
      ? {firstName: person?.firstName, lastName: person?.lastName, phone: person?.phone ?? undefined}
      : {}),
  };
}

/** Picks the values that the query `items` names: `*`, or a list such as `profile.email,account.*`. */
export function pickItems(namespaces: SessionNamespaces, items: string): SessionNamespaces {
  const wanted = items.split(',').map((item) => item.trim());
  const isWanted = (namespace: string, key: string): boolean =>
    ['*', namespace, `${namespace}.*`, `${namespace}.${key}`].some((item) => wanted.includes(item));

  const picked = Object.entries(namespaces).map(([namespace, values]): [string, SessionValues] => {
    const kept = Object.entries(values).filter(([key]) => isWanted(namespace, key));
    return [namespace, Object.fromEntries(kept)];
  });

  return Object.fromEntries(picked.filter(([, values]) => Object.keys(values).length > 0));
}

/** Reads the fields of a body's `public`: `{name: {value: string}}`. Others are left out. */
export function publicFieldsOf(given: unknown): SessionValues {
  if (!isRecord(given)) return {};

  const fields = Object.entries(given).map(([name, field]): [string, string | undefined] => [
    name,
    isRecord(field) ? stringOf(field['value']) : undefined,
  ]);

  return valuesOf(Object.fromEntries(fields));
}

function valuesOf(strings: Readonly<Record<string, string | undefined>>): SessionValues {
  const entries = Object.entries(strings).flatMap(([key, value]): [string, {value: string}][] =>
    value === undefined ? [] : [[key, {value}]],
  );

  return Object.fromEntries(entries);
}
