import type {CaseId} from '../core/cases/case-id.ts';

/**
 * Cases that can only be told where a token which another case is about is refused on its own: what a refusal looks like,
 * or what may not turn it into a yes. Where that token is good, it is that other case that failed.
 */
const PRESUPPOSED: Readonly<Partial<Record<CaseId, readonly CaseId[]>>> = {
  'payload-dup-exp-past-last': ['exp-past-60'],
  'payload-dup-aud-last-wrong': ['aud-wrong'],
  'trust-query-expired-with-customer-id': ['exp-past-60'],
  'http-comma-two': ['exp-past-60'],
  'http-dup-bad-first': ['exp-past-60'],
  'http-dup-bad-both': ['exp-past-60'],
  'http-cors-on-401': ['exp-past-60'],
  'http-expose-retry': ['exp-past-60'],
  'http-leak': ['exp-past-60', 'key-wrong'],
  'http-stack': ['key-wrong'],
  'life-replay-malleable': ['sig-flip'],
  'life-replay-after-expiry': ['exp-past-60'],
  'life-bad-after-good': ['sig-flip'],
  'life-good-after-bad': ['exp-past-60'],
};

/** The cases whose tokens must be refused for this one to be told. */
export function presupposedBy(id: CaseId): readonly CaseId[] {
  return PRESUPPOSED[id] ?? [];
}
