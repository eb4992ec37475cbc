import type {VNode} from 'preact';
import {useState} from 'preact/hooks';
import {Icon, type IconName} from './icon.tsx';

/** Milliseconds for which a button says that it has copied. */
const SHOWN = 1500;

export interface CopyButtonProps {
  readonly label: string;
  readonly title: string;
  /** Default: two sheets. */
  readonly icon?: IconName;
  readonly disabled?: boolean;
  readonly class?: string;
  /** Copies, and returns whether that worked. */
  readonly onCopy: () => Promise<boolean>;
}

/** A button that copies something, and says so. */
export function CopyButton({
  label,
  title,
  icon = 'copy',
  disabled = false,
  class: more = '',
  onCopy,
}: CopyButtonProps): VNode {
  const [isDone, setIsDone] = useState(false);

  const run = async (): Promise<void> => {
    if (!(await onCopy())) return;
    setIsDone(true);
    setTimeout(() => setIsDone(false), SHOWN);
  };

  return (
    <button type="button" class={`btn ${more}`} title={title} disabled={disabled} onClick={() => void run()}>
      <Icon name={icon} small />
      <span aria-live="polite">{isDone ? 'Copied' : label}</span>
    </button>
  );
}
