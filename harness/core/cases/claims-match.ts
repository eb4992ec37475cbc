import {forgeryOf} from '../tokens/forgery.ts';
import type {Forgery} from '../tokens/forgery.ts';
import type {Claims, TokenDraft} from '../tokens/jws.ts';
import type {TokenRecipe} from '../platforms/token-recipe.ts';
import type {CaseContext, TokenMutation} from './case.ts';
import type {CaseId} from './case-id.ts';
import {CASE_IDS, caseOf} from './catalogue.ts';
import {appliesTo, expectationOf} from './expectations.ts';

/** The place of claims in the catalogue: a good token, a case, or nothing that is known. */
export type ClaimsMatch =
  | {readonly kind: 'good'}
  /** `isEarlier`: the token expired even earlier than that of the case. */
  | {readonly kind: 'case'; readonly id: CaseId; readonly isEarlier: boolean}
  | {readonly kind: 'unknown'};

/** Seconds by which times may differ: the case is carried out a moment after the claims were written. */
const TOLERANCE = 2;

/** The claims that are new in each token. */
const DRAWN = /^(?:jti|sess|sig)$/;
const TIMES = /^(?:iat|nbf|exp)$/;

/**
 * Finds the case whose token has these claims, with the header and the key of a good token for the same subject. A
 * token of which only the expiry is earlier than that of a refused case is like that case.
 */
export async function matchClaims(
  claims: Claims,
  recipe: TokenRecipe,
  context: CaseContext,
): Promise<ClaimsMatch> {
  const good = await context.draft(recipe, recipe.subjectOf?.(claims));
  if (areSame(claims, good.claims)) return {kind: 'good'};

  let nearest: {readonly id: CaseId; readonly exp: number} | null = null;
  for (const [id, mutation] of tokenMutations(context)) {
    const mutated = await mutation(forgeryOf(good), context);
    if (!changesClaimsOnly(mutated, good)) continue;
    if (areSame(claims, mutated.claims)) return {kind: 'case', id, isEarlier: false};

    const {exp} = mutated.claims;
    const isLater = nearest === null || Number(exp) < nearest.exp;
    if (isLater && isRefusedEarlier(id, claims, mutated.claims, context)) nearest = {id, exp: Number(exp)};
  }

  return nearest === null ? {kind: 'unknown'} : {kind: 'case', id: nearest.id, isEarlier: true};
}

/** Lists the ways in which cases change a token of the profile. */
export function tokenMutations({profile}: CaseContext): readonly (readonly [CaseId, TokenMutation])[] {
  return CASE_IDS.flatMap((id): readonly (readonly [CaseId, TokenMutation])[] => {
    const entry = caseOf(id);
    const {mechanism} = entry;
    if (mechanism.kind !== 'token' || entry.destructive === true || entry.needs !== undefined) return [];
    if (!appliesTo(entry, profile)) return [];
    return Object.values(mechanism.variants).map((mutation) => [id, mutation] as const);
  });
}

function changesClaimsOnly(mutated: Forgery, good: TokenDraft): boolean {
  const {header, claims: _claims, key, ...changes} = mutated;
  const isAsGood = JSON.stringify([header, key]) === JSON.stringify([good.header, good.key]);
  return isAsGood && Object.values(changes).every((change) => change === undefined);
}

function isRefusedEarlier(id: CaseId, claims: Claims, ofCase: Claims, {profile, now}: CaseContext): boolean {
  const [exp, caseExp] = [claims['exp'], ofCase['exp']];
  if (typeof exp !== 'number' || typeof caseExp !== 'number') return false;
  if (exp > caseExp || caseExp >= now) return false;
  if (expectationOf(caseOf(id), profile)?.verdict !== 'refuse') return false;
  return areSame({...claims, exp: null}, {...ofCase, exp: null});
}

function areSame(claims: Claims, others: Claims): boolean {
  const names = namesOf(claims);
  return (
    names.length === namesOf(others).length && names.every((name) => isSame(name, claims[name], others[name]))
  );
}

function namesOf(claims: Claims): readonly string[] {
  return Object.keys(claims).filter((name) => claims[name] !== undefined);
}

function isSame(name: string, value: unknown, other: unknown): boolean {
  if (DRAWN.test(name) && typeof value === 'string' && typeof other === 'string')
    return (value === '') === (other === '');
  if (TIMES.test(name) && Number.isInteger(value) && Number.isInteger(other))
    return Math.abs(Number(value) - Number(other)) <= TOLERANCE;
  return JSON.stringify(value) === JSON.stringify(other);
}
