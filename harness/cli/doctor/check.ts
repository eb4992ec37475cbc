/** The result of a check. A notice is a probable mistake that the platform accepts; with `--strict` it is a failure. */
export type State = 'ok' | 'notice' | 'warning' | 'problem';

/** The result of one check of the machine, the folder or a backend. */
export interface Finding {
  readonly state: State;
  /** The fact, with the value that was found. */
  readonly text: string;
  /** The next step. */
  readonly next?: string;
}

/** The folder and environment that are checked. */
export interface Project {
  /** The folder of an extension. */
  readonly folder: string;
  /** Whether the folder was given. Else it is the current one. */
  readonly isGiven: boolean;
  /** The name of the app's configuration, for `shopify.app.<config>.toml`. */
  readonly config?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Check {
  readonly name: string;
  /** An empty array is a check that does not apply. */
  readonly run: (project: Project) => Promise<Finding | readonly Finding[]> | Finding;
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
