import type {ApiCallDeps, ApiCaller, ApiMember} from '../../api-call.ts';
import {queryAdmin} from '../../direct-api.ts';
import {navigateAdmin} from './admin-navigation.ts';
import {AdminStorage} from './admin-storage.ts';

/** The members of the API of admin targets that the page carries out. */
export const ADMIN_CALLS: Readonly<Record<string, ApiMember>> = {
  'auth.idToken': ({requests}, {mount}) => requests.request(mount.id, 'auth.idToken', null),
  query: ({fetchFor, secret}, caller, query, options) =>
    queryAdmin({mount: caller.mount, endpoints: caller.state.endpoints, secret}, fetchFor(caller), {
      query: String(query),
      options: options ?? {},
    }),
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

function storageOf({storage}: ApiCallDeps, {state, mount}: ApiCaller): AdminStorage {
  return new AdminStorage(storage, state, mount);
}

function valueAt({entries}: AdminStorage, key: string): unknown {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
