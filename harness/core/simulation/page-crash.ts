import {SimhostError} from '../../errors.ts';
import type {WireError} from '../../wire/control.ts';
import {fromWireError} from '../../wire/wire-error.ts';

/** Makes the error for a failure of simhost's own page, with the page's stack. */
export function pageCrash(wire: WireError): SimhostError {
  const cause = fromWireError(wire);
  const [, ...frames] = (cause.stack ?? '').split('\n');
  const stack = frames.slice(0, LONGEST_STACK).join('\n');

  return new SimhostError(
    'ERR_PAGE_CRASHED',
    `simhost's own page failed: ${cause.name}: ${cause.message}${stack === '' ? '' : `\n${stack}`}`,
    {
      next: 'This is a fault of simhost, not of your code. Please report it with this message and the call before it.',
      cause,
    },
  );
}

/** Lines of the page's stack that an error shows; the cause has all. */
const LONGEST_STACK = 6;
