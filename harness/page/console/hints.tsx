import type {VNode} from 'preact';
import {currentPanel} from './panels.ts';

/** The keys of the open panel. */
export function Hints(): VNode {
  return (
    <div class="hints">
      {currentPanel.value.hints.map(([keys, effect]) => (
        <span key={effect}>
          {keys.split(' ').map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {effect}
        </span>
      ))}
    </div>
  );
}
