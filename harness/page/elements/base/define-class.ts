import {attributeNames, type ElementSpec} from '../../../wire/element-spec.ts';
import {isDefault, NATIVE_PROPERTIES, PageElement, type PageElementClass} from './page-element.ts';

/** Gives a class the properties and attributes of its row in the table, and registers it for its tag. */
export function defineClass(tag: string, spec: ElementSpec, elementClass: PageElementClass): void {
  elementClass.spec = spec;
  elementClass.observedAttributes = spec.properties.flatMap(attributeNames);

  for (const name of spec.properties) {
    if (name in PageElement.prototype && !(name in HTMLElement.prototype))
      throw new Error(`<${tag}>: the property ${name} hides a member.`);

    defineAccessor(elementClass.prototype, name);
  }

  customElements.define(tag, elementClass);
}

/** Defines a property of the table on a prototype. */
export function defineAccessor(prototype: PageElement, name: string): void {
  const accessors = NATIVE_PROPERTIES.has(name) ? nativeAccessor(name) : ownAccessor(name);
  Object.defineProperty(prototype, name, {configurable: true, enumerable: true, ...accessors});
}

function nativeAccessor(name: string): PropertyDescriptor & ThisType<HTMLElement> {
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

function ownAccessor(name: string): PropertyDescriptor & ThisType<PageElement> {
  return {
    get() {
      return this.reveal(name);
    },
    set(value: unknown) {
      this.receive(name, value);
    },
  };
}
