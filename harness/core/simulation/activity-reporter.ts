import {redact} from '../../redact.ts';
import type {Activity} from '../../wire/activity.ts';
import type {AdminPages} from './admin-pages.ts';
import {describeInFlight, describePending, joinReports} from './activity.ts';
import type {ActivityReport} from './activity.ts';
import type {Mounts} from './mounts.ts';
import type {Pages} from './pages.ts';
import type {RequestLog} from './request-log.ts';

/** The parts of a simulation that a report needs. */
export interface ActivityReporterDeps {
  readonly pages: Pages;
  readonly adminPages: AdminPages;
  readonly mounts: Mounts;
  readonly requests: RequestLog;
  /** Returns the values that a report must not show. */
  readonly secrets: () => readonly string[];
}

/** Milliseconds after which an extension, or a document of the app, counts as silent while an assertion waits. */
const PATIENCE = 500;

/** Reports what one simulation has begun and not finished. */
export class ActivityReporter {
  readonly #deps: ActivityReporterDeps;

  /** Creates a reporter over the parts of a simulation. */
  constructor(deps: ActivityReporterDeps) {
    this.#deps = deps;
  }

  /**
   * Reports the requests in flight, and what extensions and the app have begun and not finished: one round trip to
   * each.
   */
  async report(): Promise<ActivityReport> {
    const {pages, adminPages, mounts, requests, secrets} = this.#deps;
    const [activities, ofApps] = await Promise.all([pages.activity(PATIENCE), adminPages.activity(PATIENCE)]);

    const {begun, pending} = joinReports([
      ...activities.map((activity) => ({begun: activity.begun, pending: mounts.describePending(activity)})),
      ...ofApps.map(describeApp),
      {begun: requests.count, pending: requests.inFlight.map(describeInFlight)},
    ]);
    return {begun, pending: pending.map((sentence) => redact(sentence, secrets()))};
  }
}

function describeApp({begun, pending}: Activity): ActivityReport {
  return {begun, pending: pending.map((work) => describePending(work, 'The app', null))};
}
