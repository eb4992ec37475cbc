import type {ClaimDetail} from '../../wire/request-detail.ts';
import {type DistanceWords, timeMeaning} from '../../wire/time-claim.ts';
import {USER_TOKEN_ISSUER} from '../platforms/shop-minis/user-token.ts';
import type {World} from '../world/world.ts';
import {whoOf} from './request-entry.ts';

/** A claim in words, and whether it is what the platform would send. */
export type ClaimMeaning = Pick<ClaimDetail, 'meaning' | 'state'>;

/** The facts that a meaning depends on. */
export interface ClaimContext {
  /** The time of the request, in seconds since 1970. */
  readonly at: number;
  readonly world: World;
  /** The number of requests with this token. */
  readonly sent: number;
  readonly token: Readonly<Record<string, unknown>>;
  /** The words for times. */
  readonly words: DistanceWords;
}

type Meaning = (value: unknown, context: ClaimContext) => ClaimMeaning;

/** Writes the meaning of a claim. Each claim has one, those too that no platform sends. */
export function meaningOf(name: string, value: unknown, context: ClaimContext): ClaimMeaning {
  const meaning = Object.hasOwn(MEANINGS, name) ? MEANINGS[name] : undefined;
  return meaning === undefined ? plain('an extra claim') : meaning(value, context);
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
  exp: (value, {at, words}) => timeMeaning('exp', value, at, words),
  nbf: (value, {at, words}) => timeMeaning('nbf', value, at, words),
  iat: (value, {at, words}) => timeMeaning('iat', value, at, words),
  iss: issuerMeaning,
  dest: (value, {world: {shop}}) =>
    compared(value, [shop.domain, `https://${shop.domain}`], ['this shop', 'another shop']),
  aud: (value, {world: {app}, token}) =>
    token['iss'] === USER_TOKEN_ISSUER
      ? plain('the Mini')
      : compared(value, [app.clientId], ['your app', 'another app']),
  sub: (value, {token}) =>
    typeof value === 'string' ? plain(whoOf(token) ?? value) : {meaning: 'not a string', state: 'bad'},
  jti: (_, {sent}) => plain(sentWords(sent)),
  sid: () => plain('the session of the staff member'),

  user_state: (value) => plain(value === 'GUEST' ? 'not verified by Shop' : 'verified by Shop'),
  scope: () => plain('what the user granted'),

  account: () => plain('the account of the login'),
  audience: (value) => plain(value === 'admin' ? 'for the admin' : 'for the store'),
  sess: () => plain('the session of the login'),
  type: () => plain('the kind of user'),
  userId: () => plain('the id of the user'),
  isRepresentative: () => plain('whether a company is represented'),
};

function plain(meaning: string): ClaimMeaning {
  return {meaning, state: 'none'};
}

/** Only session tokens have a shop in their issuer. A session token of another issuer is a forgery or a mistake. */
function issuerMeaning(value: unknown, {world: {shop, app}, token}: ClaimContext): ClaimMeaning {
  if (value === USER_TOKEN_ISSUER) return plain('the Shop app');
  if (value === 'token-emitter') return plain('VTEX ID');
  if (token['dest'] === undefined) return plain('another issuer');

  const known = [`https://${shop.domain}/admin`, `https://${shop.domain}`, app.tokenIssuer];
  return compared(value, known, ['this shop', 'another issuer']);
}

function sentWords(sent: number): string {
  if (sent === 0) return 'not sent';
  return sent === 1 ? 'sent once' : `sent ${sent} times`;
}

function compared(
  value: unknown,
  right: readonly unknown[],
  [same, different]: readonly [same: string, different: string],
): ClaimMeaning {
  const isSame = typeof value === 'string' && right.includes(value);
  return isSame ? {meaning: same, state: 'ok'} : {meaning: different, state: 'bad'};
}
