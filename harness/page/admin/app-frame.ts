import type {AdminForApp} from '../../wire/app-bridge.ts';
import {adminAddress, appAddress, appOrigin} from './address.ts';
import {BridgeConnections} from './bridge-connections.ts';
import {admin, isLoading, simulation} from './state.ts';

/** Takes the messages of App Bridge in the frames of the page. */
export const connections: BridgeConnections = new BridgeConnections({
  origin: () => (admin.value === null ? '' : appOrigin(admin.value)),
  membersFor: () => membersForApp(),
  connected: (_frame, {hello: {url, mode}}) => void simulation.value?.frame({kind: 'connected', url, mode}),
  refused: (origin) => void simulation.value?.frame({kind: 'refused', origin}),
});

/** Loads the app in its frame, at the address of the page. */
export async function loadApp(frame: HTMLIFrameElement): Promise<void> {
  const url = await simulation.value?.frameUrl(appAddress(location));
  if (url !== undefined) frame.src = url;
}

function membersForApp(): AdminForApp {
  return {
    idToken: async (renew) => (await simulation.value?.idToken(renew)) ?? new Promise<string>(() => {}),
    ready: () => void simulation.value?.frame({kind: 'ready'}),
    failed: (message) => void simulation.value?.frame({kind: 'failed', message}),
    // The fragment may be the id of the simulation, by which a reload works.
    navigated: (address) =>
      history.replaceState(null, '', `${adminAddress(address, location.pathname)}${location.hash}`),
    loading: (shown) => void (isLoading.value = shown),
    open: (url, target) => void window.open(url, target === '_blank' ? '_blank' : '_self'),
  };
}
