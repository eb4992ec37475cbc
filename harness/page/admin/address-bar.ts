import {effect} from '@preact/signals';
import {adminAddress} from './address.ts';
import {saveBar} from './state.ts';

let waiting: string | null = null;

/**
 * Shows an address of the app in the address bar. While the page has unsaved changes, the admin does not follow the app.
 *
 * @see https://shopify.dev/docs/api/app-home/apis/user-interface-and-interactions/navigation-api
 */
export function showAddress(address: string): void {
  waiting = address;
  if (saveBar.value === null) follow();
}

effect(() => {
  if (saveBar.value === null) follow();
});

/** Shows the newest address. The fragment may be the id of the simulation, by which a reload works. */
function follow(): void {
  if (waiting === null) return;
  history.replaceState(null, '', `${adminAddress(waiting, location.pathname)}${location.hash}`);
  waiting = null;
}
