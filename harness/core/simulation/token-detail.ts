import type {ClaimDetail, TokenDetail} from '../../wire/request-detail.ts';
import type {TokenFacts} from '../../wire/request-facts.ts';
import type {LoggedRequest} from '../verdicts/logged-request.ts';
import type {World} from '../world/world.ts';
import {AT_REQUEST, type DistanceWords} from '../../wire/time-claim.ts';
import {type ClaimContext, meaningOf} from './claim-meaning.ts';

/** Longest value of a claim that is shown. */
const LONGEST_VALUE = 300;

/** A token, as its meaning depends on it. */
export type DescribedToken = Pick<LoggedRequest, 'token' | 'tokenFacts' | 'at'>;

/**
 * Describes the token of a request with the meaning of each claim, bad claims first. `null` without a readable token.
 *
 * @param words the words for times; by default, they compare with the time of the request
 */
export function tokenDetail(
  {token, tokenFacts, at}: DescribedToken,
  world: World,
  sent: number,
  words: DistanceWords = AT_REQUEST,
): TokenDetail | null {
  if (token === null) return null;

  const [from, until] = [secondsOf(token['iat']), secondsOf(token['exp'])];
  const context = {at: at / 1000, world, sent, token, words};

  return {
    number: tokenFacts?.number ?? null,
    kind: kindOf(token),
    claims: badFirst([
      ...Object.entries(token)
        .toSorted(([one], [other]) => rankOf(one) - rankOf(other))
        .map(([name, value]) => claimDetail(name, value, context)),
      ...(tokenFacts === null ? [] : [signatureDetail(tokenFacts)]),
    ]),
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

function badFirst(claims: readonly ClaimDetail[]): readonly ClaimDetail[] {
  const isBad = ({state}: ClaimDetail): boolean => state === 'bad';
  return [...claims.filter(isBad), ...claims.filter((claim) => !isBad(claim))];
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

function kindOf(token: Readonly<Record<string, unknown>>): string | null {
  if (typeof token['dest'] !== 'string') return null;
  const {iss} = token;
  return typeof iss === 'string' && iss.endsWith('/admin') ? 'checkout' : 'customer-account';
}

function secondsOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
