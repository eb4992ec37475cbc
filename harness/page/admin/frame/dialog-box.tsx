import type {ComponentChildren, VNode} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';

interface DialogBoxProps {
  readonly title: string;
  readonly class?: string;
  /** The person leaves the dialog by Escape or by the button Close. */
  readonly leave: () => void;
  readonly children: ComponentChildren;
}

/** A dialog over the admin. */
export function DialogBox({title, class: name = '', leave, children}: DialogBoxProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    return () => dialog.current?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      class={name}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <div class="dialog-head">
        <h2>{title}</h2>
        <button type="button" aria-label="Close" onClick={leave}>
          ×
        </button>
      </div>
      {children}
    </dialog>
  );
}
