import {copyRequest, sendAgain} from '../console-client.ts';
import {focusOn, runKey} from '../focus.ts';
import type {PanelKeys} from '../panel.ts';
import {clearList, toggleHeld} from './requests-panel.tsx';
import {details, selection, shownRequests} from '../store.ts';

/** The keys of the Requests panel. */
export const REQUEST_KEYS: PanelKeys = {
  hints: [
    ['↑ ↓', 'move'],
    ['Enter', 'open'],
    ['/', 'filter'],
    ['C', 'test'],
    ['U', 'curl'],
    ['R', 'send again'],
    ['P', 'hold still'],
  ],
  keys: {
    ArrowDown: () => move(1),
    j: () => move(1),
    ArrowUp: () => move(-1),
    k: () => move(-1),
    Home: () => selectAt(0),
    End: () => selectAt(-1),
    '/': () => focusOn('#filter'),
    Escape: () => back(),
    Enter: (event) => openDetail(event),
    r: () => resendSelected(),
    c: () => copySelected('test'),
    u: () => copySelected('curl'),
    p: () => toggleHeld(),
    x: () => clearList(),
  },
  leaveField: (event) => leaveField(event),
};

function leaveField(event: KeyboardEvent): void {
  const isFilter = event.target instanceof HTMLElement && event.target.id === 'filter';
  if (!isFilter || (event.key !== 'Escape' && event.key !== 'ArrowDown')) return;

  runKey(event, () => {
    selectAt(event.key === 'Escape' ? null : 0);
    if (event.target instanceof HTMLElement) event.target.blur();
  });
}

function openDetail(event: KeyboardEvent): void {
  if (!(event.target instanceof Element) || event.target.closest('.row, body') === null) return;
  const isRow = event.target.closest('.row') !== null || event.target === document.body;
  if (!isRow || selection.value === null) return;
  runKey(event, () => focusOn('#detail'));
}

function move(by: number): void {
  const {value: numbers} = shownRequests;
  const {value: selected} = selection;
  const place = selected === null ? -1 : numbers.indexOf(selected);
  const from = place === -1 && by < 0 ? numbers.length : place;
  selectAt(Math.min(numbers.length - 1, Math.max(0, from + by)));
}

/** Selects a request by its place in the list and focuses its row. `null` keeps the selection. */
function selectAt(place: number | null): void {
  const n = place === null ? selection.value : (shownRequests.value.at(place) ?? null);
  if (n === null) return;
  selection.value = n;
  requestAnimationFrame(() => focusOn(`.row[data-n="${n}"]`));
}

/** Goes one step back: from the detail to the row, then to no selection. */
function back(): void {
  const {value: n} = selection;
  if (n === null) return;
  const isInDetail = document.activeElement?.closest('#detail') != null;
  if (isInDetail) return focusOn(`.row[data-n="${n}"]`);
  selection.value = null;
}

function resendSelected(): void {
  const {value: n} = selection;
  if (n !== null && details.value.get(n)?.canResend === true) void sendAgain(n);
}

function copySelected(what: 'test' | 'curl'): void {
  const {value: n} = selection;
  if (n !== null) void copyRequest(what, n);
}
