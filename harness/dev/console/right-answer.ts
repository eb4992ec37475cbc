import {randomUUID} from 'node:crypto';
import type {CaseContext} from '../../core/cases/case.ts';
import {createCaseContext} from '../../core/cases/case-context.ts';
import type {CaseId} from '../../core/cases/case-id.ts';
import {caseOf} from '../../core/cases/catalogue.ts';
import {type ClaimsMatch, matchClaims} from '../../core/cases/claims-match.ts';
import {expectationOf} from '../../core/cases/expectations.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {profileOf, recipeOf, type TokenKind} from '../../core/simulation/token-kinds.ts';
import type {Claims} from '../../core/tokens/jws.ts';
import {type Customer, PEOPLE} from '../../core/world/people.ts';
import type {DraftJudgement} from '../../wire/token-draft.ts';

/** A sentence about the answer of a correct backend, and the verdict of the catalogue. */
export type RightAnswer = Pick<DraftJudgement, 'answer' | 'verdict'>;

/** The moment at which claims are compared, in milliseconds since 1970. */
type Now = () => number;

/** Returns the facts that cases of a kind may use. Default of `now`: the platform's clock. */
export function contextFor(
  {world, clock}: SimulationCore,
  kind: TokenKind,
  customer: Customer | null,
  now: Now = () => clock.nowOf('platform'),
): CaseContext {
  return createCaseContext(profileOf(kind), {
    world,
    customer,
    now,
    jti: async () => randomUUID(),
    previousSecret: world.app.previousClientSecret,
  });
}

/** Compares claims with the catalogue. Default of `now`: the platform's clock. */
export async function answerTo(
  simulation: SimulationCore,
  kind: TokenKind,
  claims: Claims,
  now?: Now,
): Promise<RightAnswer> {
  const subject = personOf(claims);
  const match = await matchClaims(claims, recipeOf(kind), contextOfClaims(simulation, kind, claims, now));
  return answerOf(match, kind, subject === undefined ? '' : `, for ${subject.firstName}`);
}

/** Writes the right answer to the token of a case. `words` are the clause after the colon. */
export function answerToCase(id: CaseId, kind: TokenKind, words = `this is ${id}`): RightAnswer {
  const expected = expectationOf(caseOf(id), profileOf(kind));
  if (expected === undefined) return unsettled('no case of the catalogue settles it');
  if (expected.verdict === 'either')
    return {answer: `Both answers are right: ${id} may be accepted or refused.`, verdict: 'none'};

  const answer = expected.verdict === 'accept' ? 'accepts it' : `answers ${expected.statuses.join(' or ')}`;
  return {answer: `A correct backend ${answer}: ${words}.`, verdict: expected.verdict};
}

/** Writes why no answer is known, as the clause after the colon. */
export function unsettled(words: string): RightAnswer {
  return {answer: `The right answer is unknown: ${words}.`, verdict: 'none'};
}

/** The answer to claims that no case has. */
export const NO_CASE: RightAnswer = unsettled('no case of the catalogue has these claims');

/** Returns the facts for the customer of the claims. VTEX has no tokens of guests. */
export function contextOfClaims(
  simulation: SimulationCore,
  kind: TokenKind,
  claims: Claims,
  now?: Now,
): CaseContext {
  const isGuest = claims['sub'] === undefined && profileOf(kind) !== 'vtex';
  const someone = isGuest ? null : (simulation.customer ?? PEOPLE.ada);
  return contextFor(simulation, kind, personOf(claims) ?? someone, now);
}

function personOf({sub}: Claims): Customer | undefined {
  return Object.values(PEOPLE).find(({id, email}) => id === sub || email === sub);
}

function answerOf(match: ClaimsMatch, kind: TokenKind, about: string): RightAnswer {
  if (match.kind === 'good')
    return {answer: `A correct backend accepts it: this is a good token${about}.`, verdict: 'accept'};
  if (match.kind === 'unknown') return NO_CASE;

  const {id, isEarlier} = match;
  const words = isEarlier ? `this is like ${id}, and expired even earlier${about}` : `this is ${id}${about}`;
  return answerToCase(id, kind, words);
}
