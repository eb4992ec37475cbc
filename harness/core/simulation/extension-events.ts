import type {LogLevel} from '../../wire/control.ts';

/** What a running extension wrote to its console. */
export interface ExtensionLog {
  readonly handle: string;
  readonly level: LogLevel;
  readonly text: string;
  /** Where, as `src/Block.jsx:12:7`, if known. */
  readonly source: string | null;
}

/** What an extension threw or left unhandled. Its stack speaks of the author's sources. */
export interface ExtensionError {
  readonly handle: string;
  readonly target: string;
  readonly error: Error;
  /** Where, as `src/Block.jsx:12:7`, if known. */
  readonly source: string | null;
}

/** A member of its API that an extension used, with an effect that a user sees or another system gets. */
export interface ApiCall {
  readonly handle: string;
  readonly target: string;
  /** By its path, for example `toast.show` or `navigation.navigate`. */
  readonly member: string;
  readonly args: readonly unknown[];
}
