import {signal} from '@preact/signals';
import type {Signal} from '@preact/signals';
import type {InvokedIntent, PageModal} from '../../wire/app-bridge.ts';

/** A question with two answers. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** The contents that a dialog of the admin can have, with what its closing answers. */
export type DialogContent =
  | {readonly kind: 'question'; readonly question: Question; answer(isYes: boolean): void}
  | {
      readonly kind: 'page';
      readonly modal: PageModal;
      /** The frame of the page is in the document. */
      shown(): void;
      answer(): void;
    }
  | {readonly kind: 'scopes'; readonly scopes: readonly string[]; answer(isGranted: boolean): void}
  | {readonly kind: 'intent'; readonly intent: InvokedIntent; answer(isDone: boolean): void};

/** A dialog that is open. */
export type OpenDialog = DialogContent & {readonly key: number};

/** The dialogs that are open, the lowest first. */
export const dialogs: Signal<readonly OpenDialog[]> = signal([]);

let last = 0;

/** Opens a dialog. Resolves with its answer when the person has given one. */
export function openDialog<Answer>(
  content: (answer: (value: Answer) => void) => DialogContent,
): Promise<Answer> {
  return new Promise((resolve) => {
    const key = ++last;
    const answer = (value: Answer): void => {
      dialogs.value = dialogs.value.filter((dialog) => dialog.key !== key);
      resolve(value);
    };

    dialogs.value = [...dialogs.value, {...content(answer), key}];
  });
}

/** Returns the open dialog with a modal's page. */
export function openPage(modal: string): Extract<OpenDialog, {kind: 'page'}> | null {
  const found = dialogs.value.findLast((dialog) => dialog.kind === 'page' && dialog.modal.id === modal);
  return found?.kind === 'page' ? found : null;
}

/** Shows a modal with a page. Resolves when the frame of the page is there. A modal that is open gets the new values. */
export async function showPage(modal: PageModal): Promise<void> {
  const open = openPage(modal.id);
  if (open === null) {
    return new Promise((shown) => void openDialog<void>((answer) => ({kind: 'page', modal, shown, answer})));
  }

  dialogs.value = dialogs.value.map((dialog) => (dialog.key === open.key ? {...open, modal} : dialog));
}

/** Asks a question with two answers. */
export function ask(question: Question): Promise<boolean> {
  return openDialog((answer) => ({kind: 'question', question, answer}));
}
