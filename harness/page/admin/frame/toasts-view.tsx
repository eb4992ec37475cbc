import type {VNode} from 'preact';
import {useLayoutEffect} from 'preact/hooks';
import type {Toast} from '../../../wire/app-bridge.ts';
import {dismissToast} from '../app-members.ts';
import {toasts} from '../state.ts';

/** The toasts of the app. `drawn` runs after each change. */
export function ToastsView({drawn}: {readonly drawn: () => void}): VNode {
  useLayoutEffect(drawn);
  return (
    <>
      {toasts.value.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </>
  );
}

function ToastView({toast: {id, message, isError, action, onAction}}: {readonly toast: Toast}): VNode {
  return (
    <div role={isError ? 'alert' : 'status'} class={isError ? 'toast error' : 'toast'}>
      <span>{message}</span>
      {action === null ? null : (
        <button type="button" onClick={() => onAction()}>
          {action}
        </button>
      )}
      <button type="button" aria-label="Dismiss" onClick={() => dismissToast(id)}>
        ×
      </button>
    </div>
  );
}
