import type {Mount, PageState} from '../../wire/control.ts';
import {surfaceOf} from '../../wire/surfaces.ts';

/** `shopify.storage`: JSON in the page's localStorage, apart for each scope; in memory where there is none. */
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

/** What shares one storage; others see nothing of it. */
export type StorageScope = readonly (string | null)[];

/**
 * In customer accounts all of an app, for each customer; in checkout all targets of one extension, until the buyer starts another
 * checkout, and until 2023-07 each target for itself.
 */
export function storageScope(
  {target, handle, apiVersion}: Pick<Mount, 'target' | 'handle' | 'apiVersion'>,
  {app, shop, customer, checkout}: PageOf,
): StorageScope {
  if (surfaceOf(target) !== 'checkout') return [app.clientId, shop.id, customer?.id ?? null];
  return [app.clientId, shop.id, checkout.token, handle, apiVersion <= '2023-07' ? target : null];
}

interface PageOf {
  readonly app: Pick<PageState['app'], 'clientId'>;
  readonly shop: Pick<PageState['shop'], 'id'>;
  readonly customer: {readonly id: string} | null;
  readonly checkout: {readonly token: string};
}

function storageKey(scope: StorageScope, key: string): string {
  return `simhost:${JSON.stringify([...scope, key])}`;
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
