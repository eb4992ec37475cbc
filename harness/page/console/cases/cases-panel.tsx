import type {VNode} from 'preact';
import {useEffect} from 'preact/hooks';
import {act, copy} from '../state/console-client.ts';
import {focusOn, runKey} from '../parts/focus.ts';
import {type KeyedList, listKeys, selectAt} from '../state/list-keys.ts';
import {type Panel, keysOf} from '../state/panel.ts';
import {SearchField} from '../parts/search-field.tsx';
import type {CaseRow} from '../../../wire/case-row.ts';
import {connection, noun, situation} from '../state/store.ts';
import {arm} from './arm-case.ts';
import {CaseDetail} from './case-detail.tsx';
import {CasesList} from './cases-list.tsx';
import {RestartTick} from './restart-tick.tsx';
import './cases.css';
import {
  caseGroup,
  caseGroups,
  caseQuery,
  caseSelection,
  catalogue,
  foundCases,
  loadCatalogue,
} from './cases-store.ts';

const LIST: KeyedList<string> = {
  rows: () => foundCases.value.map(({id}) => id),
  selected: () => caseSelection.value,
  select: (id) => (caseSelection.value = id),
  rowOf: (id) => `.case-row[data-id="${id}"]`,
};

/** The panel of the catalogue: search a case, arm it, see the answer. */
export const CASES_PANEL: Panel = {
  name: 'cases',
  label: 'Cases',
  icon: 'bolt',
  View: CasesView,
  deviates: () => (situation.value?.armed.length ?? 0) > 0,
  ...keysOf([
    {label: '↑ ↓', effect: 'move', on: listKeys(LIST)},
    {label: '/', effect: 'search', on: {'/': () => focusOn('#case-search')}},
    {label: 'A', effect: 'arm', on: {a: () => withSelected(arm)}},
    {label: 'D', effect: 'disarm', on: {d: () => withSelected(({id}) => act('disarm', {id}))}},
    {label: 'C', effect: 'copy as test', on: {c: () => withSelected(({id}) => copy('case-test', id))}},
    {label: 'Esc', effect: 'close the case', on: {Escape: () => (caseSelection.value = null)}},
  ]),
  leaveField: (event) => {
    if (event.key === 'Escape' || event.key === 'ArrowDown') runKey(event, () => selectAt(LIST, 0));
  },
};

function CasesView(): VNode {
  useEffect(() => void loadCatalogue(), [connection.value]);

  return (
    <section class="panel cases" aria-label="Cases">
      <div class="toolrow">
        <SearchField
          id="case-search"
          label="Search the catalogue"
          placeholder="Search the catalogue"
          title="All words, in the name or in the sentence"
          text={caseQuery}
        />
        <Groups />
      </div>
      <div class="case-tick">
        <RestartTick>Restart the {noun.value} when a case is armed</RestartTick>
      </div>
      {foundCases.value.length === 0 ? <Empty /> : <CasesList />}
      <CaseDetail />
    </section>
  );
}

function Groups(): VNode {
  return (
    <label class="field">
      <span class="vh">Group</span>
      <select
        value={caseGroup.value ?? ''}
        onChange={({currentTarget}) => (caseGroup.value = currentTarget.value || null)}
      >
        <option value="">All groups</option>
        {caseGroups.value.map((group) => (
          <option key={group} value={group}>
            {group}
          </option>
        ))}
      </select>
    </label>
  );
}

function Empty(): VNode {
  const text = catalogue.value === null ? 'The catalogue comes.' : 'No case matches.';
  return (
    <div class="empty">
      <p>{text}</p>
    </div>
  );
}

function withSelected(run: (row: CaseRow) => unknown): void {
  const row = foundCases.value.find(({id}) => id === caseSelection.value);
  if (row !== undefined) run(row);
}
