/** An extension that cannot be built as its files are now. */
export interface BuildFailure {
  readonly name: string;
  /** Cause, place and next step. */
  readonly message: string;
  /** `true` if the page still shows an earlier build of it. */
  readonly hasEarlierBuild: boolean;
}
