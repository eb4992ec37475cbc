import type {Clock} from '../clock.ts';
import {reportMissedRetries} from '../core/simulation/missed-retries.ts';
import type {RequestLog} from '../core/simulation/request-log.ts';

/** The number of requests that `simhost dev` keeps. It may run for days, so it lets older ones go. */
export const KEPT_REQUESTS = 2000;

/**
 * Makes the log of `simhost dev`: the newest requests, with the bodies of their answers. It also reports refused
 * requests that the extension does not repeat with a fresh token. A test does not wait for that.
 */
export function keepRequests({requests, clock}: {requests: RequestLog; clock: Clock}): void {
  requests.keepNewest(KEPT_REQUESTS);
  requests.keepsBodies = true;
  reportMissedRetries({requests, clock});
}
