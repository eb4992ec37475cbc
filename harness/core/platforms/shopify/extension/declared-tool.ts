/** A tool that a target declares for the assistant of the admin, in the file that `tools` of its TOML names. */
export interface DeclaredTool {
  readonly name: string;
  readonly description: string;
  /** A JSON Schema. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
  /** A JSON Schema. */
  readonly outputSchema?: Readonly<Record<string, unknown>>;
}
