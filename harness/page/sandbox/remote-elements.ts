import {createRemoteElement} from '@remote-dom/core/elements';
import {nearest} from '../../known-values.ts';
import type {WireNotice} from '../../wire/extension-notices.ts';
import {attributeNames, type ElementSpec, type ElementSpecs} from '../../wire/element-spec.ts';
import {eventDefinition, type StatefulElement} from './remote-event.ts';

/** Events of the React generations by their names today. */
const OLDER_EVENTS: Readonly<Record<string, string>> = {
  press: 'click',
  close: 'hide',
  open: 'show',
  remove: 'remove',
};

declare const customElements: {
  define(tag: string, elementClass: CustomElementConstructor): void;
  get(tag: string): CustomElementConstructor | undefined;
};

export interface RemoteElementRules {
  readonly elements: ElementSpecs;
  /** Whether the event `submit` of a form has `waitUntil`. */
  readonly formsWait: boolean;
  readonly notice: (notice: WireNotice) => void;
}

/** Gives the sandbox its `s-*` elements. Each is defined on its first use. */
export function defineRemoteElements({elements, formsWait, notice}: RemoteElementRules): void {
  const allEvents = new Set(Object.values(elements).flatMap(({events}) => events));
  const get = customElements.get.bind(customElements);
  customElements.get = (tag) => {
    const known = get(tag);
    const spec = Object.hasOwn(elements, tag) ? elements[tag] : undefined;
    if (known !== undefined || spec === undefined) return known;

    const made = remoteElement(tag, spec, formsWait);
    noticeUnknown(made, {tag, spec, allEvents, notice});
    customElements.define(tag, made);

    return made;
  };
}

function remoteElement(tag: string, spec: ElementSpec, formsWait: boolean): RemoteElementClass {
  const created = createRemoteElement({
    properties: Object.fromEntries(
      ownProperties(spec).map((name) => [name, {attribute: false, event: false}]),
    ),
    events: Object.fromEntries(
      spec.events.map((type) => [type, eventDefinition(tag, type, {spec, formsWait})]),
    ),
    methods: [...(spec.methods ?? [])],
  }) as unknown as RemoteElementClass;

  // The class is extended on its prototype, not by a subclass, for which remote-dom loses definitions.
  defineAttributes(created, spec);
  defineMethodGroups(created, spec);
  return created;
}

interface UnknownsContext {
  readonly tag: string;
  readonly spec: ElementSpec;
  /** The events of all elements, because those of an inner element may bubble to this one. */
  readonly allEvents: ReadonlySet<string>;
  readonly notice: (notice: WireNotice) => void;
}

/**
 * Reports attributes and listeners that an element does not know, once each. The platform drops them
 * silently.
 */
function noticeUnknown(
  {prototype}: RemoteElementClass,
  {tag, spec, allEvents, notice}: UnknownsContext,
): void {
  const attributes = new Set(spec.properties.flatMap(attributeNames));
  const noticed = new Set<string>();

  const noticeOnce = (what: string, next: string): void => {
    if (noticed.has(what)) return;
    noticed.add(what);
    notice({
      code: 'element-property-unknown',
      message: `<${tag}> has no ${what}, so it has no effect.`,
      next,
    });
  };

  const {setAttribute, addEventListener} = prototype;
  Object.assign(prototype, {
    setAttribute(this: RemoteElement, name: string, value: string) {
      if (!attributes.has(name.toLowerCase()) && !isGlobalAttribute(name)) {
        noticeOnce(`property ${JSON.stringify(name)}`, suggestion(name, spec.properties));
      }
      setAttribute.call(this, name, value);
    },
    addEventListener(this: RemoteElement, type: string, ...rest: Rest<typeof addEventListener>) {
      if (!allEvents.has(type))
        noticeOnce(
          `event ${JSON.stringify(type)}`,
          suggestion(OLDER_EVENTS[type.toLowerCase()] ?? type, spec.events),
        );
      addEventListener.call(this, type, ...rest);
    },
  });
}

function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== undefined) return `Did you mean "${near}"?`;
  return known.length === 0 ? 'It has none.' : `Known: ${known.join(', ')}.`;
}

function isGlobalAttribute(name: string): boolean {
  return /^(?:id|slot|key|data-.*)$/.test(name);
}

type Rest<F> = F extends (first: never, ...rest: infer R) => unknown ? R : never;

/** Lists the properties that we define. The polyfill's elements already have `id` and `slot`. */
function ownProperties({properties}: ElementSpec): readonly string[] {
  return properties.filter((name) => name !== 'id' && name !== 'slot');
}

/**
 * Defines the attributes that set properties, in lower and kebab case. A boolean one means true if it is
 * present.
 */
function defineAttributes(created: RemoteElementClass, {properties, booleans = []}: ElementSpec): void {
  const propertyOf = new Map(
    properties.flatMap((name) => attributeNames(name).map((attribute) => [attribute, name])),
  );

  Object.defineProperty(created, 'observedAttributes', {value: [...propertyOf.keys()]});
  Object.defineProperty(created.prototype, 'attributeChangedCallback', {
    value(this: RemoteElement, attribute: string, _before: string | null, value: string | null) {
      const property = propertyOf.get(attribute);
      if (property === undefined) return;

      const text = value ?? undefined;
      this.updateRemoteProperty(
        property,
        booleans.includes(property) ? value !== null && value !== 'false' : text,
      );
    },
  });
}

/** Defines methods such as `contentWindow.postMessage`, which are called through a separate object. */
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

interface RemoteElement extends StatefulElement {
  setAttribute(name: string, value: string): void;
  callRemoteMethod(method: string, ...args: readonly unknown[]): unknown;
}

type RemoteElementClass = CustomElementConstructor & {readonly prototype: RemoteElement};
type CustomElementConstructor = new () => EventTarget;
