/** `shopify.storage`: JSON in the page's localStorage, apart for each app, shop and customer; in memory where there is none. */
export class ExtensionStorage {
  readonly #store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

  constructor(store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = pageStorage()) {
    this.#store = store;
  }

  read(owner: StorageOwner, key: string): unknown {
    const text = this.#store.getItem(name(owner, key));
    return text === null ? null : JSON.parse(text);
  }

  write(owner: StorageOwner, key: string, data: unknown): void {
    const text = JSON.stringify(data) as string | undefined;
    if (text === undefined) throw new TypeError(`storage.write(${JSON.stringify(key)}): the data cannot be serialized to JSON.`);
    this.#store.setItem(name(owner, key), text);
  }

  delete(owner: StorageOwner, key: string): void {
    this.#store.removeItem(name(owner, key));
  }
}

export interface StorageOwner {
  readonly clientId: string;
  readonly shop: string;
  readonly customer: string | null;
}

function name({clientId, shop, customer}: StorageOwner, key: string): string {
  return `simhost:${JSON.stringify([clientId, shop, customer, key])}`;
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
