import {copyRequest, sendAgain} from '../state/console-client.ts';
import {focusOn, runKey} from '../parts/focus.ts';
import {type KeyedList, listKeys, selectAt} from '../state/list-keys.ts';
import {type PanelKeys, keysOf} from '../state/panel.ts';
import {clearList, toggleHeld} from './requests-panel.tsx';
import {details, selection, shownRequests} from '../state/store.ts';

const LIST: KeyedList<number> = {
  rows: () => shownRequests.value,
  selected: () => selection.value,
  select: (n) => (selection.value = n),
  rowOf: (n) => `.row[data-n="${n}"]`,
};

/** The keys of the Requests panel. */
export const REQUEST_KEYS: PanelKeys = {
  ...keysOf([
    {label: '↑ ↓', effect: 'move', on: listKeys(LIST)},
    {label: 'Enter', effect: 'open', on: {Enter: (event) => openDetail(event)}},
    {label: '/', effect: 'filter', on: {'/': () => focusOn('#filter')}},
    {label: 'C', effect: 'test', on: {c: () => copySelected('test')}},
    {label: 'U', effect: 'curl', on: {u: () => copySelected('curl')}},
    {label: 'R', effect: 'send again', on: {r: () => resendSelected()}},
    {label: 'P', effect: 'pause the list', on: {p: () => toggleHeld()}},
    {label: 'X', effect: 'clear', on: {x: () => clearList()}},
    {label: 'Esc', effect: 'back', on: {Escape: () => back()}},
  ]),
  leaveField: (event) => leaveField(event),
};

function leaveField(event: KeyboardEvent): void {
  const isFilter = event.target instanceof HTMLElement && event.target.id === 'filter';
  if (!isFilter || (event.key !== 'Escape' && event.key !== 'ArrowDown')) return;

  runKey(event, () => {
    if (event.target instanceof HTMLElement) event.target.blur();
    if (event.key === 'ArrowDown') selectAt(LIST, 0);
    else if (selection.value !== null) focusOn(LIST.rowOf(selection.value));
  });
}

function openDetail(event: KeyboardEvent): void {
  if (!(event.target instanceof Element) || event.target.closest('.row, body') === null) return;
  const isRow = event.target.closest('.row') !== null || event.target === document.body;
  if (!isRow || selection.value === null) return;
  runKey(event, () => focusOn('#detail'));
}

/** Goes one step back: from the detail to the row, then to no selection. */
function back(): void {
  const {value: n} = selection;
  if (n === null) return;
  const isInDetail = document.activeElement?.closest('#detail') != null;
  if (isInDetail) return focusOn(LIST.rowOf(n));
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
