/** What one look at the machine, the folder or a backend found. */
export interface Finding {
  readonly state: 'ok' | 'warning' | 'problem';
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
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Check {
  readonly name: string;
  readonly run: (patient: Patient) => Promise<Finding> | Finding;
}

export function ok(text: string): Finding {
  return {state: 'ok', text};
}

export function warning(text: string, next: string): Finding {
  return {state: 'warning', text, next};
}

export function problem(text: string, next: string): Finding {
  return {state: 'problem', text, next};
}
