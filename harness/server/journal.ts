import {redact} from '../errors.ts';
import type {LoggedRequest} from '../simulation/request-log.ts';
import type {Simulation} from '../simulation/simulation.ts';
import {crossOrigin, judgeResponse, warnPreflight} from './cors.ts';
import {isPreflight} from './node-http.ts';
import {intendedBy, Preflights} from './preflights.ts';

export interface Arrived {
  readonly method: string;
  readonly url: string;
  /** The origin that the request goes to. */
  readonly target: string;
  readonly headers: Headers;
}

/** One request on its way into the request log. */
export interface Visit {
  readonly preflight: LoggedRequest['preflight'];
  /** Status and headers of the answer are known; called before the browser sees a byte of it. */
  answered(outcome: 'platform' | 'backend', status: number, headers: Headers, problem?: string): void;
  /** There is no answer but ours. */
  ended(outcome: 'platform' | 'refused' | 'failed', status: number | null, problem: string): void;
  /** The preflight's verdict was found otherwise than by watching the browser. */
  judged(preflight: LoggedRequest['preflight'], problem: string | null): void;
  /** The answer has been sent, or the browser has left. */
  done(): void;
}

/** Writes the requests of one browser context into a simulation's log, with the browser's verdict on each. */
export class Journal {
  readonly #simulation: Simulation;
  readonly #preflights = new Preflights();

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  arrived({method, url, target, headers}: Arrived): Visit {
    const {requests, clock, secrets} = this.#simulation;
    const started = performance.now();
    const at = clock.now();
    const shown = redact(url, secrets);
    const origin = crossOrigin(headers, target);
    const asked = isPreflight(method, headers) ? intendedBy(headers) : null;
    const preflight = origin === null || asked !== null ? 'none' : this.#preflights.of(origin, method, url, headers);
    const token = this.#simulation.inspect(headers.get('authorization'));
    const id = requests.add({
      method,
      url: shown,
      at,
      preflight,
      origin: headers.get('origin'),
      token: token?.claims ?? null,
      case: token?.case ?? null,
    });
    const duration = (): number => performance.now() - started;
    const neverSent = (refusal: string, problem: string): void => {
      if (asked === null) return;
      const {method, origin} = asked;
      requests.add({method, url: shown, at, origin, outcome: 'failed', preflight: {refused: refusal}, problem});
    };
    return {
      preflight,
      answered: (outcome, status, answer, problem) => {
        const refusal = asked === null ? null : this.#preflights.answered(asked, url, {status, headers: answer});
        const unreadable =
          origin === null || asked !== null ? null : judgeResponse({origin, credentials: headers.has('cookie')}, answer);
        const warning = asked === null || refusal !== null ? null : warnPreflight(asked, {status, headers: answer});
        const said = problem ?? warning ?? (unreadable === null ? null : `The browser kept the answer from the page: ${unreadable}.`);
        requests.update(id, {outcome, status, ...(said === null ? {} : {problem: redact(said, secrets)})});
        if (refusal !== null) neverSent(refusal, refused(asked?.method ?? method, shown, refusal));
      },
      ended: (outcome, status, problem) => {
        requests.update(id, {outcome, status, duration: duration(), problem: redact(problem, secrets)});
        if (outcome === 'failed') neverSent('OPTIONS was not answered', redact(problem, secrets));
      },
      judged: (verdict, refusal) =>
        requests.update(id, {preflight: verdict, ...(refusal === null ? {} : {problem: refused(method, shown, refusal)})}),
      done: () => requests.update(id, {duration: duration()}),
    };
  }
}

function refused(method: string, url: string, reason: string): string {
  return `The preflight of ${method} ${url} was refused by the browser: ${reason}.`;
}
