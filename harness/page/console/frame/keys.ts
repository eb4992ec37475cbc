import {act, changeLayout} from '../state/console-client.ts';
import {openDialog} from '../parts/dialogs.ts';
import {runKey} from '../parts/focus.ts';
import {reveal, toggleAlone, toggleOutline} from './look-buttons.tsx';
import {type KeyBinding, type PanelKeys, keysOf} from '../state/panel.ts';
import {currentPanel} from './panels.ts';
import {isFolded, situation} from '../state/store.ts';

/** The keys of every panel. `Ctrl+` is also the command key. */
const BINDINGS: readonly KeyBinding[] = [
  {label: 'Ctrl K', effect: 'do anything', on: {'Ctrl+k': () => (openDialog.value = 'palette')}},
  {label: '?', effect: 'all keys', on: {'?': () => (openDialog.value = 'keys')}},
  {label: 'W', effect: 'width of the page', on: {w: () => openPopover('w')}},
  {label: 'F6', effect: 'next part of the console', on: {F6: () => nextRegion()}},
  {label: 'G', effect: 'who is signed in', on: {g: () => openPopover('g')}},
  {label: 'L', effect: 'next language', on: {l: () => nextLanguage()}},
  {label: 'D', effect: 'target', on: {d: () => openPopover('d')}},
  {label: 'T', effect: 'clock', on: {t: () => openPopover('t')}},
  {label: 'A', effect: 'armed cases', on: {a: () => openPopover('a')}},
  {label: 'O', effect: 'outline the extension', on: {o: () => toggleOutline()}},
  {label: 'E', effect: 'scroll to the extension', on: {e: () => reveal()}},
  {label: 'F', effect: 'show only the extension', on: {f: () => toggleAlone()}},
  {label: 'Ctrl Backspace', effect: 'back to the start', on: {'Ctrl+Backspace': () => void act('reset')}},
  {label: 'Ctrl .', effect: 'fold the console', on: {'Ctrl+.': () => toggleFold()}},
];

const {hints, keys: KEYS} = keysOf(BINDINGS);

/** The keys of every panel, for people. */
export const CONSOLE_HINTS: PanelKeys['hints'] = hints;

/** Keys that a field does not use itself. */
const IN_FIELDS = ['Ctrl+k', 'Ctrl+.', 'F6'];

/** Listens to the keyboard. Keys act only while the focus is in the console, so never while it is in the page. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (openDialog.value !== null) return;

    const name = nameOf(event);
    const {leaveField, keys} = currentPanel.value;
    const effect = keys[name] ?? KEYS[name];
    if (isInField(event.target) && !IN_FIELDS.includes(name)) return leaveField(event);
    if (effect === undefined || event.altKey || isArrowElsewhere(event)) return;
    if (isInPopover(event.target) && !IN_FIELDS.includes(name)) return;

    // Enter also presses buttons, so its effect decides.
    if (event.key === 'Enter') effect(event);
    else runKey(event, () => effect(event));
  });
}

function nameOf({key, ctrlKey, metaKey}: KeyboardEvent): string {
  const name = key.length === 1 ? key.toLowerCase() : key;
  return ctrlKey || metaKey ? `Ctrl+${name}` : name;
}

function toggleFold(): void {
  changeLayout({dock: isFolded.value ? 'right' : 'folded'});
}

/** Arrow keys in the detail scroll it, and those on the splitter move it. */
function isArrowElsewhere({key, target}: KeyboardEvent): boolean {
  const isScrolling = key.startsWith('Arrow') || key === 'Home' || key === 'End';
  return isScrolling && target instanceof Element && target.closest('.scroll, .splitter') !== null;
}

function openPopover(name: string): void {
  document.querySelector<HTMLElement>(`[data-opens="${name}"]`)?.click();
}

/** Takes the next language of the extensions, and after the last one the first. */
function nextLanguage(): void {
  const {language = '', languages = []} = situation.value ?? {};
  const tag = languages[(languages.indexOf(language) + 1) % languages.length];
  if (tag !== undefined && tag !== language) void act('language', {tag});
}

/** The parts of the console, in the order of F6. */
const REGIONS = [
  '.strip button',
  '.tab[tabindex="0"]',
  '.toolrow input',
  '.row[tabindex="0"]',
  '#detail',
  'iframe',
];

function nextRegion(): void {
  const current = REGIONS.findLastIndex((selector) => {
    const region = document
      .querySelector(selector)
      ?.closest('.strip, .tabs, .toolrow, .list, .detail, .stage');
    return region?.contains(document.activeElement) === true;
  });

  for (let step = 1; step <= REGIONS.length; step++) {
    const element = document.querySelector<HTMLElement>(REGIONS[(current + step) % REGIONS.length] ?? '');
    if (element === null) continue;
    element.focus();
    return;
  }
}

function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select');
}

function isInPopover(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.pop') !== null;
}
