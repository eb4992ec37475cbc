import type {VNode} from 'preact';
import {useEffect, useState} from 'preact/hooks';
import {act, ask} from '../state/console-client.ts';
import {entries} from '../state/store.ts';

/** The number of values in `shopify.storage`, and a button that clears them. */
export function StorageRow(): VNode | null {
  const [count, setCount] = useState<number | null>(null);
  const newest = entries.value.at(-1)?.n;

  const load = (): Promise<void> =>
    ask('storage', null).then((found) => setCount(typeof found === 'number' ? found : null));
  useEffect(() => void load(), [newest]);

  if (count === null) return null;
  return (
    <div role="group" class="sit-sec" aria-label="Storage">
      <div class="sit-field">
        <span class="sit-label">shopify.storage</span>
        <span class="sit-switch">
          {count} {count === 1 ? 'value' : 'values'}
          <button
            type="button"
            class="btn sm"
            disabled={count === 0}
            onClick={() => void act('clear-storage').then(load)}
          >
            Clear
          </button>
        </span>
      </div>
    </div>
  );
}
