/** A call of a tool that the extension of a mount registers. */
export interface ToolCall {
  /** The id of the mount. */
  readonly mount: string;
  readonly name: string;
  readonly input: unknown;
}

/** The end of a call of a tool: its value, or the error that it threw. */
export type ToolResult<Thrown> = {readonly value: unknown} | {readonly error: Thrown};
