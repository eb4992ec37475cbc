import {ask} from './dialogs.ts';
import {saveBar} from './state.ts';

/** Asks before the person leaves a page with unsaved changes. Resolves with whether they leave. */
export async function mayLeave(): Promise<boolean> {
  if (saveBar.value === null) return true;

  const leaves = await ask({
    title: 'Leave page with unsaved changes?',
    text: 'Leaving this page will delete all unsaved changes.',
    yes: 'Leave page',
    no: 'Stay',
  });

  if (leaves) saveBar.value = null;
  return leaves;
}

/** Presses Discard of the save bar, after a question if the app wants one. */
export async function discard(): Promise<void> {
  const bar = saveBar.value;
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
    if (saveBar.value !== null) event.preventDefault();
  });
}
