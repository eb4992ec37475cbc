import type {ComponentChildren, VNode} from 'preact';
import {restartsOnArm} from './cases-store.ts';

/** The choice whether arming restarts the extension. */
export function RestartTick({children}: {readonly children: ComponentChildren}): VNode {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={restartsOnArm.value}
        onChange={({currentTarget}) => (restartsOnArm.value = currentTarget.checked)}
      />
      {children}
    </label>
  );
}
