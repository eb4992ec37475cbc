import type {MiniHandle} from '../../wire/mini.ts';

/** Creates `window.minisEvents`, and the function that sends its events. */
export function createEvents(): {minisEvents: object; emit: MiniHandle['emit']} {
  const listeners = new Map<number, {readonly name: string; readonly run: (payload: unknown) => void}>();
  let last = 0;

  const minisEvents = {
    on: (name: string, run: (payload: unknown) => void): number => {
      listeners.set(++last, {name, run});
      return last;
    },
    off: (id: number): void => void listeners.delete(id),
  };

  const emit: MiniHandle['emit'] = (name, payload) => {
    const matching = [...listeners.values()].filter((listener) => listener.name === name);
    for (const {run} of matching) run(payload);
    return matching.length;
  };

  return {minisEvents, emit};
}
