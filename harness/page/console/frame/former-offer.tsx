import type {VNode} from 'preact';
import {act} from '../state/console-client.ts';
import {former} from '../state/store.ts';

/** Offers the situation from before a restart of simhost. */
export function FormerOffer(): VNode | null {
  const {value} = former;
  if (value === null) return null;

  const restore = async (): Promise<void> => {
    former.value = null;
    for (const [verb, arg] of value.deeds) await act(verb, arg);
  };

  return (
    <p class="note">
      <span class="grow">simhost has started again.</span>
      <button type="button" class="link" onClick={() => void restore()}>
        As before: {value.text}
      </button>
      <button type="button" class="link" onClick={() => (former.value = null)}>
        Close
      </button>
    </p>
  );
}
