/** The row of one element: everything about it that crosses between sandbox and page. */
export interface ElementSpec {
  /** Properties that the extension may set. `attributeNames` lists the attributes that set them too. */
  readonly properties: readonly string[];
  /** The boolean ones of `properties`. Their attribute means true if it is present, even if it is empty. */
  readonly booleans?: readonly string[];
  /** DOM event types that the page sends to the extension. */
  readonly events: readonly string[];
  /**
   * Methods that the extension may call. A method with a dot, such as `contentWindow.postMessage`, keeps its
   * full name.
   */
  readonly methods?: readonly string[];
}

/** A row of the table of elements. It leaves out the property `slot`, which every element has, and empty lists. */
export type ElementRow = Omit<ElementSpec, 'events'> & Partial<Pick<ElementSpec, 'events'>>;

/** The detail of every event that a page element sends. */
export interface ElementEventDetail {
  /** To copy onto the remote element before its listeners hear the event. */
  readonly state?: Readonly<Record<string, unknown>>;
  /** To copy onto the event itself: `newState` of `toggle`, `location` of a click on a map. */
  readonly event?: Readonly<Record<string, unknown>>;
  /** The event's own detail. */
  readonly detail?: unknown;
}

/** Returns the attributes that set a property: `readOnly` is set by `readonly` and by `read-only`. */
export function attributeNames(property: string): readonly string[] {
  const lowerCase = property.toLowerCase();
  const kebabCase = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return lowerCase === kebabCase ? [lowerCase] : [lowerCase, kebabCase];
}

/** A table of elements by tag. */
export type ElementSpecs = Readonly<Record<string, ElementSpec>>;

/** Completes the rows of a table of elements. */
export function specsOf(table: Readonly<Record<string, ElementRow>>): ElementSpecs {
  return Object.fromEntries(
    Object.entries(table).map(([tag, row]) => [
      tag,
      {events: [], ...row, properties: [...row.properties, 'slot']},
    ]),
  );
}
