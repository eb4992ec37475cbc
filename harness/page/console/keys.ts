import {act, changeLayout, sendAgain} from './console-client.ts';
import {clearList, toggleHeld} from './requests-panel.tsx';
import {details, isFolded, selection, shownRequests} from './store.ts';

/** The keys that the hints show, with their effects. */
export const HINTS: readonly (readonly [keys: string, effect: string])[] = [
  ['↑ ↓', 'move'],
  ['Enter', 'open'],
  ['/', 'filter'],
  ['R', 'send again'],
  ['P', 'hold still'],
];

/** Single keys, outside of fields and popovers. */
const KEYS: Readonly<Record<string, () => void>> = {
  ArrowDown: () => move(1),
  j: () => move(1),
  ArrowUp: () => move(-1),
  k: () => move(-1),
  Home: () => selectAt(0),
  End: () => selectAt(-1),
  '/': () => focusOn('#filter'),
  Escape: () => back(),
  r: () => resendSelected(),
  p: () => toggleHeld(),
  x: () => clearList(),
  g: () => openPopover('g'),
  l: () => openPopover('l'),
  t: () => openPopover('t'),
  a: () => openPopover('a'),
  F6: () => nextRegion(),
};

/** Listens to the keyboard. Keys act only while the focus is in the console, so never while it is in the page. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    const {key, ctrlKey, metaKey, altKey} = event;
    const hasCommand = ctrlKey || metaKey;
    if (hasCommand && key === '.')
      return run(event, () => changeLayout({dock: isFolded.value ? 'right' : 'folded'}));
    if (isInField(event.target)) return leaveField(event);
    if (hasCommand && key === 'Backspace') return run(event, () => void act('reset'));
    if (hasCommand || altKey || isInPopover(event.target)) return;

    if (key === 'Enter') return openDetail(event);
    const effect = KEYS[key.length === 1 ? key.toLowerCase() : key];
    if (effect !== undefined && !isArrowElsewhere(event)) run(event, effect);
  });
}

function run(event: KeyboardEvent, effect: () => void): void {
  event.preventDefault();
  effect();
}

/** Arrow keys in the detail scroll it, and those on the splitter move it. */
function isArrowElsewhere({key, target}: KeyboardEvent): boolean {
  const isScrolling = key.startsWith('Arrow') || key === 'Home' || key === 'End';
  return isScrolling && target instanceof Element && target.closest('.scroll, .splitter') !== null;
}

function leaveField(event: KeyboardEvent): void {
  const isFilter = event.target instanceof HTMLElement && event.target.id === 'filter';
  if (!isFilter || (event.key !== 'Escape' && event.key !== 'ArrowDown')) return;

  run(event, () => {
    selectAt(event.key === 'Escape' ? null : 0);
    if (event.target instanceof HTMLElement) event.target.blur();
  });
}

function openDetail(event: KeyboardEvent): void {
  if (!(event.target instanceof Element) || event.target.closest('.row, body') === null) return;
  const isRow = event.target.closest('.row') !== null || event.target === document.body;
  if (!isRow || selection.value === null) return;
  run(event, () => focusOn('#detail'));
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

function openPopover(name: string): void {
  document.querySelector<HTMLElement>(`[data-opens="${name}"]`)?.click();
}

/** The parts of the console, in the order of F6. */
const REGIONS = ['.strip button', '#filter', '.row[tabindex="0"]', '#detail', 'iframe'];

function nextRegion(): void {
  const current = REGIONS.findLastIndex((selector) => {
    const region = document.querySelector(selector)?.closest('.strip, .toolrow, .list, .detail, .stage');
    return region?.contains(document.activeElement) === true;
  });

  for (let step = 1; step <= REGIONS.length; step++) {
    const element = document.querySelector<HTMLElement>(REGIONS[(current + step) % REGIONS.length] ?? '');
    if (element === null) continue;
    element.focus();
    return;
  }
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

function isInField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}

function isInPopover(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.pop') !== null;
}
