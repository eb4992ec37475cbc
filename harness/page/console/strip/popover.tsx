import type {ComponentChildren, VNode} from 'preact';
import {useId, useRef} from 'preact/hooks';

export interface PopoverProps {
  /** The name of the popover; the name of the button is this with what the button shows. */
  readonly label: string;
  readonly title: string;
  readonly class: string;
  /** The key that opens it; tests and the keyboard find the button by it. */
  readonly opens: string;
  readonly disabled?: boolean;
  readonly button: ComponentChildren;
  /** The content; `close` closes the popover. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** Distance to the button and to the edge of the window, in pixels. */
const GAP = 4;

/** A button with a small panel below. A click elsewhere and Escape close it. */
export function Popover({
  label,
  title,
  class: more,
  opens,
  disabled = false,
  button,
  children,
}: PopoverProps): VNode {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const close = (): void => panel.current?.hidePopover();

  const onToggle = ({newState}: {readonly newState: string}): void => {
    if (newState !== 'open' || opener.current === null || panel.current === null) return;
    placeBelow(panel.current, opener.current);
    panel.current.querySelector<HTMLElement>('[aria-pressed="true"], input, button')?.focus();
  };

  return (
    <>
      <button
        ref={opener}
        type="button"
        class={more}
        title={title}
        aria-haspopup="dialog"
        data-opens={opens}
        disabled={disabled}
        popoverTarget={id}
      >
        <span class="vh">{label}: </span>
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        class="pop"
        onToggle={onToggle}
      >
        {children(close)}
      </div>
    </>
  );
}

function placeBelow(panel: HTMLElement, opener: HTMLElement): void {
  const {left, bottom, top} = opener.getBoundingClientRect();
  const {width, height} = panel.getBoundingClientRect();
  const below = bottom + GAP;
  const hasRoom = below + height <= innerHeight - GAP;

  panel.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
  panel.style.top = `${hasRoom ? below : Math.max(GAP, top - height - GAP)}px`;
}
