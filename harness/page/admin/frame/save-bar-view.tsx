import type {VNode} from 'preact';
import {discard} from '../leaving.ts';
import {saveBarOf} from '../state.ts';

/** The save bar: the page of the app, or that of a modal, has unsaved changes. */
export function SaveBarView({modal}: {readonly modal: string | null}): VNode | null {
  const bar = saveBarOf(modal);
  if (bar === null) return null;

  const {save, discard: discarded} = bar;
  return (
    <div role="region" aria-label="Unsaved changes" class="save-bar">
      <span>Unsaved changes</span>
      <button type="button" disabled={isDisabled(discarded)} onClick={() => void discard(modal)}>
        Discard
      </button>
      <button type="button" class="primary" disabled={isDisabled(save)} onClick={() => save?.press()}>
        Save
      </button>
    </div>
  );
}

function isDisabled(action: {readonly disabled: boolean; readonly loading: boolean} | null): boolean {
  return action === null || action.disabled || action.loading;
}
