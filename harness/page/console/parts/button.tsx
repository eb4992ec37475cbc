import type {VNode} from 'preact';
import {Icon, type IconName} from './icon.tsx';

export interface IconButtonProps {
  readonly icon: IconName;
  /** The name of the button. */
  readonly label: string;
  /** The key that does the same, for the title. */
  readonly keys?: string;
  readonly pressed?: boolean;
  readonly class?: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A button that shows only an icon. */
export function IconButton({
  icon,
  label,
  keys,
  pressed,
  class: more = '',
  disabled = false,
  onClick,
}: IconButtonProps): VNode {
  return (
    <button
      type="button"
      class={`icon-b ${more}`}
      aria-label={label}
      aria-pressed={pressed}
      title={keys === undefined ? label : `${label} (${keys})`}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
