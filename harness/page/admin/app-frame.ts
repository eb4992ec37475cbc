import {APP_FRAME} from '../../wire/admin.ts';
import {appAddress, appOrigin, installAddress} from './address.ts';
import {membersForApp} from './app-members.ts';
import {BridgeConnections} from './bridge-connections.ts';
import {admin, forgetDocument, simulation} from './state.ts';

/** Takes the messages of App Bridge in the frames of the page. */
export const connections: BridgeConnections = new BridgeConnections({
  origin: () => (admin.value === null ? '' : appOrigin(admin.value)),
  membersFor: ({name}) => membersForApp({isModal: name !== APP_FRAME}),
  connected: ({name}, {hello: {url, mode}}) => {
    if (name !== APP_FRAME) return;
    forgetDocument();
    void simulation.value?.frame({kind: 'connected', url, mode});
  },
  refused: (origin) => void simulation.value?.frame({kind: 'refused', origin}),
});

/** Loads a page of the app in a frame. */
export async function loadPage(frame: HTMLIFrameElement, address: string): Promise<void> {
  const {pathname, search} = new URL(address, location.origin);
  const url = await simulation.value?.frameUrl({path: pathname, query: search});
  if (url !== undefined) frame.src = url;
}

/** Loads the app in its frame, at the address of the page. A shop without the app gets the page that installs it. */
export async function loadApp(frame: HTMLIFrameElement): Promise<void> {
  const state = admin.value;
  // The fragment may be the id of the simulation, which the admin needs again after the approval.
  if (state?.isInstalled === false) return location.replace(`${installAddress(state)}${location.hash}`);

  const {path, query} = appAddress(location);
  return loadPage(frame, `${path}${query}`);
}
