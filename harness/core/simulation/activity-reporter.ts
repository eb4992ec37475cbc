import {redact} from '../../redact.ts';
import {describeInFlight, joinReports} from './activity.ts';
import type {ActivityReport} from './activity.ts';
import type {Mounts} from './mounts.ts';
import type {Pages} from './pages.ts';
import type {RequestLog} from './request-log.ts';

/** The parts of a simulation that a report needs. */
export interface ActivityReporterDeps {
  readonly pages: Pages;
  readonly mounts: Mounts;
  readonly requests: RequestLog;
  /** Returns the values that a report must not show. */
  readonly secrets: () => readonly string[];
}

/** Milliseconds after which an extension counts as silent while an assertion waits. */
const PATIENCE = 500;

/** Reports what one simulation has begun and not finished. */
export class ActivityReporter {
  readonly #deps: ActivityReporterDeps;

  /** Creates a reporter over the parts of a simulation. */
  constructor(deps: ActivityReporterDeps) {
    this.#deps = deps;
  }

  /**
   * Reports the requests in flight, and what extensions have begun and not finished: one round trip to each
   * extension.
   */
  async report(): Promise<ActivityReport> {
    const {pages, mounts, requests, secrets} = this.#deps;
    const activities = await pages.activity(PATIENCE);

    const {begun, pending} = joinReports([
      ...activities.map((activity) => ({begun: activity.begun, pending: mounts.describePending(activity)})),
      {begun: requests.count, pending: requests.inFlight.map(describeInFlight)},
    ]);
    return {begun, pending: pending.map((sentence) => redact(sentence, secrets()))};
  }
}
