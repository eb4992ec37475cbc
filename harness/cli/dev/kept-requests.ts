import type {RequestLog} from '../../core/simulation/request-log.ts';

/** The number of requests that `simhost dev` keeps. It may run for days, so it lets older ones go. */
export const KEPT_REQUESTS = 2000;

/** Makes the log of `simhost dev`: the newest requests, with the bodies of their answers. */
export function keepRequests(requests: RequestLog): void {
  requests.keepNewest(KEPT_REQUESTS);
  requests.keepsBodies = true;
}
