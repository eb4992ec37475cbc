import {SimhostError} from '../../errors.ts';
import {nearest} from '../../known-values.ts';
import {AUDIENCE} from './audience.ts';
import type {CaseId} from './case-id.ts';
import type {Case} from './case.ts';
import {CONTROLS} from './controls.ts';
import {ENCODING} from './encoding.ts';
import {HEADER_MEMBERS} from './header-members.ts';
import {HOST} from './host.ts';
import {HTTP} from './http.ts';
import {LIFECYCLE} from './lifecycle.ts';
import {PAYLOAD} from './payload.ts';
import {PLATFORM_KEY} from './platform-key.ts';
import {SIGNING} from './signing.ts';
import {SURFACES} from './surfaces.ts';
import {TIME} from './time.ts';
import {TRUST} from './trust.ts';

/** The catalogue by groups; a case belongs to one. */
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
  lifecycle: LIFECYCLE,
  host: HOST,
};

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
  | 'lifecycle'
  | 'host';

const CASES = new Map(Object.values(CASE_GROUPS).flatMap((table) => Object.entries(table)));

/** Every case, in the order of the catalogue. `CaseId` is generated from the tables, and a test holds the two together. */
export const CASE_IDS: readonly CaseId[] = [...CASES.keys()] as CaseId[];

/** The case of that name; an unknown one is an error that names the nearest. */
export function caseOf(id: CaseId): Case {
  const found = CASES.get(id);
  if (found !== undefined) return found;

  const near = nearest(String(id), CASE_IDS);
  throw new SimhostError('ERR_UNKNOWN_CASE', `No case is called "${String(id)}".`, {
    next:
      near === undefined ? 'simhost cases lists them.' : `Did you mean "${near}"? simhost cases lists them.`,
  });
}

/** The group that a case stands in. */
export function groupOf(id: CaseId): CaseGroup {
  const groups = Object.keys(CASE_GROUPS) as CaseGroup[];
  const group = groups.find((name) => Object.hasOwn(CASE_GROUPS[name], id));
  if (group === undefined)
    throw new SimhostError('ERR_UNKNOWN_CASE', `No group holds the case "${String(id)}".`);
  return group;
}
