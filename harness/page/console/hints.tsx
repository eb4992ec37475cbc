import type {VNode} from 'preact';
import {HINTS} from './keys.ts';

/** The keys of the panel. */
export function Hints(): VNode {
  return (
    <div class="hints">
      {HINTS.map(([keys, effect]) => (
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
