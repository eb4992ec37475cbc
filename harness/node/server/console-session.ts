import type {ConsoleState, ConsoleWelcome} from '../../wire/console.ts';
import type {JournalEntry} from '../../wire/journal.ts';

/** The session of `simhost dev`, as far as its consoles use it. */
export interface ConsoleSession {
  /** The unguessable name with which consoles connect: the same as that of the page. */
  readonly id: string;
  /** The values that must be redacted in every frame. */
  readonly secrets: readonly string[];
  /** The number of tokens that were given out. */
  readonly tokens: number;
  welcome(): ConsoleWelcome;
  /** `windows` is the number of consoles in their own windows. */
  state(windows: number): ConsoleState;
  /** Calls back after every change of the state; returns the function that stops it. */
  onState(listener: () => void): () => void;
  /** Returns the kept entries of the journal after a number. */
  since(n: number): readonly JournalEntry[];
  /** Calls back for every new and every changed entry; returns the function that stops it. */
  onEntry(listener: (entry: JournalEntry) => void): () => void;
  /** Carries out what a developer asks for. Throws a `SimhostError` if that cannot be done. */
  do(verb: string, arg: unknown): unknown;
  /** Answers a question. Throws a `SimhostError` for one that has no answer. */
  get(what: string, key: unknown): unknown;
  /** Returns a whole token by its number, for the clipboard of a developer. */
  reveal(token: number): string;
}
