/** The members of one element that sandbox and page send each other. */
export interface ElementSpec {
  /** Properties that the extension may set; `attributeNames` lists the attributes that set them, too. */
  readonly properties: readonly string[];
  /** Those of `properties` that are true or false: their attribute means true by its presence, even when it is empty. */
  readonly booleans?: readonly string[];
  /** DOM event types that the page sends to the extension. */
  readonly events: readonly string[];
  /** Methods that the extension may call. A name with a dot, such as `contentWindow.postMessage`, is sent as it is. */
  readonly methods?: readonly string[];
}
