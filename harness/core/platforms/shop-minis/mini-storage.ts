import type {ActionReply} from '../../../wire/mini.ts';

/** The storage of a Mini on the phone: one secret, the Mini's items, and those of the SDK. */
export class MiniStorage {
  #secret: string | null = null;
  readonly #actions: Readonly<Record<string, (params: unknown) => unknown>> = {
    getSecret: () => this.#secret,
    setSecret: (params) => void (this.#secret = String((params as {value: unknown}).value)),
    removeSecret: () => void (this.#secret = null),
    ...itemsAs('PersistedItem', 'PersistedKeys', 'PersistedItems'),
    ...itemsAs('InternalPersistedItem', 'InternalPersistedKeys', 'InternalPersistedItems'),
  };

  /** The names of the actions that read and write the storage. */
  get actions(): readonly string[] {
    return Object.keys(this.#actions);
  }

  call(action: string, params: unknown): ActionReply {
    const run = Object.hasOwn(this.#actions, action) ? this.#actions[action] : undefined;
    if (run === undefined) return {ok: false, error: {message: `not simulated: ${action}`}};

    return {ok: true, data: run(params)};
  }
}

/** Makes the actions of one key-value store. */
function itemsAs(item: string, keys: string, items: string): Record<string, (params: unknown) => unknown> {
  const stored = new Map<string, string>();
  const keyOf = (params: unknown): string => String((params as {key: unknown}).key);

  return {
    [`get${item}`]: (params) => stored.get(keyOf(params)) ?? null,
    [`set${item}`]: (params) => void stored.set(keyOf(params), String((params as {value: unknown}).value)),
    [`remove${item}`]: (params) => void stored.delete(keyOf(params)),
    [`getAll${keys}`]: () => [...stored.keys()],
    [`clear${items}`]: () => stored.clear(),
  };
}
