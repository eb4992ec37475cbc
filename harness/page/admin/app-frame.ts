import {APP_FRAME, MODAL_FRAME} from '../../wire/admin.ts';
import {appAddress, appOrigin, installAddress} from './address.ts';
import {membersForApp} from './app-members.ts';
import {BridgeConnections} from './bridge-connections.ts';
import {admin, forgetDocument, forgetModalBars, simulation} from './state.ts';

/** Takes the messages of App Bridge in the frames of the page. */
export const connections: BridgeConnections = new BridgeConnections({
  origin: () => (admin.value === null ? '' : appOrigin(admin.value)),
  membersFor: ({name}) => membersForApp(modalOf(name)),
  connected: ({name}, {hello: {url, mode}}) => {
    const modal = modalOf(name);
    if (modal !== null) return forgetModalBars(modal);
    forgetDocument();
    void simulation.value?.frame({kind: 'connected', url, mode});
  },
  refused: (origin) => void simulation.value?.frame({kind: 'refused', origin}),
});

/** Returns the id of the modal that a frame belongs to; `null` for the frame of the app. */
function modalOf(frame: string): string | null {
  return frame === APP_FRAME ? null : frame.slice(MODAL_FRAME.length);
}

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
