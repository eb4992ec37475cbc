import type {VNode} from 'preact';
import {useEffect} from 'preact/hooks';
import {act, ask} from '../console-client.ts';
import {focusOn, runKey} from '../focus.ts';
import {Icon} from '../icon.tsx';
import type {Panel} from '../panel.ts';
import type {CaseRow} from '../../../wire/case-row.ts';
import {situation} from '../store.ts';
import {arm} from './arm-case.ts';
import {CaseDetail} from './case-detail.tsx';
import {CasesList} from './cases-list.tsx';
import './cases.css';
import {
  caseGroup,
  caseGroups,
  caseQuery,
  caseSelection,
  catalogue,
  foundCases,
  restartsOnArm,
} from './cases-store.ts';

/** The panel of the catalogue: search a case, arm it, see the answer. */
export const CASES_PANEL: Panel = {
  name: 'cases',
  label: 'Cases',
  icon: 'bolt',
  View: CasesView,
  deviates: () => (situation.value?.armed.length ?? 0) > 0,
  hints: [
    ['↑ ↓', 'move'],
    ['/', 'search'],
    ['A', 'arm'],
    ['D', 'disarm'],
  ],
  keys: {
    ArrowDown: () => move(1),
    j: () => move(1),
    ArrowUp: () => move(-1),
    k: () => move(-1),
    Home: () => selectAt(0),
    End: () => selectAt(-1),
    '/': () => focusOn('#case-search'),
    Escape: () => (caseSelection.value = null),
    a: () => withSelected(arm),
    d: () => withSelected(({id}) => act('disarm', {id})),
  },
  leaveField: (event) => {
    if (event.key === 'Escape' || event.key === 'ArrowDown') runKey(event, () => selectAt(0));
  },
};

function CasesView(): VNode {
  useEffect(() => {
    if (catalogue.value !== null) return;
    void ask('cases', null).then((rows) => (catalogue.value = (rows ?? []) as readonly CaseRow[]));
  }, []);

  return (
    <section class="panel cases" aria-label="Cases">
      <div class="toolrow">
        <Search />
        <Groups />
      </div>
      <RestartTick />
      {foundCases.value.length === 0 ? <Empty /> : <CasesList />}
      <CaseDetail />
    </section>
  );
}

function Search(): VNode {
  return (
    <label class="field grow" title="All words, in the name or in the sentence">
      <Icon name="search" small />
      <span class="vh">Search the catalogue</span>
      <input
        id="case-search"
        type="search"
        value={caseQuery.value}
        placeholder="Search the catalogue"
        onInput={({currentTarget}) => (caseQuery.value = currentTarget.value)}
      />
      <kbd>/</kbd>
    </label>
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

function RestartTick(): VNode {
  return (
    <label class="tick case-tick">
      <input
        type="checkbox"
        checked={restartsOnArm.value}
        onChange={({currentTarget}) => (restartsOnArm.value = currentTarget.checked)}
      />
      Restart the extension when a case is armed
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

function move(by: number): void {
  const {value: rows} = foundCases;
  const at = rows.findIndex(({id}) => id === caseSelection.value);
  const from = at === -1 && by < 0 ? rows.length : at;
  selectAt(Math.min(rows.length - 1, Math.max(0, from + by)));
}

function selectAt(place: number): void {
  const id = foundCases.value.at(place)?.id;
  if (id === undefined) return;
  caseSelection.value = id;
  requestAnimationFrame(() => focusOn(`.case-row[data-id="${id}"]`));
}

function withSelected(run: (row: CaseRow) => unknown): void {
  const row = foundCases.value.find(({id}) => id === caseSelection.value);
  if (row !== undefined) run(row);
}
