import type {CasePattern} from '../cause.ts';
import type {LibraryChoice} from '../known-library.ts';

/** Other spellings of one token. */
export const SPELLINGS: readonly CasePattern[] = [
  'sig-padded',
  'sig-std-b64',
  'sig-nonzero-trailing-bits',
  'sig-illegal-chars',
  'life-replay-malleable',
];

/** Tokens without a usable `exp`. */
export const NO_EXPIRY: readonly CasePattern[] = [
  'exp-missing',
  'exp-1e400',
  'payload-empty-object',
  'proto-claim-only',
  'claims-upper-case',
];

/** jose, and what is built on it, decodes leniently. */
export const LENIENT_DECODER: LibraryChoice = {
  cases: [...SPELLINGS, 'payload-bad-utf8'],
  symptom: 'accepts',
  why: 'It decodes base64url and UTF-8 leniently. This matters only if you remember tokens as strings.',
  source: 'jose, util/base64url.ts; docs/verdicts.md',
};
