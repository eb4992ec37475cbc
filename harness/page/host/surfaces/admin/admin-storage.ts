import type {Mount, PageState} from '../../../../wire/control.ts';
import type {ExtensionStorage, StorageScope} from '../../extension-storage.ts';

/** The name of the one value in the page's storage that holds the entries of an app. */
const ENTRIES = 'entries';

/** The entries of `shopify.storage` in the admin. All extensions of an app share them, for each staff member. */
export class AdminStorage {
  readonly #storage: ExtensionStorage;
  readonly #scope: StorageScope;
  readonly #limit: number;

  /** Opens the storage of a mount. */
  constructor(storage: ExtensionStorage, {app, shop, admin}: PageState, mount: Mount) {
    this.#storage = storage;
    this.#scope = ['admin', app.clientId, shop.id, admin?.staff ?? ''];
    this.#limit = mount.admin.storageLimit;
  }

  /** All entries. */
  get entries(): Readonly<Record<string, unknown>> {
    return (this.#storage.read(this.#scope, ENTRIES) ?? {}) as Record<string, unknown>;
  }

  /** Adds or replaces entries. Throws an error with the name `StorageExceededError` if they do not fit. */
  set(added: Readonly<Record<string, unknown>>): void {
    const entries = {...this.entries, ...added};
    const size = new TextEncoder().encode(JSON.stringify(entries)).length;
    if (size > this.#limit) {
      throw Object.assign(
        new Error(`The storage of the extension is full: ${size} of ${this.#limit} bytes.`),
        {
          name: 'StorageExceededError',
        },
      );
    }
    this.#storage.write(this.#scope, ENTRIES, entries);
  }

  /** Deletes entries. Returns for each key whether there was one. */
  delete(keys: readonly string[]): Readonly<Record<string, boolean>> {
    const {entries} = this;
    const kept = Object.entries(entries).filter(([key]) => !keys.includes(key));
    this.#storage.write(this.#scope, ENTRIES, Object.fromEntries(kept));
    return Object.fromEntries(keys.map((key) => [key, Object.hasOwn(entries, key)]));
  }

  /** Deletes all entries. */
  clear(): void {
    this.#storage.write(this.#scope, ENTRIES, {});
  }
}
