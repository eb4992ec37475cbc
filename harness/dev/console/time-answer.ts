import type {CaseId} from '../../core/cases/case-id.ts';
import type {TokenKind} from '../../core/simulation/token-kinds.ts';
import type {Claims} from '../../core/tokens/jws.ts';
import {AT_PRESENT, timeMeaning} from '../../wire/time-claim.ts';
import {answerToCase, type RightAnswer, unsettled} from './right-answer.ts';

/**
 * Returns the right answer to a token that was good when it was signed, by its times alone; null if it is valid now.
 * `now` is in seconds since 1970.
 */
export function answerByTimes(kind: TokenKind, {iat, nbf, exp}: Claims, now: number): RightAnswer | null {
  if (typeof exp === 'number' && now >= exp) {
    const {meaning} = timeMeaning('exp', exp, now, AT_PRESENT);
    return answerBetween(PAST, now - exp, kind, `the token ${meaning}`);
  }

  if (typeof nbf === 'number' && now < nbf) {
    const {meaning} = timeMeaning('nbf', nbf, now, AT_PRESENT);
    return answerBetween(AHEAD, nbf - now, kind, `the token becomes ${meaning}`);
  }

  const isIssuedLater = nbf === undefined && typeof iat === 'number' && now < iat;
  return isIssuedLater ? answerToCase('iat-future-only', kind) : null;
}

/** Two cases of the same fault, with their seconds: the last that is tolerated and the first that is refused. */
interface Bounds {
  readonly tolerated: readonly [number, CaseId];
  readonly refused: readonly [number, CaseId];
}

const PAST: Bounds = {tolerated: [5, 'exp-past-5-in-tolerance'], refused: [30, 'exp-past-30']};
const AHEAD: Bounds = {tolerated: [5, 'nbf-future-5-in-tolerance'], refused: [60, 'nbf-future-60']};

/** Answers as one of the two cases does. No case settles a distance between them. */
function answerBetween(
  {tolerated, refused}: Bounds,
  seconds: number,
  kind: TokenKind,
  words: string,
): RightAnswer {
  if (seconds <= tolerated[0]) return answerToCase(tolerated[1], kind, words);
  if (seconds >= refused[0]) return answerToCase(refused[1], kind, words);
  return unsettled(`${words}, and no case of the catalogue settles this`);
}
