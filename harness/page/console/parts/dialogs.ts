import {type Signal, signal} from '@preact/signals';

/** The dialog that is open: Do anything, or the list of all keys. */
export const openDialog: Signal<'palette' | 'keys' | null> = signal(null);
