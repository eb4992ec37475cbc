import {randomUUID} from 'node:crypto';
import {messageOf, SimhostError} from '../../errors.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {tokenDetail} from '../../core/simulation/token-detail.ts';
import {recipeOf, TOKEN_KINDS, type TokenKind} from '../../core/simulation/token-kinds.ts';
import {type Claims, decodeClaims} from '../../core/tokens/jws.ts';
import {oneOf} from '../../known-values.ts';
import {AT_PRESENT} from '../../wire/time-claim.ts';
import type {ClaimField, DraftJudgement, DraftStart, TokenDraft} from '../../wire/token-draft.ts';
import {fieldsOf, readField} from './claim-fields.ts';
import {issuedToken} from './given-token-rows.ts';
import {answerTo, contextFor} from './right-answer.ts';

/** Begins a draft: with the claims of a token, or with those of a good one. Its times become relative to now. */
export async function startDraft(
  simulation: SimulationCore,
  from: number | null,
  usual: TokenKind,
): Promise<DraftStart> {
  if (from !== null) {
    const {kind, token, at} = issuedToken(simulation, from);
    const claims = decodeClaims(token);
    if (claims !== null) return {kind, fields: fieldsOf(claims, issueTime(claims, at))};
  }

  const context = contextFor(simulation, usual, simulation.customer);
  const {claims} = await context.draft(recipeOf(usual));
  return {kind: usual, fields: fieldsOf(claims, context.now)};
}

/**
 * Returns the second from which the times of a token are measured: its `iat`, if the token was signed then. `at` is the
 * end of signing, in milliseconds, which may be in the next second.
 */
export function issueTime({iat}: Claims, at: number): number {
  const signedAt = Math.floor(at / 1000);
  return typeof iat === 'number' && Math.abs(signedAt - iat) <= LONGEST_SIGNING ? iat : signedAt;
}

/** Seconds that signing may take. */
const LONGEST_SIGNING = 2;

/** Describes a draft, and compares it with the catalogue. */
export async function judgeDraft(simulation: SimulationCore, given: unknown): Promise<DraftJudgement> {
  const draft = readDraft(given);
  const now = secondsNow(simulation);

  const unread = {claims: [], fields: null, json: null, answer: '', verdict: 'none'} as const;
  const problems = draft.json === null ? draft.fields.map((field) => problemOf(field, now)) : [];
  const problem = problems.find((each) => each !== null);
  if (problem !== undefined) return {...unread, problem};

  let claims: Claims;
  try {
    claims = claimsOf(draft, now);
  } catch (error) {
    return {...unread, problem: {name: null, text: messageOf(error)}};
  }

  const described = {token: claims, tokenFacts: null, at: simulation.clock.nowOf('platform')};
  return {
    claims: tokenDetail(described, simulation.world, 0, AT_PRESENT)?.claims ?? [],
    fields: fieldsOf(claims, null),
    json: JSON.stringify(claims, null, 2),
    problem: null,
    ...(await answerTo(simulation, draft.kind as TokenKind, claims)),
  };
}

/**
 * Reads the claims of a draft, as they are at an instant in seconds since 1970.
 *
 * @throws {SimhostError} `ERR_BAD_CLAIM`
 */
export function claimsOf({fields, json}: TokenDraft, now: number): Claims {
  if (json === null)
    return Object.fromEntries(fields.map((field) => [field.name, readField(field, now, randomUUID)]));

  const value = parsedJson(json);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Claims;
  throw new SimhostError('ERR_BAD_CLAIM', 'The claims are not a JSON object.', {
    next: 'Write {"sub": "…"}.',
  });
}

/** Returns the platform's time, in whole seconds since 1970. */
export function secondsNow({clock}: SimulationCore): number {
  return Math.floor(clock.nowOf('platform') / 1000);
}

/**
 * Reads a draft, as a console sent it.
 *
 * @throws {SimhostError} `ERR_BAD_CLAIM`, `ERR_BAD_OPTION`
 */
export function readDraft(given: unknown): TokenDraft {
  const {kind, fields, json = null} = (given ?? {}) as Partial<TokenDraft>;
  const areFields = Array.isArray(fields) && fields.every(isField);
  if (!areFields || !(json === null || typeof json === 'string')) {
    throw new SimhostError('ERR_BAD_CLAIM', 'Not the draft of a token.', {
      next: 'Send {"kind": "checkout", "fields": [{"name": "sub", "text": "1"}], "json": null}.',
    });
  }

  return {kind: oneOf('kind', String(kind), TOKEN_KINDS), fields: fields as readonly ClaimField[], json};
}

function isField(field: unknown): boolean {
  const {name, text} = (field ?? {}) as Partial<ClaimField>;
  return typeof name === 'string' && typeof text === 'string';
}

function problemOf(field: ClaimField, now: number): DraftJudgement['problem'] {
  try {
    readField(field, now, randomUUID);
    return null;
  } catch (error) {
    return {name: field.name, text: messageOf(error)};
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new SimhostError('ERR_BAD_CLAIM', `The claims are not JSON: ${messageOf(cause)}.`, {cause});
  }
}
