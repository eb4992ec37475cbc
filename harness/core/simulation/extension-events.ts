import type {LogLevel} from '../../wire/control.ts';

/** A line that an extension wrote to its console. */
export interface ExtensionLog {
  /** The handle of the extension. */
  readonly handle: string;
  /** The method of `console`, for example `warn`. */
  readonly level: LogLevel;
  /** The text of the line. */
  readonly text: string;
  /** The position of the call, for example `src/Block.jsx:12:7`, or null if it is not known. */
  readonly source: string | null;
}

/** An error that an extension threw or left unhandled. */
export interface ExtensionError {
  /** The handle of the extension. */
  readonly handle: string;
  /** The target that it was mounted at. */
  readonly target: string;
  /** The error. Its stack names the author's sources. */
  readonly error: Error;
  /** The position of the error, for example `src/Block.jsx:12:7`, or null if it is not known. */
  readonly source: string | null;
}

/** A call of an API member whose effect a user sees, or another system receives. */
export interface ApiCall {
  /** The handle of the extension. */
  readonly handle: string;
  /** The target that it was mounted at. */
  readonly target: string;
  /** The path of the member, for example `toast.show` or `navigation.navigate`. */
  readonly member: string;
  /** The arguments. */
  readonly args: readonly unknown[];
}
