import {type Signal, effect, signal} from '@preact/signals';
import {tokenSelection} from '../state/store.ts';
import {closeEditor, draft} from './editor-store.ts';

/** The text with which the view of a pasted token opens; null while it is closed. */
export const paste: Signal<string | null> = signal(null);

/** Opens the view of a pasted token. */
export function openPaste(start = ''): void {
  closeEditor();
  tokenSelection.value = null;
  paste.value = start;
}

export function closePaste(): void {
  paste.value = null;
}

// A token of the list and the editor take the place of the pasted one.
effect(() => {
  if (draft.value !== null || tokenSelection.value !== null) closePaste();
});
