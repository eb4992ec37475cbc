import type {Case, Expectation, Expectations, Profile} from './case.ts';
import {only, PROFILES} from './profile-groups.ts';
import type {ProfileGroup} from './profile-groups.ts';

export const ACCEPT: Expectation = {verdict: 'accept', statuses: ['2xx']};

/** Accepted, and the page that asked can read it. */
export const READABLE: Expectation = {...ACCEPT, cors: 'readable'};

/** A preflight after which the browser sends the request. */
export const PREFLIGHT_PASSES: Expectation = {...ACCEPT, cors: 'preflight'};

/** Refused tokens: 401. No stack trace, and the token is not repeated. */
export const REFUSE: Expectation = {verdict: 'refuse', statuses: [401], bodyLacks: ['token', 'stack']};

/** Refused requests that are malformed rather than unauthorized (RFC 6750 3.1), or more than a server takes. */
export const REFUSE_4XX: Expectation = {verdict: 'refuse', statuses: ['4xx'], bodyLacks: ['token', 'stack']};

/** A good token of somebody who may not: 403, and many answer 401. */
export const FORBID: Expectation = {verdict: 'refuse', statuses: [401, 403], bodyLacks: ['token', 'stack']};

/** A document request that is refused: a redirect to the bounce page, or a refusal that the frame shows. */
export const REFUSE_DOCUMENT: Expectation = {...REFUSE, statuses: ['3xx', '4xx']};

export const EITHER: Expectation = {verdict: 'either', statuses: ['2xx', '4xx'], bodyLacks: ['stack']};

/** The forged part is ignored or refused, never obeyed. */
export const FOLLOW_TOKEN: Expectation = {
  verdict: 'either',
  statuses: ['2xx', '4xx'],
  bodyLacks: ['stack'],
  answerBelongsTo: 'token',
};

/** Somebody else's record is refused, or answered like one that does not exist. */
export const FOLLOW_OWNER: Expectation = {...FOLLOW_TOKEN, answerBelongsTo: 'owner'};

/** Expects the same verdict about a document request, which is refused by a redirect. */
export function forDocument(expectation: Expectation): Expectation {
  const {verdict, statuses} = expectation;
  if (verdict === 'accept') return expectation;
  return {...expectation, statuses: verdict === 'refuse' ? ['3xx', '4xx'] : ['3xx', ...statuses]};
}

/** Expects the same answer from the backends of a group; the other profiles get the group's reason. */
export function forProfiles(
  {profiles, reason, exceptions}: ProfileGroup,
  expectation: Expectation,
): Expectations {
  const expected = (profile: Profile): Expectation | string =>
    profiles.includes(profile) ? expectation : (exceptions[profile] ?? reason);

  return {
    checkout: expected('checkout'),
    'customer-account': expected('customer-account'),
    admin: expected('admin'),
    embedded: expected('embedded'),
    pos: expected('pos'),
    'post-purchase': expected('post-purchase'),
    'shop-minis': expected('shop-minis'),
    vtex: expected('vtex'),
  };
}

/** Expects the same answer from every backend. */
export function forAllProfiles(expectation: Expectation): Expectations {
  return forProfiles(only(PROFILES, ''), expectation);
}

/** Expects another answer from some backends; spread it over the expectations of a larger group. */
export function overrides(profiles: readonly Profile[], expectation: Expectation): Partial<Expectations> {
  return Object.fromEntries(profiles.map((profile) => [profile, expectation]));
}

/** Tells whether a backend of a profile can be sent the case. */
export function appliesTo(entry: Pick<Case, 'expects'>, profile: Profile): boolean {
  return expectationOf(entry, profile) !== undefined;
}

/** Facts about a route that change its right answers. */
export interface RouteRules {
  /** Whether the route is for signed-in customers alone, so that it refuses guests. Default false. */
  readonly customersOnly?: boolean | undefined;
}

/** Returns what a correct backend of a profile answers, or `undefined` if the case does not apply to it. */
export function expectationOf(
  {expects, guest}: Pick<Case, 'expects' | 'guest'>,
  profile: Profile,
  {customersOnly = false}: RouteRules = {},
): Expectation | undefined {
  const expected = expects?.[profile];
  if (typeof expected !== 'object') return undefined;
  return guest === true && customersOnly ? FORBID : expected;
}
