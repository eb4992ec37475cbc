import type {CaseRow} from '../../../wire/case-row.ts';
import type {JournalEntry, RequestEntry} from '../../../wire/journal.ts';
import {hasWords} from '../parts/words.ts';

/** Finds the cases of a group whose id or title has all words, as `simhost cases` does. Null is every group. */
export function searchCases(
  cases: readonly CaseRow[],
  query: string,
  group: string | null,
): readonly CaseRow[] {
  return cases.filter(
    (row) => (group === null || row.group === group) && hasWords(`${row.id} ${row.title}`, query),
  );
}

/** Finds the newest answered request of each case. */
export function lastResults(entries: readonly JournalEntry[]): ReadonlyMap<string, RequestEntry> {
  const results = new Map<string, RequestEntry>();
  for (const entry of entries) {
    if (entry.kind !== 'request' || entry.case === null || entry.mood === 'pending') continue;
    if (entry.to === 'backend') results.set(entry.case, entry);
  }
  return results;
}
