import {attributeNames, type ElementEventDetail, type ElementSpec} from '../../../wire/element-spec.ts';
import {fieldReceived, type FormField} from './save-form.ts';
import type {Styles} from './style.ts';

/** The commands that an element may send to the one that its `commandFor` names. */
export type Command = '--auto' | '--show' | '--hide' | '--toggle' | '--copy';

/** Properties that every HTML element has and reflects itself. */
export const NATIVE_PROPERTIES: ReadonlySet<string> = new Set(['dir', 'hidden', 'id', 'lang', 'slot']);

/** The events that page elements sent themselves. */
const sent = new WeakSet<Event>();

/**
 * The base of every page element: properties and attributes from its row of the table, one render per change,
 * and only its own events. An element with slotted content has its role on itself, because Playwright does
 * not follow slots when it reads the text of a locator or looks for locators inside it.
 */
export abstract class PageElement extends HTMLElement implements FormField {
  static spec: ElementSpec = {properties: [], events: []};

  protected readonly root: ShadowRoot;
  readonly #given = new Map<string, unknown>();
  #internals: ElementInternals | undefined;
  #renderDue = false;

  constructor(styles: Styles, {delegatesFocus = false}: {delegatesFocus?: boolean} = {}) {
    super();
    this.root = this.attachShadow({mode: 'open', delegatesFocus});
    this.root.adoptedStyleSheets = [...styles()];

    // Registered before all other listeners, so that a native event with the name of one of ours reaches none
    // of them.
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

  /** Follows a render. */
  protected rendered(): void {}

  /** The one `ElementInternals` of the element. */
  protected get internals(): ElementInternals {
    this.#internals ??= this.attachInternals();
    return this.#internals;
  }

  /** Handles a native event with the name of one of ours. The event goes no further. */
  protected onNative(_event: Event): void {}

  /** Carries out a command of another element. Returns false if this element does not know the command. */
  obey(_command: Command, _invoker: PageElement): boolean {
    return false;
  }

  /** Restores the default value when the form around a control is reset. */
  resetControl(): void {}

  /** Compares a control with its default. Overridden by controls. */
  differsFromDefault(): boolean {
    return false;
  }

  savedValue(): string {
    return JSON.stringify(['value', 'checked', 'values'].map((name) => this.reveal(name) ?? null));
  }

  connectedCallback(): void {
    for (const name of specOf(this).properties) this.#upgrade(name);
    this.render();
    this.rendered();
  }

  attributeChangedCallback(attribute: string, _before: string | null, value: string | null): void {
    const name = specOf(this).properties.find((property) => attributeNames(property).includes(attribute));
    if (name === undefined || NATIVE_PROPERTIES.has(name)) return this.changed();
    Reflect.set(this, name, isBoolean(this, name) ? value !== null : value, this);
  }

  /** Sets a property. Overridden by elements that keep a value themselves. */
  receive(name: string, value: unknown): void {
    this.#given.set(name, value);
    this.changed();
    fieldReceived(this, name);
  }

  /** Reads a property. Overridden by elements that keep a value themselves. */
  reveal(name: string): unknown {
    return isBoolean(this, name) ? this.flag(name) : this.#given.get(name);
  }

  /** Schedules a render: one for all changes of a task. */
  changed(): void {
    if (this.#renderDue) return;
    this.#renderDue = true;
    queueMicrotask(() => {
      this.#renderDue = false;
      if (!this.isConnected) return;
      this.render();
      this.rendered();
    });
  }

  /**
   * Reads a property as a string. `undefined`, `null` and `''` mean the default: Preact sets `''` for a
   * removed prop. The tone that only the admin has looks like the one next to it.
   */
  protected textOf(name: string): string {
    const text = String(this.#given.get(name) ?? '');
    return name === 'tone' && text === 'caution' ? 'warning' : text;
  }

  /** Returns whether a property has a value, even an empty string. */
  protected has(name: string): boolean {
    return (this.#given.get(name) ?? null) !== null;
  }

  /** Reads a property as a boolean. */
  protected flag(name: string): boolean {
    return Boolean(this.#given.get(name));
  }

  /** Reads a property as one of the known values. Any other value counts as the first of them. */
  protected choice<const Known extends string>(name: string, known: readonly [Known, ...Known[]]): Known {
    const value = this.textOf(name);
    return known.find((candidate) => candidate === value) ?? known[0];
  }

  /** Sends an event of the table to the extension. */
  protected emit(type: string, detail: ElementEventDetail = {}): void {
    this.#send(new CustomEvent(type, {bubbles: false, composed: false, detail}));
  }

  /** Sends an event, and waits for what the listeners of the extension still do. */
  protected async emitAndWait(type: string): Promise<void> {
    const work: Promise<unknown>[] = [];
    const event = new CustomEvent(type, {bubbles: false, composed: false, detail: {}});
    this.#send(Object.assign(event, {waitFor: (promise: Promise<unknown>) => void work.push(promise)}));
    await Promise.all(work);
  }

  #send(event: Event): void {
    sent.add(event);
    this.dispatchEvent(event);
  }

  /** Sets a property again that was set before the element was defined, since it hides the accessor. */
  #upgrade(name: string): void {
    if (!Object.hasOwn(this, name)) return;
    const value: unknown = Reflect.get(this, name);
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value, this);
  }
}

/** A class of elements; `defineClass` fills its `spec` and `observedAttributes`. */
export interface PageElementClass {
  new (): PageElement;
  spec: ElementSpec;
  observedAttributes?: readonly string[];
  readonly prototype: PageElement;
}

function specOf(element: PageElement): ElementSpec {
  return (element.constructor as PageElementClass).spec;
}

function isBoolean(element: PageElement, name: string): boolean {
  return specOf(element).booleans?.includes(name) ?? false;
}

/** Whether a value of a property means its default. */
export function isDefault(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
