import type {ClaimDetail, TokenDetail} from '../../wire/request-detail.ts';
import type {TokenFacts} from '../../wire/request-facts.ts';
import type {LoggedRequest} from '../verdicts/logged-request.ts';
import type {World} from '../world/world.ts';
import {durationWords} from '../../wire/duration-words.ts';
import {whoOf} from './request-entry.ts';

/** Longest value of a claim that is shown. */
const LONGEST_VALUE = 300;

/** Describes the token of a request with the meaning of each claim. `null` without a readable token. */
export function tokenDetail(
  {token, tokenFacts, at}: LoggedRequest,
  world: World,
  sent: number,
): TokenDetail | null {
  if (token === null) return null;

  const [from, until] = [secondsOf(token['iat']), secondsOf(token['exp'])];
  const context = {at: at / 1000, world, sent, token};

  return {
    kind: kindOf(token),
    claims: Object.entries(token)
      .toSorted(([one], [other]) => rankOf(one) - rankOf(other))
      .map(([name, value]) => claimDetail(name, value, context))
      .concat(tokenFacts === null ? [] : [signatureDetail(tokenFacts)]),
    life: from === null || until === null ? null : {from, until, sent: at / 1000},
  };
}

const SIGNATURES = {
  valid: {meaning: 'right key', state: 'ok'},
  invalid: {meaning: 'wrong key', state: 'bad'},
  missing: {meaning: 'missing', state: 'bad'},
  unknown: {meaning: 'another issuer', state: 'none'},
} as const;

function signatureDetail({header, signature}: TokenFacts): ClaimDetail {
  return {name: 'sig', value: String(header?.['alg'] ?? 'none'), ...SIGNATURES[signature]};
}

interface ClaimContext {
  /** The time of the request, in seconds since 1970. */
  readonly at: number;
  readonly world: World;
  /** The number of requests with this token. */
  readonly sent: number;
  readonly token: Readonly<Record<string, unknown>>;
}

/** The claims that every session token has, in the order of a reader's questions. The others follow. */
const ORDER = ['iss', 'dest', 'aud', 'sub', 'iat', 'nbf', 'exp', 'jti'];

function rankOf(name: string): number {
  const place = ORDER.indexOf(name);
  return place === -1 ? ORDER.length : place;
}

function claimDetail(name: string, value: unknown, context: ClaimContext): ClaimDetail {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const shown = text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
  return {name, value: shown, ...meaningOf(name, value, context)};
}

function meaningOf(
  name: string,
  value: unknown,
  {at, world, sent, token}: ClaimContext,
): Pick<ClaimDetail, 'meaning' | 'state'> {
  const seconds = secondsOf(value);

  switch (name) {
    case 'exp':
      return seconds === null ? NO_TIME : timeMeaning(seconds, at, {isLate: at >= seconds});
    case 'nbf':
      return seconds === null ? NO_TIME : timeMeaning(seconds, at, {isEarly: at < seconds});
    case 'iat':
      return seconds === null ? NO_TIME : timeMeaning(seconds, at, {});
    case 'dest':
      return compared(
        value,
        [world.shop.domain, `https://${world.shop.domain}`],
        ['this shop', 'another shop'],
      );
    case 'aud':
      return compared(value, [world.app.clientId], ['your app', 'another app']);
    case 'sub':
      return {meaning: whoOf(token) ?? '', state: 'none'};
    case 'jti':
      return {meaning: sent > 1 ? `sent ${sent} times` : 'sent once', state: 'none'};
    default:
      return {meaning: '', state: 'none'};
  }
}

const NO_TIME = {meaning: 'not a time in seconds', state: 'bad'} as const;

function timeMeaning(
  seconds: number,
  at: number,
  {isLate = false, isEarly = false}: {readonly isLate?: boolean; readonly isEarly?: boolean},
): Pick<ClaimDetail, 'meaning' | 'state'> {
  const distance = durationWords((at - seconds) * 1000);
  if (isLate) return {meaning: `expired ${distance} before`, state: 'bad'};
  if (isEarly) return {meaning: `valid in ${distance}`, state: 'bad'};
  if (Math.abs(at - seconds) < 1) return {meaning: 'just before', state: 'none'};
  return {meaning: at >= seconds ? `${distance} before` : `${distance} later`, state: 'none'};
}

function compared(
  value: unknown,
  right: readonly string[],
  [same, different]: readonly [same: string, different: string],
): Pick<ClaimDetail, 'meaning' | 'state'> {
  const isSame = typeof value === 'string' && right.includes(value);
  return isSame ? {meaning: same, state: 'ok'} : {meaning: different, state: 'bad'};
}

function kindOf(token: Readonly<Record<string, unknown>>): string | null {
  if (typeof token['dest'] !== 'string') return null;
  const {iss} = token;
  return typeof iss === 'string' && iss.endsWith('/admin') ? 'checkout' : 'customer-account';
}

function secondsOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
