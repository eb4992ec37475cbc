/** The look of extensions on the page of `simhost dev`. Pages of tests have none. */
export interface PageLook {
  /** Whether a frame with the name is around each extension. */
  readonly outline: boolean;
  /** Whether everything else on the page is hidden. It keeps its place. */
  readonly alone: boolean;
  /** A number that grows when the page must scroll to its first extension. */
  readonly reveal: number;
}
