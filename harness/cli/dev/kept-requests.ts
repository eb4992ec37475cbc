/** The number of requests that `simhost dev` keeps. It may run for days, so it lets older ones go. */
export const KEPT_REQUESTS = 2000;
