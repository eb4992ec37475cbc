import type {CaseId} from './case-id.ts';
import type {Case, Profile} from './case.ts';
import {caseOf} from './catalogue.ts';
import {ABOUT_THE_PAGE, fixtureOf} from './describe.ts';

/**
 * Returns the reason why a case cannot be sent to a backend of a profile, or `null` if it can.
 *
 * @example
 * ```ts
 * import {notApplicable} from 'simhost';
 *
 * notApplicable('exp-past-60', 'customer-account'); // null: an audit can send it
 * ```
 */
export function notApplicable(
  id: CaseId,
  profile: Profile,
  given: Readonly<Partial<Record<Needed, string | undefined>>> = {},
): string | null {
  const {expects, needs, mechanism} = caseOf(id);
  if (ABOUT_THE_PAGE.has(mechanism.kind))
    return `it is about the platform's page: await ${fixtureOf(mechanism)}.arm('${id}') in a test`;
  if (mechanism.kind === 'test') return `a test arranges it: ${mechanism.line}`;

  const expected = expects?.[profile];
  if (typeof expected === 'string') return expected;

  return needs === undefined || given[needs] !== undefined ? null : MISSING[needs];
}

/** An option that some cases need. */
type Needed = NonNullable<Case['needs']>;

const MISSING: Readonly<Record<Needed, string>> = {
  previousSecret: 'no previous secret was given',
  forgerServer: 'no server that the backend can reach gives out the forged keys',
};
