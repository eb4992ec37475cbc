import {type ReadonlySignal, type Signal, computed, signal} from '@preact/signals';
import type {CaseRow} from '../../../wire/case-row.ts';
import type {RequestEntry} from '../../../wire/journal.ts';
import {ask} from '../state/console-client.ts';
import {entries} from '../state/store.ts';
import {lastResults, searchCases} from './case-search.ts';

/** The catalogue, which is fetched when somebody looks at it first. */
export const catalogue: Signal<readonly CaseRow[] | null> = signal(null);
export const caseQuery: Signal<string> = signal('');

/** The group that is shown; null for all. */
export const caseGroup: Signal<string | null> = signal(null);

/** The id of the selected case. */
export const caseSelection: Signal<string | null> = signal(null);

/** Whether arming restarts the extension. Most extensions ask for a token only when they start. */
export const restartsOnArm: Signal<boolean> = signal(true);

/** Fetches the catalogue, once. */
export async function loadCatalogue(): Promise<void> {
  if (catalogue.value === null) catalogue.value = (await ask('cases', null)) as readonly CaseRow[] | null;
}

/** The cases in the list. */
export const foundCases: ReadonlySignal<readonly CaseRow[]> = computed(() =>
  searchCases(catalogue.value ?? [], caseQuery.value, caseGroup.value),
);

export const caseGroups: ReadonlySignal<readonly string[]> = computed(() => [
  ...new Set((catalogue.value ?? []).map(({group}) => group)),
]);

/** The newest answered request of each case. */
export const caseResults: ReadonlySignal<ReadonlyMap<string, RequestEntry>> = computed(() =>
  lastResults(entries.value),
);
