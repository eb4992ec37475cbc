import type {VNode} from 'preact';
import {openDialog} from '../parts/dialogs.ts';
import {currentPanel} from './panels.ts';

/** The keys that have room below a panel. */
const MOST_HINTS = 6;

/** The first keys of the open panel, and the way to all others. */
export function Hints(): VNode {
  return (
    <div class="hints">
      {currentPanel.value.hints.slice(0, MOST_HINTS).map(([keys, effect]) => (
        <span key={effect}>
          {keys.split(' ').map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {effect}
        </span>
      ))}
      <button type="button" class="all-keys" onClick={() => (openDialog.value = 'keys')}>
        <kbd>?</kbd> all keys
      </button>
    </div>
  );
}
