import {ask} from './dialogs.ts';
import {forgetModalBars, modalBars, saveBar, saveBarOf, showSaveBar} from './state.ts';

/**
 * Asks before the person leaves a page with unsaved changes: that of a modal, or of the app for `null`. Resolves with
 * whether they leave.
 */
export async function mayLeave(modal: string | null = null): Promise<boolean> {
  if (saveBarOf(modal) === null) return true;

  const leaves = await ask({
    title: 'Leave page with unsaved changes?',
    text: 'Leaving this page will delete all unsaved changes.',
    yes: 'Leave page',
    no: 'Stay',
  });

  if (leaves) showSaveBar(modal, null);
  return leaves;
}

/** A modal with a page of the app that is open. */
interface OpenPage {
  readonly modal: {readonly id: string; closed(): void};
  answer(): void;
}

/** Closes a modal with a page of the app, and lets the app know. Unsaved changes in it need a confirmation. */
export async function closePage({modal, answer}: OpenPage): Promise<void> {
  if (!(await mayLeave(modal.id))) return;
  answer();
  forgetModalBars(modal.id);
  modal.closed();
}

/** Presses Discard of the save bar, after a question if the app wants one. */
export async function discard(modal: string | null = null): Promise<void> {
  const bar = saveBarOf(modal);
  if (bar === null) return;

  const isSure =
    !bar.discardConfirmation ||
    (await ask({
      title: 'Discard all unsaved changes',
      text: "If you discard changes, you'll delete any edits you made since you last saved.",
      yes: 'Discard changes',
      no: 'Continue editing',
    }));

  if (isSure) bar.discard?.press();
}

/** Lets the browser ask before the whole page goes away with unsaved changes. */
export function guardUnload(): void {
  window.addEventListener('beforeunload', (event) => {
    const bars = [saveBar.value, ...[...modalBars.value.values()].map((bar) => bar.saveBar)];
    if (bars.some((bar) => bar !== null)) event.preventDefault();
  });
}
