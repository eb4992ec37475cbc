import {constants} from 'node:os';
import {SimhostError} from '../errors.ts';

/** Closing a terminal window sends `SIGHUP`. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Signal = (typeof SIGNALS)[number];

/** The ways in which the running command ends in order. */
const ends = new Set<(signal: Signal) => void>();

const heard = new Set<Signal>();

/**
 * Ends the process when it is interrupted, with the exit code that shells give the signal: 130 after Ctrl+C. Unlike the
 * signal itself, this runs the listeners of `exit`, which end the programs that the process has started. Without
 * `SIGHUP`, a command that `nohup` has started goes on.
 */
export function exitOnSignal(signals: readonly Signal[] = SIGNALS): void {
  for (const signal of signals) {
    if (heard.has(signal)) continue;
    heard.add(signal);
    process.on(signal, () => {
      if (ends.size === 0) process.exit(exitCodeOf(signal));
      // A second signal finds none of them, and ends the process at once.
      const all = [...ends];
      ends.clear();
      for (const end of all) end(signal);
    });
  }
}

/** Lets a command end in order when it is interrupted. Returns the function that undoes this. */
export function stopOnSignal(stop: () => Promise<void>, code = 0): () => void {
  exitOnSignal();
  const end = (): void => void stop().finally(() => process.exit(code));
  ends.add(end);
  return () => void ends.delete(end);
}

/** Runs work with a signal that aborts when the command is interrupted. The work then undoes what it began, and rejects. */
export async function interruptible<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  exitOnSignal();
  const controller = new AbortController();
  const end = (signal: Signal): void => controller.abort(new InterruptedError(signal));
  ends.add(end);

  try {
    return await work(controller.signal);
  } finally {
    ends.delete(end);
  }
}

/** The error of a command that was interrupted. */
export class InterruptedError extends SimhostError {
  readonly exitCode: number;

  constructor(signal: Signal) {
    super('ERR_INTERRUPTED', `${signal} has interrupted the command.`, {next: 'Run it again.'});
    this.exitCode = exitCodeOf(signal);
  }
}

function exitCodeOf(signal: Signal): number {
  return 128 + constants.signals[signal];
}
