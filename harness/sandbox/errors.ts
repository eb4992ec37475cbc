import type {WireError} from '../wire/control.ts';
import {toWireError} from '../wire/wire-error.ts';

/** Tells of uncaught errors and unhandled rejections; the extension's own listeners see them too. */
export function watchErrors(listen: typeof addEventListener, report: (error: WireError) => void): void {
  listen('error', (event) => {
    const {error, message, filename, lineno, colno} = event;
    const thrown = toWireError(error ?? message);
    report(thrown.stack === '' ? {...thrown, stack: `${thrown.name}: ${thrown.message}\n    at ${filename}:${lineno}:${colno}`} : thrown);
  });
  listen('unhandledrejection', (event) => report(toWireError((event).reason)));
}
