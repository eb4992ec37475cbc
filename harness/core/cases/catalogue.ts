import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import {shown} from '../../shown-value.ts';
import type {CaseId} from './case-id.ts';
import type {Case} from './case.ts';
import {ADMIN_API} from './catalogue/admin-api.ts';
import {APIS} from './catalogue/apis.ts';
import {APP_TOKENS} from './catalogue/app-tokens.ts';
import {AUDIENCE} from './catalogue/audience.ts';
import {CONTROLS} from './catalogue/controls.ts';
import {ENCODING} from './catalogue/encoding.ts';
import {EMBEDDED} from './catalogue/embedded.ts';
import {EMBEDDED_FAULTS} from './catalogue/embedded-faults.ts';
import {HEADER_MEMBERS} from './catalogue/header-members.ts';
import {HOST} from './catalogue/host.ts';
import {HTTP} from './catalogue/http.ts';
import {LIFECYCLE} from './catalogue/lifecycle.ts';
import {PAYLOAD} from './catalogue/payload.ts';
import {PLATFORM_KEY} from './catalogue/platform-key.ts';
import {SIGNING} from './catalogue/signing.ts';
import {SURFACES} from './catalogue/surfaces.ts';
import {TIME} from './catalogue/time.ts';
import {TRUST} from './catalogue/trust.ts';

/** The catalogue by groups. All cases with the same prefix (`exp-`, `http-`) are in one group. */
export const CASE_GROUPS: Readonly<Record<CaseGroup, Readonly<Record<string, Case>>>> = {
  controls: CONTROLS,
  signing: SIGNING,
  encoding: ENCODING,
  header: HEADER_MEMBERS,
  payload: PAYLOAD,
  time: TIME,
  audience: AUDIENCE,
  'platform key': PLATFORM_KEY,
  surfaces: SURFACES,
  trust: TRUST,
  http: HTTP,
  embedded: {...EMBEDDED, ...EMBEDDED_FAULTS},
  lifecycle: LIFECYCLE,
  host: HOST,
  apis: {...APIS, ...ADMIN_API},
  'app tokens': APP_TOKENS,
};

/** A group of the catalogue. An id's prefix leads to its group. */
export type CaseGroup =
  | 'controls'
  | 'signing'
  | 'encoding'
  | 'header'
  | 'payload'
  | 'time'
  | 'audience'
  | 'platform key'
  | 'surfaces'
  | 'trust'
  | 'http'
  | 'embedded'
  | 'lifecycle'
  | 'host'
  | 'apis'
  | 'app tokens';

const CASES: ReadonlyMap<string, Case> = new Map(
  Object.values(CASE_GROUPS).flatMap((table) => Object.entries(table)),
);

/** Every case, in the order of the catalogue. `CaseId` is generated from the tables, and a test compares the two. */
export const CASE_IDS: readonly CaseId[] = [...CASES.keys()] as CaseId[];

/**
 * Returns the case with that id.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_CASE`, with the nearest id
 *
 * @example
 * ```ts
 * import {caseOf} from 'simhost';
 *
 * caseOf('exp-past-60').title; // 'the token had expired 60 s before it was issued'
 * ```
 */
export function caseOf(id: CaseId): Case {
  const found = CASES.get(id);
  if (found === undefined) throw unknownCase(id);
  return found;
}

/**
 * Reads an id from outside: an argument, a message, a file.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_CASE`, with the nearest id
 */
export function readCaseId(value: unknown): CaseId {
  const id = CASE_IDS.find((known) => known === value);
  if (id === undefined) throw unknownCase(value);
  return id;
}

function unknownCase(value: unknown): SimhostError {
  return new SimhostError('ERR_UNKNOWN_CASE', `Unknown case ${shown(value)}.`, {
    next: didYouMean(value, CASE_IDS, {label: null, note: 'simhost cases lists them.'}),
  });
}

/**
 * Returns the group of a case.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_CASE`
 *
 * @example
 * ```ts
 * import {groupOf} from 'simhost';
 *
 * groupOf('exp-past-60'); // 'time'
 * ```
 */
export function groupOf(id: CaseId): CaseGroup {
  caseOf(id);
  const groups = Object.keys(CASE_GROUPS) as CaseGroup[];
  return groups.find((name) => Object.hasOwn(CASE_GROUPS[name], id)) ?? 'controls';
}
