import type {ActionReply} from '../../../wire/mini.ts';

/** What a Mini stores on the phone: one secret, items of its own, and those that the SDK keeps for itself. */
export class MiniStorage {
  #secret: string | null = null;
  readonly #actions: Readonly<Record<string, (params: unknown) => unknown>> = {
    getSecret: () => this.#secret,
    setSecret: (params) => void (this.#secret = String((params as {value: unknown}).value)),
    removeSecret: () => void (this.#secret = null),
    ...itemsAs('PersistedItem', 'PersistedKeys', 'PersistedItems'),
    ...itemsAs('InternalPersistedItem', 'InternalPersistedKeys', 'InternalPersistedItems'),
  };

  get actions(): readonly string[] {
    return Object.keys(this.#actions);
  }

  call(action: string, params: unknown): ActionReply {
    const run = Object.hasOwn(this.#actions, action) ? this.#actions[action] : undefined;
    if (run === undefined) return {ok: false, error: {message: `not simulated: ${action}`}};
    return {ok: true, data: run(params)};
  }
}

/** The actions of one key-value store. */
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
