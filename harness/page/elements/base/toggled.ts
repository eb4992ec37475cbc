import {isDefault} from './page-element.ts';

/** A state that is on or off. The default applies until the customer or the extension sets another value. */
export class Toggled {
  byDefault = false;
  #given: boolean | undefined;

  get on(): boolean {
    return this.#given ?? this.byDefault;
  }

  set(value: unknown): void {
    this.#given = isDefault(value) ? undefined : Boolean(value);
  }
}
