import type {AdminForApp} from '../../../wire/app-bridge.ts';
import type {Remote} from '../../../wire/rpc.ts';
import type {Toasts} from './shopify-members.ts';

/** Milliseconds for which a toast without `duration` is shown. */
const DEFAULT_DURATION = 5000;

/** Makes `shopify.toast`. The id is returned before the admin shows the toast. */
export function createToasts(admin: Remote<AdminForApp>): Toasts {
  let count = 0;

  return {
    show(message, {duration = DEFAULT_DURATION, isError = false, action, onAction, onDismiss} = {}) {
      const id = `toast-${++count}`;
      void admin.called('toast.show', [
        message,
        {duration, isError, ...(action === undefined ? {} : {action})},
      ]);
      void admin.toast({
        id,
        message,
        duration,
        isError,
        action: action ?? null,
        onAction: () => onAction?.(),
        onDismiss: () => onDismiss?.(),
      });
      return id;
    },
    hide: (id) => void admin.hideToast(id),
  };
}
