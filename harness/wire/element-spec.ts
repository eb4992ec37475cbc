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
  /** Whether the element flows in text. */
  readonly inline?: boolean;
}

/** A row of the table of elements. It leaves out the property `slot`, which every element has, and empty lists. */
export type ElementRow = Omit<ElementSpec, 'events'> & Partial<Pick<ElementSpec, 'events'>>;
