import type {ElementSpec} from '../../../wire/element-spec.ts';
import {attributeNames, type ElementEventDetail} from '../../../wire/elements.ts';
import type {Styles} from './style.ts';

/** What an element that names another one in `commandFor` may ask of it. */
export type Command = '--auto' | '--show' | '--hide' | '--toggle' | '--copy';

/**
 * What every page element is built on: properties and attributes from its row of the table, one render per change, own events only.
 * The role of an element with slotted content stands on the element itself, because Playwright reads the text of a locator, and
 * looks for locators inside it, without following slots.
 */
export abstract class PageElement extends HTMLElement {
  static spec: ElementSpec = {properties: [], events: []};

  protected readonly root: ShadowRoot;
  readonly #given = new Map<string, unknown>();
  #renderDue = false;

  constructor(styles: Styles, {delegatesFocus = false}: {delegatesFocus?: boolean} = {}) {
    super();
    this.root = this.attachShadow({mode: 'open', delegatesFocus});
    this.root.adoptedStyleSheets = [...styles()];

    // Registered before any other listener can be: a native event that bears the name of one of ours reaches none of them.
    for (const type of new.target.spec.events) {
      this.addEventListener(type, (event) => {
        if (sent.has(event)) return;
        event.stopImmediatePropagation();
        this.onNative(event);
      });
    }
  }

  /** Makes the shadow tree equal to the properties. */
  protected abstract render(): void;

  /** A native event that bears the name of one of ours has reached the element and goes no further. */
  protected onNative(_event: Event): void {}

  /** Carries out a command of another element; false where this element knows no such command. */
  obey(_command: Command, _invoker: PageElement): boolean {
    return false;
  }

  /** Goes back to its default value, where it is a control of a form that is reset. */
  resetControl(): void {}

  connectedCallback(): void {
    for (const name of specOf(this).properties) this.#upgrade(name);
    this.render();
  }

  attributeChangedCallback(attribute: string, _before: string | null, value: string | null): void {
    const name = specOf(this).properties.find((property) => attributeNames(property).includes(attribute));
    if (name === undefined || NATIVE.has(name)) return this.changed();
    Reflect.set(this, name, isBoolean(this, name) ? value !== null : value, this);
  }

  /** What the setter of a property does. */
  receive(name: string, value: unknown): void {
    this.#given.set(name, value);
    this.changed();
  }

  /** What the getter of a property does. */
  reveal(name: string): unknown {
    return isBoolean(this, name) ? this.flag(name) : this.#given.get(name);
  }

  /** Renders soon: once for all that changes in one task. */
  changed(): void {
    if (this.#renderDue) return;
    this.#renderDue = true;
    queueMicrotask(() => {
      this.#renderDue = false;
      if (this.isConnected) this.render();
    });
  }

  /** `undefined`, `null` and `''` mean the default: Preact gives `''` for a removed prop. */
  protected textOf(name: string): string {
    return String(this.#given.get(name) ?? '');
  }

  protected flag(name: string): boolean {
    return Boolean(this.#given.get(name));
  }

  /** The given value if it is one of `known`, else the first of them. */
  protected choice<const Known extends string>(name: string, known: readonly [Known, ...Known[]]): Known {
    const value = this.textOf(name);
    return known.find((candidate) => candidate === value) ?? known[0];
  }

  protected emit(type: string, detail: ElementEventDetail = {}): void {
    const event = new CustomEvent(type, {bubbles: false, composed: false, detail});
    sent.add(event);
    this.dispatchEvent(event);
  }

  /** A property set before the element was defined hides the accessor: takes it off and sets it again. */
  #upgrade(name: string): void {
    if (!Object.hasOwn(this, name)) return;
    const value: unknown = Reflect.get(this, name);
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value, this);
  }
}

export interface PageElementClass {
  new (): PageElement;
  spec: ElementSpec;
  observedAttributes?: readonly string[];
  readonly prototype: PageElement;
}

/** Gives a class the properties and attributes of its row, and its tag. */
export function define(tag: string, spec: ElementSpec, elementClass: PageElementClass): void {
  elementClass.spec = spec;
  elementClass.observedAttributes = spec.properties.flatMap(attributeNames);

  for (const name of spec.properties) {
    if (name in PageElement.prototype && !(name in HTMLElement.prototype))
      throw new Error(`<${tag}>: the property ${name} hides a member.`);
    const accessors = NATIVE.has(name) ? native(name) : own(name);
    Object.defineProperty(elementClass.prototype, name, {configurable: true, enumerable: true, ...accessors});
  }

  customElements.define(tag, elementClass);
}

/** Creates a node of a shadow tree. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** The same node under another tag, with its attributes and children; the node itself where the tag is right already. */
export function retag(node: HTMLElement, tag: keyof HTMLElementTagNameMap): HTMLElement {
  if (node.localName === tag) return node;
  const next = make(tag);
  for (const {name, value} of [...node.attributes]) next.setAttribute(name, value);
  next.append(...node.childNodes);
  node.replaceWith(next);
  return next;
}

/** Sets an attribute, or takes it off where there is nothing to say. */
export function setOrRemove(node: Element, name: string, value: string | undefined): void {
  if (value === undefined || value === '') node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

export function isDefault(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

const sent = new WeakSet<Event>();

/** Properties that every HTML element has and reflects itself. */
const NATIVE: ReadonlySet<string> = new Set(['dir', 'hidden', 'id', 'lang', 'slot']);

function native(name: string): PropertyDescriptor & ThisType<HTMLElement> {
  return {
    get() {
      return Reflect.get(HTMLElement.prototype, name, this);
    },
    set(value: unknown) {
      if (isDefault(value)) this.removeAttribute(name);
      else Reflect.set(HTMLElement.prototype, name, value, this);
    },
  };
}

function own(name: string): PropertyDescriptor & ThisType<PageElement> {
  return {
    get() {
      return this.reveal(name);
    },
    set(value: unknown) {
      this.receive(name, value);
    },
  };
}

function specOf(element: PageElement): ElementSpec {
  return (element.constructor as PageElementClass).spec;
}

function isBoolean(element: PageElement, name: string): boolean {
  return specOf(element).booleans?.includes(name) ?? false;
}
