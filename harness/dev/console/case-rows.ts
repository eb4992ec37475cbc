import type {Case, Expectation, Profile} from '../../core/cases/case.ts';
import {CASE_IDS, caseOf, groupOf} from '../../core/cases/catalogue.ts';
import type {CaseId} from '../../core/cases/case-id.ts';
import {appliesTo, expectationOf} from '../../core/cases/expectations.ts';
import type {CaseRow} from '../../wire/case-row.ts';

/** Lists the catalogue for an extension whose backend takes tokens of a profile: first the cases that can happen here. */
export function caseRows(profile: Profile): readonly CaseRow[] {
  const rows = CASE_IDS.map((id) => rowOf(id, profile));
  return [
    ...rows.filter(({elsewhere}) => elsewhere === null),
    ...rows.filter(({elsewhere}) => elsewhere !== null),
  ];
}

function rowOf(id: CaseId, profile: Profile): CaseRow {
  const entry = caseOf(id);
  const {title, source, fix, severity, mechanism} = entry;
  const expected = expectationOf(entry, profile);

  return {
    id,
    group: groupOf(id),
    title,
    answer: expected === undefined ? null : answerWords(expected),
    class: entry.class,
    severity,
    source,
    fix,
    spellings: 'variants' in mechanism ? Object.keys(mechanism.variants).length : 1,
    elsewhere: elsewhereOf(id, entry, profile),
  };
}

function answerWords({verdict, statuses}: Expectation): string {
  return verdict === 'either' ? 'either' : statuses.join(' or ');
}

function elsewhereOf(id: CaseId, entry: Case, profile: Profile): string | null {
  const {mechanism} = entry;
  if (mechanism.kind === 'exchange') return `npx simhost audit <url> --only ${id}`;
  if (mechanism.kind === 'test') return mechanism.line;
  const needsToken = mechanism.kind === 'token' || mechanism.kind === 'request';
  return needsToken && !appliesTo(entry, profile) ? 'Only for tokens of another kind.' : null;
}
