import type {IconName} from '../parts/icon.tsx';

/** An entry of Do anything. */
export interface Command {
  /** The name that is kept to show the entry first, such as `person:ada`. It never holds a token. */
  readonly id: string;
  readonly label: string;
  /** A few words about it. The search reads them too. */
  readonly note: string;
  readonly run: () => unknown;
  /** Copies a test. Left out if the entry has no test. */
  readonly copyTest?: () => unknown;
}

/** The entries of one kind. */
export interface CommandSource {
  /** The kind as people read it: "Case". */
  readonly kind: string;
  readonly icon: IconName;
  /** Whether used entries come first the next time. Numbers of requests mean nothing after a restart. */
  readonly isKept: boolean;
  /** Asks simhost for what the entries need. It runs when Do anything opens. */
  readonly load?: () => Promise<void>;
  /** Lists the entries as they are now. `query` is for entries that a user writes, such as a duration. */
  readonly commands: (query: string) => readonly Command[];
}

/** An entry with its kind. */
export interface FoundCommand extends Command {
  readonly source: CommandSource;
}
