/** What crosses between sandbox and page for one element. */
export interface ElementSpec {
  /** Properties that the extension may set; those with an attribute of the same kebab-case or lower-case name too. */
  readonly properties: readonly string[];
  /** DOM event types that the page sends to the extension. */
  readonly events: readonly string[];
  /** Methods that the extension may call. */
  readonly methods?: readonly string[];
}

/** The detail of every event that a page element sends: state to copy onto the remote element, then the event's own detail. */
export interface ElementEventDetail {
  readonly state?: Readonly<Record<string, unknown>>;
  readonly detail?: unknown;
}
