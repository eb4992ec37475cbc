import {BARS_CHANGED} from '../../../wire/app-bridge.ts';
import type {PageElement} from '../../elements/base/page-element.ts';

type ElementClass = new () => PageElement;

/** Makes an element that lets App Bridge read its bars again after a change of a property. */
export function notingChanges(Base: ElementClass): ElementClass {
  // Abstract for the compiler only: every class that comes here renders.
  abstract class NotingChanges extends Base {
    override receive(name: string, value: unknown): void {
      super.receive(name, value);
      const note: unknown = Reflect.get(globalThis, Symbol.for(BARS_CHANGED));
      if (typeof note === 'function') note();
    }
  }

  return NotingChanges as unknown as ElementClass;
}
