import {RemoteEvent} from '@remote-dom/core/elements';
import type {ElementEventDetail, ElementSpec} from '../../wire/element-spec.ts';

const NOT_BUBBLING: ReadonlySet<string> = new Set([
  'focus',
  'blur',
  'load',
  'error',
  'toggle',
  's-map-marker click',
]);

/** A remote element whose properties the page changes before it sends an event. */
export interface StatefulElement extends EventTarget {
  updateRemoteProperty(name: string, value: unknown): void;
}

/** Returns the definition of an event of a remote element. */
export function eventDefinition(
  tag: string,
  type: string,
  {spec, formsWait}: {readonly spec: ElementSpec; readonly formsWait: boolean},
): object {
  return {
    // Always listened to, so that form state is copied even if the extension has no listener.
    bubbles: true,
    dispatchEvent(this: StatefulElement, sent: ElementEventDetail | undefined): RemoteEvent {
      // Happens before the handlers, which read `currentTarget.value`. The page's element takes the update
      // for the answer to its event.
      for (const [name, value] of Object.entries(sent?.state ?? {})) {
        if (spec.properties.includes(name)) this.updateRemoteProperty(name, value);
      }

      const bubbles = !NOT_BUBBLING.has(type) && !NOT_BUBBLING.has(`${tag} ${type}`);
      const event = Object.assign(new RemoteEvent(type, {detail: sent?.detail, bubbles}), sent?.event);
      if (type === 'submit' && formsWait) waitForWork(event);
      if (tag === 's-function-settings' && type === 'error') nameFaults(event);
      return event;
    },
  };
}

/**
 * Gives an event `waitUntil`. The page waits for all promises that listeners pass to it while the event is
 * dispatched, and a rejected one ends what the page does.
 */
function waitForWork(event: RemoteEvent): void {
  const work: Promise<unknown>[] = [];
  let isDispatched = true;
  // The dispatch is synchronous.
  void Promise.resolve().then(() => (isDispatched = false));

  Object.assign(event, {
    waitUntil(promise: Promise<unknown>) {
      if (!isDispatched) return;
      work.push(promise);
      event.respondWith(Promise.all(work).then(() => undefined));
    },
  });
}

/** Makes the `error` of the event, which crossed as plain data, an `AggregateError`. */
function nameFaults(event: RemoteEvent): void {
  const faults = Reflect.get(event, 'error') as readonly {readonly code: string; readonly message: string}[];
  const errors = faults.map(({code, message}) =>
    Object.assign(new Error(message), {name: 'FunctionSettingsError', code}),
  );
  Object.assign(event, {error: new AggregateError(errors, errors.map(({message}) => message).join(' '))});
}
