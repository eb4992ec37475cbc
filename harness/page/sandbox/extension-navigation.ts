import type {HistoryEntry, NavigationChange} from '../../wire/sandbox.ts';

/**
 * Creates the global `navigation`: `navigate`, and the page's entry if the target may know it
 * (`@shopify/ui-extensions`, `surfaces/customer-account/api/standard-api`, `Navigation`).
 */
export function createNavigation({entry: first, callPage}: NavigationOptions): ExtensionNavigation {
  const navigate = (url: string, options: NavigateOptions = {}): void => {
    if (typeof url !== 'string') throw new TypeError(`navigation.navigate takes a URL, not ${String(url)}.`);
    const {history = 'auto', state} = options;
    if (!['auto', 'push', 'replace'].includes(history))
      throw new TypeError(`navigation.navigate: unknown history "${String(history)}".`);
    callPage('navigation.navigate', [url, {history, ...(state === undefined ? {} : {state})}]);
  };

  if (first === null) return {global: {navigate}, navigated: () => {}};

  let entry = first;
  const listeners = new Set<ChangeListener>();

  const changeTo = (next: HistoryEntry, type?: NavigationChange['type']): void => {
    const from = viewOf(entry);
    entry = next;
    const event = {type: 'currententrychange', from, ...(type === undefined ? {} : {navigationType: type})};
    for (const listener of [...listeners]) listener(event);
  };

  const global = {
    navigate,
    get currentEntry() {
      return viewOf(entry);
    },
    updateCurrentEntry({state}: {state: unknown}) {
      callPage('navigation.updateCurrentEntry', [{state}]);
      changeTo({...entry, state: structuredClone(state)});
    },
    addEventListener(type: string, listener: ChangeListener) {
      if (type === 'currententrychange') listeners.add(listener);
    },
    removeEventListener(_type: string, listener: ChangeListener) {
      listeners.delete(listener);
    },
  };

  return {global, navigated: (change) => changeTo(change.entry, change.type)};
}

export interface NavigationOptions {
  /** The page's entry; `null` for targets whose `navigation` only navigates. */
  readonly entry: HistoryEntry | null;
  readonly callPage: (path: string, args: readonly unknown[]) => void;
}

export interface ExtensionNavigation {
  /** The value of the global. */
  readonly global: object;
  /** Handles the page's change to another entry. */
  navigated(change: NavigationChange): void;
}

interface NavigateOptions {
  readonly state?: unknown;
  readonly history?: 'auto' | 'push' | 'replace';
}

type ChangeListener = (event: object) => void;

function viewOf({key, url, state}: HistoryEntry): object {
  return {key, url, getState: () => structuredClone(state)};
}
