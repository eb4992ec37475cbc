import type {WireError} from '../../wire/control.ts';
import {toWireError} from '../../wire/wire-error.ts';

/** Reports uncaught errors and unhandled rejections. The extension's own listeners receive them too. */
export function watchErrors(listen: typeof addEventListener, report: (error: WireError) => void): ErrorWatch {
  let collected: WireError[] | undefined;
  listen('error', (event) => {
    const {error, message, filename, lineno, colno} = event;
    const thrown = toWireError(error ?? message);
    const placed =
      thrown.stack === ''
        ? {...thrown, stack: `${thrown.name}: ${thrown.message}\n    at ${filename}:${lineno}:${colno}`}
        : thrown;

    if (collected === undefined) report(placed);
    else collected.push(placed);
  });

  listen('unhandledrejection', (event) => report(toWireError(event.reason)));
  return {
    collect() {
      const errors: WireError[] = [];
      collected = errors;
      return () => {
        collected = undefined;
        for (const error of errors.slice(1)) report(error);
        return errors;
      };
    },
  };
}

export interface ErrorWatch {
  /**
   * Collects uncaught errors instead of reporting them. The returned function ends the collection and returns
   * the errors; all but the first are reported then.
   */
  collect(): () => readonly WireError[];
}
