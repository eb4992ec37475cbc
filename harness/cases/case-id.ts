// Made by .ci/generate-cases.mjs from the tables in this folder; run it again rather than edit this file.

/** The name of a case, stable across releases. */
export type CaseId = 'alg-none' | 'key-wrong' | 'exp-past-60' | 'aud-wrong' | 'host-reject' | 'host-never';
