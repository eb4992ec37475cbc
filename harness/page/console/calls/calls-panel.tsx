import type {VNode} from 'preact';
import {copyCall} from '../console-client.ts';
import {focusOn, runKey} from '../focus.ts';
import {Icon} from '../icon.tsx';
import type {Panel} from '../panel.ts';
import './calls.css';
import {CallsDetail} from './calls-detail.tsx';
import {CallsList} from './calls-list.tsx';
import {CALL_SEGMENTS, type CallSegment} from './calls-rows.ts';
import {callErrors, callQuery, callRows, callSegment, callSelection} from './calls-store.ts';

/** The panel of calls, console lines and errors. */
export const CALLS_PANEL: Panel = {
  name: 'calls',
  label: 'Calls & logs',
  icon: 'list',
  View: CallsView,
  problems: () => callErrors.value,
  hints: [
    ['↑ ↓', 'move'],
    ['/', 'filter'],
    ['C', 'test'],
  ],
  keys: {
    ArrowDown: () => move(1),
    j: () => move(1),
    ArrowUp: () => move(-1),
    k: () => move(-1),
    Home: () => selectAt(0),
    End: () => selectAt(-1),
    '/': () => focusOn('#calls-filter'),
    Escape: () => (callSelection.value = null),
    c: () => copySelected(),
  },
  leaveField: (event) => {
    if (event.key !== 'Escape' && event.key !== 'ArrowDown') return;
    runKey(event, () => selectAt(0));
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
        <Filter />
        <Segments />
      </div>
      {callRows.value.length === 0 ? <Empty /> : <CallsList />}
      <CallsDetail />
    </section>
  );
}

function Filter(): VNode {
  return (
    <label class="field grow" title="All words, in the text, the member or the source">
      <Icon name="search" small />
      <span class="vh">Filter calls and logs</span>
      <input
        id="calls-filter"
        type="search"
        value={callQuery.value}
        placeholder="Filter by text, member, source"
        onInput={({currentTarget}) => (callQuery.value = currentTarget.value)}
      />
      <kbd>/</kbd>
    </label>
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

function move(by: number): void {
  const {value: rows} = callRows;
  const at = rows.findIndex(({entry}) => entry.n === callSelection.value);
  const from = at === -1 && by < 0 ? rows.length : at;
  selectAt(Math.min(rows.length - 1, Math.max(0, from + by)));
}

function selectAt(place: number): void {
  const n = callRows.value.at(place)?.entry.n;
  if (n === undefined) return;
  callSelection.value = n;
  requestAnimationFrame(() => focusOn(`.call-row[data-n="${n}"]`));
}

function copySelected(): void {
  const row = callRows.value.find(({entry}) => entry.n === callSelection.value);
  if (row?.entry.kind === 'call') void copyCall(row.entry.n);
}
