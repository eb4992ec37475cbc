import {GIVEN_ID} from '../../wire/host-pages.ts';
import {isLoopback} from '../../wire/loopback.ts';

/**
 * Returns the id of the page's simulation; `''` for a page that belongs to none.
 *
 * In a test, the browser sets the id before the page's own code runs. Otherwise the id is in the fragment of
 * the address. It stays there, so that a reload works.
 */
export function takeSimulationId(): string {
  const inFragment = location.hash.slice(1);
  const key = Symbol.for(GIVEN_ID);
  const scope = globalThis as unknown as Record<symbol, string | undefined>;
  const given = scope[key];

  delete scope[key];
  if (given === undefined) return inFragment;

  if (inFragment === given) history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  return given;
}

/** Writes the next step for a page that belongs to no simulation. */
export function adviceWithoutId(): string {
  return isLoopback(location.hostname)
    ? 'Open the whole URL that simhost dev printed, including the part after the #.'
    : "Open it by host.mount() or host.goto(), or by page.goto() in the test's own browser context.";
}
