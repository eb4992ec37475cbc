import type {AdminForApp} from '../../../wire/app-bridge.ts';
import type {Remote} from '../../../wire/rpc.ts';

let connected: Remote<AdminForApp> | undefined;

/** Sets the admin that elements of the document call. */
export function setConnectedAdmin(admin: Remote<AdminForApp>): void {
  connected = admin;
}

/** Returns the admin that elements of the document call. */
export function connectedAdmin(): Remote<AdminForApp> {
  if (connected === undefined) throw new Error('App Bridge is not connected to an admin.');
  return connected;
}
