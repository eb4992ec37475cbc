import {SimhostError} from '../../errors.ts';
import {caseOf} from '../../core/cases/catalogue.ts';
import {matchSignature, type SignatureMatch} from '../../core/cases/signature-match.ts';
import {USER_TOKEN_ISSUER} from '../../core/platforms/shop-minis/user-token.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {tokenDetail} from '../../core/simulation/token-detail.ts';
import {recipeOf, type TokenKind} from '../../core/simulation/token-kinds.ts';
import {type Claims, decodeClaims, decodeHeader} from '../../core/tokens/jws.ts';
import {NOT_A_JWT} from '../../core/verdicts/credential-rows.ts';
import {LONGEST_PASTED, type PastedCheck} from '../../wire/pasted-token.ts';
import type {TokenFacts} from '../../wire/request-facts.ts';
import {AT_PRESENT} from '../../wire/time-claim.ts';
import {answerTo, answerToCase, contextOfClaims, NO_CASE, type RightAnswer} from './right-answer.ts';
import {answerByTimes} from './time-answer.ts';
import {secondsNow} from './token-editor.ts';

/**
 * Checks the signature of a token that a person pasted, with the keys that only the server has. It keeps and logs
 * nothing of the token.
 *
 * @param usual the kind of the page's tokens, if the claims name no other kind
 * @throws {SimhostError} `ERR_USAGE`
 */
export async function checkPasted(
  simulation: SimulationCore,
  given: unknown,
  usual: TokenKind,
): Promise<PastedCheck> {
  if (typeof given !== 'string' || given.length > LONGEST_PASTED) {
    throw new SimhostError('ERR_USAGE', 'This is not a token that can be checked.', {
      next: `Paste a string of at most ${LONGEST_PASTED} characters.`,
    });
  }

  const [claims, header] = [decodeClaims(given), decodeHeader(given)];
  if (claims === null || header === null || given.split('.').length !== 3) {
    const signature = `What you pasted ${NOT_A_JWT}.`;
    return {kind: null, claims: [], signature, ...answerToCase('not-a-token', usual)};
  }

  const kind = likelyKind(claims, usual);
  const match = await matchSignature(given, recipeOf(kind), contextOfClaims(simulation, kind, claims));
  const tokenFacts = {number: null, header, signature: SIGNATURES[match.kind]};
  const described = {token: claims, tokenFacts, at: simulation.clock.nowOf('platform')};

  return {
    kind,
    claims: tokenDetail(described, simulation.world, 0, AT_PRESENT)?.claims ?? [],
    signature: sentenceOf(match),
    ...(await answerOf(simulation, kind, claims, match)),
  };
}

/** Finds the kind of a token by the claims that only this kind has. */
export function likelyKind(claims: Claims, usual: TokenKind): TokenKind {
  const {iss, dest, audience, type} = claims;
  if (iss === USER_TOKEN_ISSUER) return 'shop-minis';
  if (iss === 'token-emitter') {
    if (audience !== 'admin') return 'vtex-shopper';
    return type === 'user' ? 'vtex-admin' : 'vtex-appkey';
  }

  if (iss === 'shopify') return 'post-purchase';
  if (typeof dest !== 'string') return usual;
  if (dest.startsWith('https://')) return usual === 'pos' ? usual : 'admin';
  return iss === undefined ? 'customer-account' : 'checkout';
}

const SIGNATURES: Readonly<Record<SignatureMatch['kind'], TokenFacts['signature']>> = {
  right: 'valid',
  case: 'invalid',
  unknown: 'invalid',
  missing: 'missing',
};

/** Writes which key signed the token. The titles of cases are sentences without a capital letter. */
function sentenceOf(match: SignatureMatch): string {
  if (match.kind === 'right') return 'The token is signed with the right key.';
  if (match.kind === 'unknown') return 'The token is signed with a wrong key, or was changed after signing.';
  const {title} = caseOf(match.id);
  return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}.`;
}

async function answerOf(
  simulation: SimulationCore,
  kind: TokenKind,
  claims: Claims,
  match: SignatureMatch,
): Promise<RightAnswer> {
  if (match.kind === 'unknown') return answerToCase('key-wrong', kind);
  if (match.kind !== 'right') return answerToCase(match.id, kind);

  const present = await answerTo(simulation, kind, claims);
  const {iat} = claims;
  if (present !== NO_CASE || typeof iat !== 'number') return present;

  // The token may have been good, or that of a case, when it was signed.
  const signed = await answerTo(simulation, kind, claims, () => iat * 1000);
  if (signed.verdict !== 'accept') return signed;
  return answerByTimes(kind, claims, secondsNow(simulation)) ?? signed;
}
