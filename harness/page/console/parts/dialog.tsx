import type {ComponentChildren, VNode} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {openDialog} from './dialogs.ts';

interface DialogProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A dialog over the console. Escape and a click next to it close it, and the focus goes back. */
export function Dialog({label, children}: DialogProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  // Called before the element closes. By its later event, the next key would be lost, because a dialog counts as open.
  const leave = (): void => void (openDialog.value = null);

  // The event comes later. If this dialog has gone, another one may be open.
  const afterClose = (): void => {
    if (dialog.current !== null) leave();
  };

  useLayoutEffect(() => {
    dialog.current?.showModal();
    // The element closes before it leaves the document, so that the focus goes back.
    return () => dialog.current?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onCancel={leave}
      onClose={afterClose}
      onClick={({target}) => {
        if (target === dialog.current) leave();
      }}
    >
      {children}
    </dialog>
  );
}
