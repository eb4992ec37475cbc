import type {CaseId} from './case-id.ts';
import type {Case, CorsRule, Expectation, Mechanism, Profile} from './case.ts';
import {caseOf} from './catalogue.ts';
import {expectationOf} from './expectations.ts';
import {PROFILES} from './profile-groups.ts';

/** The mechanisms that a GraphQL API of Shopify carries out. */
const ABOUT_AN_API: ReadonlySet<Mechanism['kind']> = new Set(['customer-account', 'storefront']);

/** The mechanisms of the admin and of the server-side APIs that an embedded app uses. */
const ABOUT_THE_ADMIN: ReadonlySet<Mechanism['kind']> = new Set([
  'admin-api',
  'id-token',
  'launch',
  'token-exchange',
  'token-refresh',
]);

/** The mechanisms that the platform carries out: its page, or an API. */
export const ABOUT_THE_PAGE: ReadonlySet<Mechanism['kind']> = new Set([
  ...ABOUT_AN_API,
  ...ABOUT_THE_ADMIN,
  'changes',
  'host',
  'shop',
  'order',
  'signals',
]);

/** Returns the fixture that arms a case. */
export function fixtureOf({kind}: Mechanism): 'admin' | 'host' {
  return ABOUT_THE_ADMIN.has(kind) ? 'admin' : 'host';
}

/** Describes the right answers: "refuse (401): checkout, admin; either: post-purchase". */
export function describeExpectations(entry: Case): string {
  const {mechanism} = entry;
  if (ABOUT_THE_ADMIN.has(mechanism.kind)) return 'about the admin: `admin.arm`';
  if (ABOUT_AN_API.has(mechanism.kind)) return 'about the API: `host.arm`';
  if (ABOUT_THE_PAGE.has(mechanism.kind)) return 'about the page: `host.arm`';
  if (mechanism.kind === 'test') return 'a test arranges it';

  const groups = new Map<string, Profile[]>();
  for (const profile of PROFILES) {
    const expectation = expectationOf(entry, profile);
    if (expectation === undefined) continue;
    const words = describeExpectation(expectation);
    groups.set(words, [...(groups.get(words) ?? []), profile]);
  }

  return [...groups]
    .map(([words, profiles]) =>
      profiles.length === PROFILES.length ? words : `${words}: ${profiles.join(', ')}`,
    )
    .join('; ');
}

/** For example "refuse (401), with www-authenticate". */
export function describeExpectation({
  verdict,
  statuses,
  headers = {},
  cors,
  noCrossOriginRedirect,
  answerBelongsTo,
}: Expectation): string {
  const names = Object.keys(headers);
  return [
    `${verdict} (${statuses.join(', ')})`,
    ...(names.length === 0 ? [] : [`with ${names.join(' and ')}`]),
    ...(cors === undefined ? [] : [CORS[cors]]),
    ...(noCrossOriginRedirect === true ? ['sent on to no other origin'] : []),
    ...(answerBelongsTo === undefined ? [] : [FOLLOWING[answerBelongsTo]]),
  ].join(', ');
}

const FOLLOWING = {
  token: 'as the token says',
  owner: 'as for what nobody has',
  asker: 'about the person who asks',
} as const;

const CORS: Readonly<Record<CorsRule, string>> = {
  preflight: 'let through by a browser',
  readable: 'readable for the page',
  'no cookies': 'closed to cookies of strange pages',
};

/** The places in which a case can be used. */
export function placesOf(id: CaseId): readonly ('test' | 'audit')[] {
  const {mechanism, expects} = caseOf(id);
  const {kind} = mechanism;
  const inTests = kind === 'token' || kind === 'request' || ABOUT_THE_PAGE.has(kind);
  return [...(inTests ? (['test'] as const) : []), ...(expects !== undefined ? (['audit'] as const) : [])];
}
