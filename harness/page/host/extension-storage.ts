import type {Mount, PageState} from '../../wire/control.ts';
import {surfaceOf} from '../../wire/surfaces.ts';

/**
 * `shopify.storage`: JSON in the page's localStorage, separate for each scope. A page without localStorage
 * uses memory.
 */
export class ExtensionStorage {
  readonly #store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

  constructor(store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = pageStorage()) {
    this.#store = store;
  }

  read(scope: StorageScope, key: string): unknown {
    const text = this.#store.getItem(storageKey(scope, key));
    return text === null ? null : JSON.parse(text);
  }

  write(scope: StorageScope, key: string, data: unknown): void {
    const text = JSON.stringify(data) as string | undefined;
    if (text === undefined)
      throw new TypeError(`storage.write(${JSON.stringify(key)}): the data cannot be serialized to JSON.`);
    this.#store.setItem(storageKey(scope, key), text);
  }

  delete(scope: StorageScope, key: string): void {
    this.#store.removeItem(storageKey(scope, key));
  }
}

/** The values that identify one storage. Mounts with the same values share it. */
export type StorageScope = readonly (string | null)[];

/**
 * Returns the scope of a mount's storage. In customer accounts, all extensions of an app share it, for each
 * customer. In checkout, all targets of one extension share it, until the buyer starts another checkout.
 * Until API version 2023-07, each target has its own.
 */
export function storageScope(
  {target, handle, apiVersion}: Pick<Mount, 'target' | 'handle' | 'apiVersion'>,
  {app, shop, customer, checkout}: StorageState,
): StorageScope {
  if (surfaceOf(target) !== 'checkout') return [app.clientId, shop.id, customer?.id ?? null];
  return [app.clientId, shop.id, checkout.token, handle, apiVersion <= '2023-07' ? target : null];
}

interface StorageState {
  readonly app: Pick<PageState['app'], 'clientId'>;
  readonly shop: Pick<PageState['shop'], 'id'>;
  readonly customer: {readonly id: string} | null;
  readonly checkout: {readonly token: string};
}

/** Lists the keys of everything that extensions have stored in the page's localStorage. */
export function storedKeys(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

/** Forgets everything that extensions have stored in the page's localStorage. */
export function clearStorage(): void {
  for (const key of storedKeys()) localStorage.removeItem(key);
}

const PREFIX = 'simhost:';

function storageKey(scope: StorageScope, key: string): string {
  return `${PREFIX}${JSON.stringify([...scope, key])}`;
}

function pageStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  try {
    return localStorage;
  } catch {
    const memory = new Map<string, string>();
    return {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
      removeItem: (key) => void memory.delete(key),
    };
  }
}
