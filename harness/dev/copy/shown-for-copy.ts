/** An extension that `simhost dev` shows. */
export interface ShownForCopy {
  readonly handle: string;
  readonly name: string;
  /** The absolute path of its folder. */
  readonly folder: string;
  readonly target: string;
  /** Whether a test has to name the target. */
  readonly needsTarget: boolean;
  /** The settings that the author has given. */
  readonly settings: Readonly<Record<string, unknown>>;
}
