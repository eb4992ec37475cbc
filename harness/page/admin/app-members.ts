import type {AdminForApp, Toast} from '../../wire/app-bridge.ts';
import {adminAddress} from './address.ts';
import {dialogs, openDialog} from './dialogs.ts';
import {mayLeave} from './leaving.ts';
import {admin, isLoading, navLinks, saveBar, simulation, titleBar, toasts} from './state.ts';

/** Never settles. App Bridge on the platform does the same without an answer. */
const never = <Value>(): Promise<Value> => new Promise(() => {});

/**
 * Makes the members that the admin offers to a document of the app. The page of a modal changes neither the bars nor the
 * address of the admin.
 */
export function membersForApp({isModal}: {readonly isModal: boolean}): AdminForApp {
  const sim = simulation.value;
  if (sim === null) throw new Error('The admin is not connected.');
  return {...documentMembers(sim), ...(isModal ? NO_BARS : BARS), ...shownMembers(), ...pickerMembers(sim)};
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
  // The fragment may be the id of the simulation, by which a reload works.
  navigated: (address) =>
    history.replaceState(null, '', `${adminAddress(address, location.pathname)}${location.hash}`),
  titleBar: (bar) => void (titleBar.value = bar),
  nav: (links) => void (navLinks.value = links),
};

const NO_BARS: BarMembers = {navigated: () => {}, titleBar: () => {}, nav: () => {}};

function documentMembers(sim: Connected): Pick<AdminForApp, DocumentMember> {
  return {
    idToken: async (renew) => (await sim.idToken(renew)) ?? never(),
    ready: () => void sim.frame({kind: 'ready'}),
    failed: (message) => void sim.frame({kind: 'failed', message}),
    called: (member, args) => void sim.called(member, args),
    scopes: () => sim.scopes(),
    revokeScopes: (scopes) => sim.revokeScopes(scopes),
    user: () => ({accountAccess: admin.value?.staff.accountAccess ?? ''}),
    direct: (path, body) => sim.direct(path, body),
  };
}

function shownMembers(): Pick<AdminForApp, ShownMember> {
  return {
    loading: (shown) => void (isLoading.value = shown),
    open: (url, target) => void open(url, target),
    toast: (toast) => showToast(toast),
    hideToast: (id) => hideToast(id),
    saveBar: (bar) => void (saveBar.value = bar),
    leave: async () => ((await mayLeave()) ? undefined : never()),
    modal: (modal) => {
      void openDialog<void>((answer) => ({kind: 'page', modal, answer}));
    },
    hideModal: (id) => {
      const shown = dialogs.value.findLast((dialog) => dialog.kind === 'page' && dialog.modal.id === id);
      if (shown?.kind === 'page') closePage(shown);
    },
  };
}

function pickerMembers(
  sim: Connected,
): Pick<AdminForApp, 'pickResources' | 'pick' | 'requestScopes' | 'invoke'> {
  return {
    pickResources: async (query) => {
      const found = await sim.resources({type: query.type, filter: query.filter ?? {}});
      return openDialog((answer) => ({kind: 'resources', query, found, answer}));
    },
    pick: (options) => openDialog((answer) => ({kind: 'rows', options, answer})),
    requestScopes: (scopes) => requestScopes(sim, scopes),
    invoke: async (intent) => {
      const isDone = await openDialog<boolean>((answer) => ({kind: 'intent', intent, answer}));
      return isDone ? {code: 'ok', data: {id: intent.value, ...intent.data}} : {code: 'closed'};
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

/** Closes the modal with a page of the app, and lets the app know. */
export function closePage({modal, answer}: {modal: {closed(): void}; answer(): void}): void {
  answer();
  modal.closed();
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

/** Opens an address: in a window of its own, or in place of the admin. */
async function open(url: string, target: string): Promise<void> {
  if (target === '_blank') window.open(url, '_blank');
  else if (await mayLeave()) location.assign(url);
}
