import {isRecord} from '../../../../records.ts';
import type {Mount} from '../../../../wire/control.ts';
import type {ApiCallDeps, ApiCaller, ApiMember} from '../../api-call.ts';
import {queryAdmin} from '../../direct-api.ts';
import {navigateAdmin} from './admin-navigation.ts';
import {AdminStorage} from './admin-storage.ts';
import {INTENT_CALLS} from './intent-calls.ts';
import {PICKER_CALLS} from './picker-calls.ts';

/** The members of the API of admin targets that the page carries out. */
export const ADMIN_CALLS: Readonly<Record<string, ApiMember>> = {
  'auth.idToken': ({requests}, {mount}) => requests.request(mount.id, 'auth.idToken', null),
  query: ({fetchFor, secret}, caller, query, options) =>
    queryAdmin({mount: caller.mount, endpoints: caller.state.endpoints, secret}, fetchFor(caller), {
      query: String(query),
      options: options ?? {},
    }),
  'app.extensions': (_deps, {state}) => extensionsOf(state.mounts),
  applyMetafieldChange: ({requests}, {mount}, change) =>
    requests.request(mount.id, 'applyMetafieldChange', change),
  applyMetafieldsChange: ({requests}, {mount}, changes) =>
    requests.request(mount.id, 'applyMetafieldsChange', changes).then(() => undefined),
  'discounts.update': ({requests}, {mount}, change) => requests.request(mount.id, 'discounts.update', change),
  ...INTENT_CALLS,
  loading: ({overlays}, _caller, isLoading = true) => overlays.loading(isLoading === true),
  'toast.show': ({overlays}, _caller, message, options) =>
    overlays.timedToast(String(message), durationIn(options)),
  'toast.hide': ({overlays}) => overlays.hideToasts(),
  ...PICKER_CALLS,
  'tools.register': () => undefined,
  'tools.unregister': () => undefined,
  'tools.clear': () => undefined,
  close: ({close}, {mount}) => close(mount),
  'navigation.navigate': (deps, caller, url) => navigateAdmin(deps, caller, String(url)),
  'storage.set': (deps, caller, key, data) => storageOf(deps, caller).set({[String(key)]: data}),
  'storage.setMany': (deps, caller, entries) =>
    storageOf(deps, caller).set(entries as Record<string, unknown>),
  'storage.get': (deps, caller, key) => valueAt(storageOf(deps, caller), String(key)),
  'storage.getMany': (deps, caller, keys) => {
    const storage = storageOf(deps, caller);
    return (keys as readonly string[]).map((key) => valueAt(storage, key));
  },
  'storage.clear': (deps, caller) => storageOf(deps, caller).clear(),
  'storage.delete': (deps, caller, key) => storageOf(deps, caller).delete([String(key)])[String(key)],
  'storage.deleteMany': (deps, caller, keys) => storageOf(deps, caller).delete(keys as readonly string[]),
  'storage.entries': (deps, caller) => Object.entries(storageOf(deps, caller).entries),
};

/** The calls that a test can see. Changes are seen as requests. */
export const ADMIN_RECORDED: ReadonlySet<string> = new Set([
  'close',
  'intents.invoke',
  'intents.response.closed',
  'intents.response.error',
  'intents.response.ok',
  'loading',
  'navigation.navigate',
  'picker',
  'query',
  'resourcePicker',
  'toast.hide',
  'toast.show',
  'tools.clear',
  'tools.register',
  'tools.unregister',
]);

/** Lists the mounted extensions of the app. */
function extensionsOf(mounts: readonly Mount[]): readonly object[] {
  const handles = [...new Set(mounts.map(({handle}) => handle))];
  return handles.map((handle) => ({
    handle,
    type: 'ui_extension',
    status: 'active',
    activations: mounts.filter((mount) => mount.handle === handle).map(({target}) => ({target})),
  }));
}

/** Returns the milliseconds for which a toast shows. */
function durationIn(options: unknown): number {
  const {duration} = isRecord(options) ? options : {};
  return typeof duration === 'number' ? duration : 5000;
}

function storageOf({storage}: ApiCallDeps, {state, mount}: ApiCaller): AdminStorage {
  return new AdminStorage(storage, state, mount);
}

function valueAt({entries}: AdminStorage, key: string): unknown {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
