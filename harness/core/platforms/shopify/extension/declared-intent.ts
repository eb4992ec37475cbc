/** An intent that a target handles: one `[[extensions.targeting.intents]]` table, with the schemas of its file. */
export interface DeclaredIntent {
  /** For example `application/email`. */
  readonly type: string;
  /** For example `edit`. */
  readonly action: string;
  /** A JSON Schema of `data`. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
  /** A JSON Schema of `value`. */
  readonly valueSchema?: Readonly<Record<string, unknown>>;
  /** A JSON Schema of the data that the extension answers with. */
  readonly outputSchema?: Readonly<Record<string, unknown>>;
}
