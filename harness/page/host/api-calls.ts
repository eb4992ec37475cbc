import {SimhostError} from '../../errors.ts';
import type {Mount, PageState} from '../../wire/control.ts';
import {CHANGE_MEMBERS, type ChangeMember} from '../../wire/change-members.ts';
import {isAdminTarget, surfaceOf} from '../../wire/surfaces.ts';
import type {BuyerJourney} from './surfaces/checkout/buyer-journey.ts';
import {queryAdmin} from './direct-api.ts';
import type {Overlays} from './overlays.ts';
import type {NavigateOptions, PageNavigation} from './page-navigation.ts';
import type {PageRequests} from './page-requests.ts';
import type {SessionTokens} from './session-tokens.ts';
import {storageScope, type ExtensionStorage} from './extension-storage.ts';
import {queryStorefront} from './storefront-query.ts';
import type {TracedFetch} from './traced-fetch.ts';

/** The cause of a missing token in the checkout editor. */
const NOT_SAVED =
  " The merchant has not saved the extension in the checkout editor: host.update({editor: 'saved'}).";

/** The parts of the page that calls of an extension's API use. */
export interface ApiCallDeps {
  readonly tokens: SessionTokens;
  readonly storage: ExtensionStorage;
  readonly overlays: Overlays;
  readonly navigation: PageNavigation;
  readonly requests: PageRequests;
  readonly journey: BuyerJourney;
  /** Reports a call to the simulation, so that a test can see it. */
  record(mount: Mount, member: string, args: readonly unknown[]): void;
  /** Writes a warning to the extension's log. */
  warn(mount: Mount, problem: string): void;
  /** Resolves with the current or the next state that matches. */
  whenState(matches: (state: PageState) => boolean): Promise<PageState>;
  signIn(): void;
  close(mount: Mount): void;
  /** Closes a dialog that the extension itself rendered. */
  closeOverlay(mount: Mount, id: string): void;
  /** Returns the `fetch` of an extension's call, whose requests the log shows with their line. */
  readonly fetchFor: TracedFetch;
  /** Authenticates the page. Known once the control channel is open. */
  secret(): Promise<string>;
}

/** The mount that calls, and the state at the time of the call. */
export interface ApiCaller {
  readonly mount: Mount;
  readonly state: PageState;
  /** The stack of the call, if it makes a request. */
  readonly stack: string;
}

const CALLS: Readonly<Record<string, Member>> = {
  ...Object.fromEntries(
    CHANGE_MEMBERS.map((name): [string, Member] => [
      name,
      (deps, caller, change) => requestChange(name, deps, caller, change),
    ]),
  ),
  'sessionToken.get': ({tokens, warn, fetchFor}, caller) => {
    const {mount, state} = caller;
    const surface = surfaceOf(mount.target) ?? 'customer-account';
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
  query: ({fetchFor, secret}, caller, query, options) => {
    const {mount, state} = caller;
    const asked = {query: String(query), options: options ?? {}};
    if (!isAdminTarget(mount.target)) return queryStorefront(caller, fetchFor(caller), asked);
    return queryAdmin({mount, endpoints: state.endpoints, secret}, fetchFor(caller), asked);
  },
  'auth.idToken': ({requests}, {mount}) => requests.request(mount.id, 'auth.idToken', null),
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
  const member = Object.hasOwn(CALLS, path) ? CALLS[path] : undefined;
  if (member === undefined) throw new Error(`shopify.${path} is not a call of the page.`);
  if (RECORDED.has(path)) deps.record(caller.mount, path, args);
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

type Member = (deps: ApiCallDeps, caller: ApiCaller, ...args: readonly unknown[]) => unknown;

function intentName(query: unknown): string {
  if (typeof query === 'string') return query;
  const {action, type} = (query ?? {}) as {action?: unknown; type?: unknown};
  if (typeof action === 'string' && typeof type === 'string') return `${action}:${type}`;
  throw new SimhostError('ERR_BAD_INTENT', `intents.invoke got ${JSON.stringify(query)}.`, {
    next: "Give {action, type}, or a string such as 'open:shopify/SubscriptionContract'.",
  });
}
