import type {VNode} from 'preact';
import {copyCall} from '../state/console-client.ts';
import {focusOn, runKey} from '../parts/focus.ts';
import {type KeyedList, listKeys, selectAt} from '../state/list-keys.ts';
import {type Panel, keysOf} from '../state/panel.ts';
import {SearchField} from '../parts/search-field.tsx';
import './calls.css';
import {CallsDetail} from './calls-detail.tsx';
import {CallsList} from './calls-list.tsx';
import {CALL_SEGMENTS, type CallSegment} from './calls-rows.ts';
import {callErrors, callQuery, callRows, callSegment, callSelection} from './calls-store.ts';

const LIST: KeyedList<number> = {
  rows: () => callRows.value.map(({entry}) => entry.n),
  selected: () => callSelection.value,
  select: (n) => (callSelection.value = n),
  rowOf: (n) => `.call-row[data-n="${n}"]`,
};

/** The panel of calls, console lines and errors. */
export const CALLS_PANEL: Panel = {
  name: 'calls',
  label: 'Calls & logs',
  icon: 'list',
  View: CallsView,
  problems: () => callErrors.value,
  ...keysOf([
    {label: '↑ ↓', effect: 'move', on: listKeys(LIST)},
    {label: '/', effect: 'filter', on: {'/': () => focusOn('#calls-filter')}},
    {label: 'C', effect: 'test', on: {c: () => copySelected()}},
    {label: 'Esc', effect: 'close the entry', on: {Escape: () => (callSelection.value = null)}},
  ]),
  leaveField: (event) => {
    if (event.key !== 'Escape' && event.key !== 'ArrowDown') return;
    runKey(event, () => selectAt(LIST, 0));
  },
};

const LABELS: Readonly<Record<CallSegment, string>> = {
  all: 'All',
  calls: 'Calls',
  logs: 'Logs',
  errors: 'Errors',
};

function CallsView(): VNode {
  return (
    <section class="panel calls" aria-label="Calls and logs">
      <div class="toolrow">
        <SearchField
          id="calls-filter"
          label="Filter calls and logs"
          placeholder="Filter by text, member, source"
          title="All words, in the text, the member or the source"
          text={callQuery}
        />
        <Segments />
      </div>
      {callRows.value.length === 0 ? <Empty /> : <CallsList />}
      <CallsDetail />
    </section>
  );
}

function Segments(): VNode {
  return (
    <span class="seg" role="group" aria-label="Show">
      {CALL_SEGMENTS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={callSegment.value === each}
          onClick={() => (callSegment.value = each)}
        >
          {LABELS[each]}
        </button>
      ))}
    </span>
  );
}

function Empty(): VNode {
  const isFiltered = callQuery.value !== '' || callSegment.value !== 'all';
  return (
    <div class="empty">
      <p>
        {isFiltered
          ? 'Nothing matches.'
          : 'Nothing yet. Here come calls such as toast.show and analytics.publish, console lines, and errors.'}
      </p>
    </div>
  );
}

function copySelected(): void {
  const row = callRows.value.find(({entry}) => entry.n === callSelection.value);
  if (row?.entry.kind === 'call') void copyCall(row.entry.n);
}
