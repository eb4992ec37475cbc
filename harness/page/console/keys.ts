import {act, changeLayout} from './console-client.ts';
import {runKey} from './focus.ts';
import {reveal, toggleAlone, toggleOutline} from './look-buttons.tsx';
import type {PanelKeys} from './panel.ts';
import {currentPanel} from './panels.ts';
import {isFolded} from './store.ts';

/** Single keys of every panel, outside of fields and popovers. */
const KEYS: PanelKeys['keys'] = {
  g: () => openPopover('g'),
  l: () => openPopover('l'),
  d: () => openPopover('d'),
  t: () => openPopover('t'),
  a: () => openPopover('a'),
  o: () => toggleOutline(),
  e: () => reveal(),
  f: () => toggleAlone(),
  F6: () => nextRegion(),
};

/** Listens to the keyboard. Keys act only while the focus is in the console, so never while it is in the page. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    const {key, ctrlKey, metaKey, altKey} = event;
    const hasCommand = ctrlKey || metaKey;
    if (hasCommand && key === '.')
      return runKey(event, () => changeLayout({dock: isFolded.value ? 'right' : 'folded'}));
    const {leaveField, keys} = currentPanel.value;
    if (isInField(event.target)) return leaveField(event);
    if (hasCommand && key === 'Backspace') return runKey(event, () => void act('reset'));
    if (hasCommand || altKey || isInPopover(event.target)) return;

    const name = key.length === 1 ? key.toLowerCase() : key;
    const effect = keys[name] ?? KEYS[name];
    if (effect === undefined || isArrowElsewhere(event)) return;
    // Enter also presses buttons, so its effect decides.
    if (key === 'Enter') effect(event);
    else runKey(event, () => effect(event));
  });
}

/** Arrow keys in the detail scroll it, and those on the splitter move it. */
function isArrowElsewhere({key, target}: KeyboardEvent): boolean {
  const isScrolling = key.startsWith('Arrow') || key === 'Home' || key === 'End';
  return isScrolling && target instanceof Element && target.closest('.scroll, .splitter, .tabs') !== null;
}

function openPopover(name: string): void {
  document.querySelector<HTMLElement>(`[data-opens="${name}"]`)?.click();
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
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}

function isInPopover(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.pop') !== null;
}
