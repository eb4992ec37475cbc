import {CHANGE_MEMBERS, type ChangeMember} from '../../wire/change-members.ts';
import {surfaceOf, type SessionTokenSurface} from '../../wire/surfaces.ts';
import type {ApiCallDeps, ApiCaller, ApiMember} from './api-call.ts';
import {intentName} from './intent-name.ts';
import {storageScope} from './extension-storage.ts';
import type {NavigateOptions} from './page-navigation.ts';
import {queryStorefront} from './storefront-query.ts';
import {ADMIN_CALLS, ADMIN_RECORDED} from './surfaces/admin/admin-calls.ts';

/** The cause of a missing token in the checkout editor. */
const NOT_SAVED =
  " The merchant has not saved the extension in the checkout editor: host.update({editor: 'saved'}).";

const CALLS: Readonly<Record<string, ApiMember>> = {
  ...Object.fromEntries(
    CHANGE_MEMBERS.map((name): [string, ApiMember] => [
      name,
      (deps, caller, change) => requestChange(name, deps, caller, change),
    ]),
  ),
  'sessionToken.get': ({tokens, warn, fetchFor}, caller) => {
    const {mount, state} = caller;
    const surface: SessionTokenSurface =
      surfaceOf(mount.target) === 'checkout' ? 'checkout' : 'customer-account';
    const {app, shop, customer} = state;

    const holder = {
      clientId: app.clientId,
      shop: shop.id,
      customer: customer?.id ?? null,
      surface,
      scopes: app.scopes,
      activationId: mount.activationId,
    };

    const cause = mount.editor === 'unsaved' ? NOT_SAVED : '';
    return tokens.get(holder, {
      report: (problem) => warn(mount, `${problem}${cause}`),
      send: fetchFor(caller),
    });
  },
  'buyerJourney.intercept': ({journey}, {mount}, interceptor) => journey.intercept(mount, interceptor),
  'ui.overlay.close': ({closeOverlay}, {mount}, id) => closeOverlay(mount, String(id)),
  'storage.read': ({storage}, {mount, state}, key) => storage.read(storageScope(mount, state), String(key)),
  'storage.write': ({storage}, {mount, state}, key, data) =>
    storage.write(storageScope(mount, state), String(key), data),
  'storage.delete': ({storage}, {mount, state}, key) =>
    storage.delete(storageScope(mount, state), String(key)),
  'analytics.publish': (_deps, _caller, name) => {
    if (typeof name !== 'string' || name === '')
      throw new TypeError('analytics.publish takes the name of an event.');
    return true;
  },
  'analytics.visitor': (_deps, _caller, visitor) => {
    const {email, phone} = (visitor ?? {}) as {email?: unknown; phone?: unknown};
    if (typeof email === 'string' || typeof phone === 'string') return {type: 'success'};
    return {type: 'error', message: 'analytics.visitor needs an email or a phone number.'};
  },
  'ui.toast.show': ({overlays}, _caller, content) => void overlays.toast(String(content)),
  // The page always shows the newest state.
  'ui.forceDataRefresh': () => undefined,
  'announcement.close': ({close}, {mount}) => close(mount),
  'toast.show': ({overlays}, _caller, content) => ({hide: overlays.toast(String(content))}),
  'intents.invoke': ({overlays}, _caller, query, options) => {
    const ended = overlays.intent(intentName(query), options ?? query);
    return {complete: () => ended};
  },
  query: ({fetchFor}, caller, query, options) =>
    queryStorefront(caller, fetchFor(caller), {query: String(query), options: options ?? {}}),
  applyTrackingConsentChange: ({requests}, {mount}, change) =>
    requests.request(mount.id, 'applyTrackingConsentChange', change),
  requireLogin: async ({overlays, signIn, whenState}, {state}) => {
    if (state.authenticationState === 'fully_authenticated') return;
    const close = overlays.login(signIn);
    await whenState(({authenticationState}) => authenticationState === 'fully_authenticated');
    close();
  },
  close: ({close}, {mount}) => close(mount),
  'navigation.navigate': ({navigation}, {mount}, url, options) =>
    navigation.go(String(url), mount, options as NavigateOptions),
  'navigation.updateCurrentEntry': ({navigation}, _caller, change) =>
    navigation.updateState((change as {state: unknown}).state),
};

/** The calls that a test can see. */
const RECORDED: ReadonlySet<string> = new Set([
  'analytics.publish',
  'analytics.visitor',
  'close',
  'intents.invoke',
  'navigation.navigate',
  'query',
  'requireLogin',
  'toast.show',
  'ui.forceDataRefresh',
  'ui.toast.show',
]);

/** Calls a member of the API by its path, for example `storage.read`. */
export function callApi(
  deps: ApiCallDeps,
  caller: ApiCaller,
  path: string,
  args: readonly unknown[],
): unknown {
  const calls = surfaceOf(caller.mount.target) === 'admin' ? ADMIN_CALLS : CALLS;
  const member = Object.hasOwn(calls, path) ? calls[path] : undefined;
  if (member === undefined) throw new Error(`shopify.${path} is not a call of the page.`);
  const recorded = calls === ADMIN_CALLS ? ADMIN_RECORDED : RECORDED;
  if (recorded.has(path)) deps.record(caller.mount, path, args);
  return member(deps, caller, ...args);
}

/** Requests a change of the checkout from the simulation, unless the checkout refuses it before. */
function requestChange(
  member: ChangeMember,
  {requests, journey, record}: ApiCallDeps,
  {mount, state}: ApiCaller,
  change: unknown,
): unknown {
  const isRefused =
    member === 'applyCartLinesChange' &&
    state.checkoutRules.lineChangesWhileBlocked === 'refused' &&
    journey.blocks;
  if (!isRefused) return requests.request(mount.id, member, change);

  record(mount, member, [change]);
  return {type: 'error', message: 'Could not apply line item changes'};
}
