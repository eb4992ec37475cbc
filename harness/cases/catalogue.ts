import {SimhostError, nearest} from '../errors.ts';
import type {TokenDraft} from '../tokens/jws.ts';

/** One named way in which a token or a host goes wrong. */
export interface Case {
  /** What happens, one sentence without a subject: "the token …" or "the host …" stands before it. */
  readonly says: string;
  /** What a correct backend does with it. */
  readonly must: 'accept' | 'refuse' | 'either';
  /** `anyone` can make it without the secret; `defence` in depth; `interop`: refusing it breaks real users. */
  readonly class: 'anyone' | 'defence' | 'interop';
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  readonly source: string;
  readonly mechanism: Mechanism;
}

export type Mechanism =
  /** The token is made differently. */
  | {readonly at: 'token'; readonly draft: (draft: TokenDraft, facts: TokenFacts) => TokenDraft}
  /** The platform does not give the page a token. */
  | {readonly at: 'host'; readonly answer: 'nothing' | 'never'};

export interface TokenFacts {
  /** Seconds since 1970. */
  readonly now: number;
  /** Seconds that such a token lives. */
  readonly life: number;
}

/** The name of a case, stable across releases. */
export type CaseId = 'exp-past-60' | 'key-wrong' | 'aud-wrong' | 'host-reject' | 'host-first-call-fails' | 'host-never';

const CASES: Readonly<Record<CaseId, Case>> = {
  'exp-past-60': {
    says: 'had expired 60 s before it was given out',
    must: 'refuse',
    class: 'anyone',
    severity: 'high',
    source: 'RFC 7519 4.1.4; shopify-api tests',
    mechanism: {at: 'token', draft: (draft, {now, life}) => reclaim(draft, {exp: now - 60, nbf: now - 60 - life, iat: now - 60 - life})},
  },
  'key-wrong': {
    says: 'was signed with the secret of another app',
    must: 'refuse',
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 7515 5.2',
    mechanism: {
      at: 'token',
      draft: (draft) => ({
        ...draft,
        header: {...draft.header, alg: 'HS256'},
        key: {alg: 'HS256', secret: 'the-secret-of-another-app-than-this-one'},
      }),
    },
  },
  'aud-wrong': {
    says: 'was made for another app',
    must: 'refuse',
    class: 'defence',
    severity: 'critical',
    source: 'RFC 8725 3.9; shopify-api',
    mechanism: {at: 'token', draft: (draft) => reclaim(draft, {aud: 'another-app'})},
  },
  'host-reject': {
    says: 'gave no session token: sessionToken.get() rejects with SessionTokenApiError',
    must: 'accept',
    class: 'interop',
    severity: 'high',
    source: 'Shopify/ui-extensions #842, #1081, #1232, #1907',
    mechanism: {at: 'host', answer: 'nothing'},
  },
  'host-first-call-fails': {
    says: 'gave no session token to the first call, as in the checkout editor with an extension that is not saved',
    must: 'accept',
    class: 'interop',
    severity: 'high',
    source: 'Shopify/ui-extensions #1081, #1232',
    mechanism: {at: 'host', answer: 'nothing'},
  },
  'host-never': {
    says: 'never answers: sessionToken.get() stays pending',
    must: 'accept',
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/shopify-app-bridge #192',
    mechanism: {at: 'host', answer: 'never'},
  },
};

export const CASE_IDS: readonly CaseId[] = Object.keys(CASES) as CaseId[];

/** The case of that name; an unknown one is an error that names the nearest. */
export function caseOf(id: CaseId): Case {
  if (Object.hasOwn(CASES, id)) return CASES[id];
  const near = nearest(String(id), CASE_IDS);
  throw new SimhostError('ERR_UNKNOWN_CASE', `No case is called "${String(id)}".`, {
    next: `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${CASE_IDS.join(', ')}.`,
  });
}

/** The claims in their old order with some values changed. */
function reclaim(draft: TokenDraft, changes: Record<string, unknown>): TokenDraft {
  return {...draft, claims: {...draft.claims, ...changes}};
}
