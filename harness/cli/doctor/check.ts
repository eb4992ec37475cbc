/** A notice is a thing that the platform lets pass and that is probably a mistake; it is a failure with `--strict`. */
export type State = 'ok' | 'notice' | 'warning' | 'problem';

/** What one look at the machine, the folder or a backend found. */
export interface Finding {
  readonly state: State;
  /** What is so, with the value that was found. */
  readonly text: string;
  /** What to do about it. */
  readonly next?: string;
}

/** What is looked at. */
export interface Patient {
  /** The folder of an extension. */
  readonly folder: string;
  /** Whether that folder was named, and is not just where the command runs. */
  readonly named: boolean;
  /** The name of the app's configuration, for `shopify.app.<config>.toml`. */
  readonly config?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Check {
  readonly name: string;
  /** An empty array is a check that does not apply. */
  readonly run: (patient: Patient) => Promise<Finding | readonly Finding[]> | Finding;
}

export function ok(text: string): Finding {
  return {state: 'ok', text};
}

export function notice(text: string, next: string): Finding {
  return {state: 'notice', text, next};
}

export function warning(text: string, next: string): Finding {
  return {state: 'warning', text, next};
}

export function problem(text: string, next: string): Finding {
  return {state: 'problem', text, next};
}
