import type {AdminForApp, Toast} from '../../wire/app-bridge.ts';
import {openPicker} from '../pickers/open-picker.ts';
import {resourcePicker} from '../pickers/resource-picker.ts';
import {rowPicker} from '../pickers/row-picker.ts';
import {endOfIntent} from '../../wire/intent-query.ts';
import {showAddress} from './address-bar.ts';
import {openDialog, openPage, showPage} from './dialogs.ts';
import {closePage, mayLeave} from './leaving.ts';
import {admin, changeModalBars, isLoading, nav, showSaveBar, simulation, titleBar, toasts} from './state.ts';

/** Never settles. App Bridge on the platform does the same without an answer. */
const never = <Value>(): Promise<Value> => new Promise(() => {});

/**
 * Makes the members that the admin offers to a document of the app, in its own frame or in that of a modal. The page of a
 * modal has its bars in the dialog, and does not change the address of the admin.
 */
export function membersForApp(modal: string | null): Omit<AdminForApp, 'gone'> {
  const sim = simulation.value;
  if (sim === null) throw new Error('The admin is not connected.');
  return {
    ...documentMembers(sim),
    ...(modal === null ? BARS : barsOf(modal)),
    ...shownMembers(modal),
    ...pickerMembers(sim),
  };
}

type BarMembers = Pick<AdminForApp, 'navigated' | 'titleBar' | 'nav'>;
type DocumentMember =
  | 'idToken'
  | 'ready'
  | 'failed'
  | 'called'
  | 'scopes'
  | 'revokeScopes'
  | 'user'
  | 'direct';
type ShownMember = 'loading' | 'open' | 'toast' | 'hideToast' | 'saveBar' | 'leave' | 'modal' | 'hideModal';

const BARS: BarMembers = {
  navigated: (address) => showAddress(address),
  titleBar: (bar) => void (titleBar.value = bar),
  nav: (shown) => void (nav.value = shown),
};

function barsOf(modal: string): BarMembers {
  return {
    navigated: () => {},
    titleBar: (bar) => changeModalBars(modal, {titleBar: bar}),
    nav: () => {},
  };
}

function documentMembers(sim: Connected): Pick<AdminForApp, DocumentMember> {
  return {
    idToken: async (renew) => (await sim.idToken(renew)) ?? never(),
    ready: () => noted(sim.frame({kind: 'ready'})),
    failed: (message) => noted(sim.frame({kind: 'failed', message})),
    called: (member, args) => noted(sim.called(member, args)),
    scopes: () => sim.scopes(),
    revokeScopes: (scopes) => sim.revokeScopes(scopes),
    user: () => ({accountAccess: admin.value?.staff.accountAccess ?? ''}),
    direct: (path, body) => sim.direct(path, body),
  };
}

/** Resolves when the simulation has noted something, or has ended. The app meets no error then. */
async function noted(note: Promise<void>): Promise<void> {
  await note.catch(() => {});
}

function shownMembers(modal: string | null): Pick<AdminForApp, ShownMember> {
  return {
    loading: (shown) => void (isLoading.value = shown),
    open: (url, target) => void open(url, target, modal),
    toast: (toast) => showToast(toast),
    hideToast: (id) => hideToast(id),
    saveBar: (bar) => showSaveBar(modal, bar),
    leave: async () => ((await mayLeave(modal)) ? undefined : never()),
    modal: (shown) => showPage(shown),
    hideModal: async (id) => {
      const shown = openPage(id);
      if (shown !== null) await closePage(shown);
    },
  };
}

function pickerMembers(
  sim: Connected,
): Pick<AdminForApp, 'pickResources' | 'pick' | 'requestScopes' | 'invoke'> {
  return {
    pickResources: async (query) => {
      const {type, filter = {}} = query;
      const search = (words: string) => sim.resources({type, filter, query: words});
      return openPicker(resourcePicker({query, found: await search(''), search}), document.body);
    },
    pick: (options) => openPicker(rowPicker(options), document.body),
    requestScopes: (scopes) => requestScopes(sim, scopes),
    invoke: async (intent) => {
      const isDone = await openDialog<boolean>((answer) => ({kind: 'intent', intent, answer}));
      return endOfIntent(intent, isDone);
    },
  };
}

type Connected = NonNullable<typeof simulation.value>;

/** Asks the merchant for scopes, unless the app has them all. */
async function requestScopes(
  sim: Connected,
  scopes: readonly string[],
): ReturnType<AdminForApp['requestScopes']> {
  const {granted} = await sim.scopes();
  const isNew = scopes.some((scope) => !granted.includes(scope));
  const isGranted = !isNew || (await openDialog<boolean>((answer) => ({kind: 'scopes', scopes, answer})));
  return {granted: isGranted, detail: await (isGranted ? sim.grantScopes(scopes) : sim.scopes())};
}

/** Shows a toast until its time is over. */
function showToast(toast: Toast): void {
  toasts.value = [...toasts.value, toast];
  setTimeout(() => dismissToast(toast.id), toast.duration);
}

/** Takes a toast away, and lets the app know. */
export function dismissToast(id: string): void {
  const shown = toasts.value.find((toast) => toast.id === id);
  if (shown === undefined) return;
  hideToast(id);
  shown.onDismiss();
}

function hideToast(id: string): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

/** Opens an address in a new window, or in place of the admin. */
async function open(url: string, target: string, modal: string | null): Promise<void> {
  if (target === '_blank') window.open(url, '_blank');
  else if ((await mayLeave(modal)) && (await mayLeave())) location.assign(url);
}
