import type {VNode} from 'preact';
import type {BarAction} from '../../../wire/app-bridge.ts';

interface ActionButtonProps {
  readonly action: BarAction;
  readonly class?: string;
  /** Default: that of a button. */
  readonly role?: 'menuitem';
}

/** A button that presses one of the app. */
export function ActionButton({action, class: name = '', role}: ActionButtonProps): VNode {
  const {label, tone, disabled, loading, press} = action;
  return (
    <button
      type="button"
      role={role}
      class={`${name} ${tone}`}
      disabled={disabled || loading}
      aria-busy={loading}
      onClick={() => press()}
    >
      {label}
    </button>
  );
}
