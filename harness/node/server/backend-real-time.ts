import {SimhostError} from '../../errors.ts';
import {languageOf} from './backend-language.ts';
import type {Backend} from './backend.ts';

/** Lists the backends that neither follow simulated time nor are marked `clock: 'real'`. */
export function onRealTime(backends: readonly Backend[]): string[] {
  return withoutClock(backends).map(({origin, command, address}) => `${origin} (${command ?? address})`);
}

/**
 * Fails if the clock must not move, because a backend would not notice.
 *
 * @throws {SimhostError} `ERR_BACKEND_ON_REAL_TIME`, with the next step for the language of the backend's command
 */
export function refuseRealTime(backends: readonly Backend[]): void {
  const [first] = withoutClock(backends);
  if (first === undefined) return;
  throw new SimhostError(
    'ERR_BACKEND_ON_REAL_TIME',
    `The clock cannot move: this backend keeps real time: ${onRealTime(backends).join('; ')}`,
    {next: portableClock(first.origin, first.command)},
  );
}

function withoutClock(backends: readonly Backend[]): Backend[] {
  return backends.filter(({takesHandle, clock}) => !takesHandle && clock !== 'real');
}

/** Explains how a backend that keeps real time can follow the test's clock. */
export function portableClock(origin: string, command: string | null): string {
  const real = `clock: 'real' if it is meant to keep real time`;
  if (command === null) {
    return (
      `Have it started by simhost: {command: 'node server.js'}. Or give backends: {'${origin}': {url: ` +
      `'…', clock: 'real'}} if it is meant to keep real time.`
    );
  }

  if (languageOf(command) === 'node') {
    return (
      'The process that listens must be Node, started with "--import simhost/register" (in ' +
      `NODE_OPTIONS; register: false leaves it out). Or give ${real}.`
    );
  }

  return (
    `Give clock: 'header' and let it read the time at $SIMHOST_URL/clock, as in docs/other-languages.md. ` +
    `Or give ${real}.`
  );
}
