import {createRemoteElement, RemoteEvent} from '@remote-dom/core/elements';
import {attributeNames, type ElementEventDetail, type ElementSpec} from '../wire/elements.ts';

/** Gives the sandbox its `s-*` elements; each is defined when it is first asked for. */
export function defineRemoteElements(elements: Readonly<Record<string, ElementSpec>>): void {
  const get = customElements.get.bind(customElements);
  customElements.get = (tag) => {
    const known = get(tag);
    const spec = Object.hasOwn(elements, tag) ? elements[tag] : undefined;
    if (known !== undefined || spec === undefined) return known;
    const made = remoteElement(tag, spec);
    customElements.define(tag, made);
    return made;
  };
}

function remoteElement(tag: string, spec: ElementSpec): RemoteElementClass {
  const created = createRemoteElement({
    properties: Object.fromEntries(ownProperties(spec).map((name) => [name, {attribute: false, event: false}])),
    events: Object.fromEntries(spec.events.map((type) => [type, eventDefinition(tag, type)])),
    methods: [...(spec.methods ?? [])],
  }) as unknown as RemoteElementClass;
  // The class is extended on its prototype, not by a subclass, for which remote-dom loses definitions.
  defineAttributes(created, spec);
  defineMethodGroups(created, spec);
  return created;
}

/** `id` and `slot` are attributes of the polyfill's elements, by which the extension may look elements up. */
function ownProperties({properties}: ElementSpec): readonly string[] {
  return properties.filter((name) => name !== 'id' && name !== 'slot');
}

/** Attributes that set properties, in lower and kebab case; a boolean one means true by being there. */
function defineAttributes(created: RemoteElementClass, {properties, booleans = []}: ElementSpec): void {
  const propertyOf = new Map(properties.flatMap((name) => attributeNames(name).map((attribute) => [attribute, name])));
  Object.defineProperty(created, 'observedAttributes', {value: [...propertyOf.keys()]});
  Object.defineProperty(created.prototype, 'attributeChangedCallback', {
    value(this: RemoteElement, attribute: string, _before: string | null, value: string | null) {
      const property = propertyOf.get(attribute);
      if (property === undefined) return;
      const text = value ?? undefined;
      this.updateRemoteProperty(property, booleans.includes(property) ? value !== null && value !== 'false' : text);
    },
  });
}

/** A method such as `contentWindow.postMessage` is reached through an object of its own. */
function defineMethodGroups({prototype}: RemoteElementClass, {methods = []}: ElementSpec): void {
  for (const path of methods) {
    const [group, method] = path.split('.');
    if (group === undefined || method === undefined) continue;
    Object.defineProperty(prototype, group, {
      get(this: RemoteElement) {
        return {[method]: (...args: unknown[]) => this.callRemoteMethod(path, ...args)};
      },
    });
  }
}

function eventDefinition(tag: string, type: string): object {
  return {
    // Listened to always, so that form state is copied even where the extension has no listener.
    bubbles: true,
    dispatchEvent(this: RemoteElement, sent: ElementEventDetail | undefined): RemoteEvent {
      // Before the handlers, which read `currentTarget.value`. Goes back to the page, whose element takes it for the answer to its event.
      for (const [name, value] of Object.entries(sent?.state ?? {})) this.updateRemoteProperty(name, value);
      const bubbles = !NOT_BUBBLING.has(type) && !NOT_BUBBLING.has(`${tag} ${type}`);
      return Object.assign(new RemoteEvent(type, {detail: sent?.detail, bubbles}), sent?.event);
    },
  };
}

const NOT_BUBBLING: ReadonlySet<string> = new Set(['focus', 'blur', 'load', 'error', 'toggle', 's-map-marker click']);

interface RemoteElement extends EventTarget {
  updateRemoteProperty(name: string, value: unknown): void;
  callRemoteMethod(method: string, ...args: readonly unknown[]): unknown;
}

type RemoteElementClass = CustomElementConstructor & {readonly prototype: RemoteElement};
type CustomElementConstructor = new () => EventTarget;

declare const customElements: {
  define(tag: string, elementClass: CustomElementConstructor): void;
  get(tag: string): CustomElementConstructor | undefined;
};
