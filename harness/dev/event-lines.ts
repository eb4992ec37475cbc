import type {ExtensionError, ExtensionLog} from '../core/simulation/extension-events.ts';
import type {ReportedDelivery} from '../core/cases/armed-cases.ts';
import type {RequestHistory} from '../core/simulation/request-log.ts';
import type {LoggedRequest} from '../core/verdicts/logged-request.ts';
import type {BuildFailure} from '../wire/build-failure.ts';
import {answeredLine} from '../core/verdicts/request-line.ts';

/**
 * Describes a request that has been answered or could not be sent; `null` for other requests, and for those of the page
 * itself. The line of a request names its preflight, so preflights have lines only if they have problems.
 */
export function describeRequest(entry: LoggedRequest): string | null {
  const {outcome, method, problem} = entry;
  if (outcome === 'platform' || (method === 'OPTIONS' && problem === null)) return null;
  return answeredLine(entry);
}

/** The number of requests whose lines are remembered. */
const REMEMBERED = 100;

/**
 * Prints each request. A request is printed again if its line says something else: the line of code that sent it may
 * come after the answer.
 */
export function printRequests(
  requests: RequestHistory,
  print: (line: string) => void,
  describe: (entry: LoggedRequest) => string | null = describeRequest,
): void {
  const printed = new Map<number, string>();

  requests.onChange((entry) => {
    const line = describe(entry);
    if (line === null || printed.get(entry.id) === line) return;

    printed.set(entry.id, line);
    const [oldest] = printed.keys();
    if (printed.size > REMEMBERED && oldest !== undefined) printed.delete(oldest);
    print(line);
  });
}

/** Describes whether the extension gets what a browser in production gives it. */
export function describeCorsHold(isHeld: boolean): string {
  return isHeld
    ? 'Hold to CORS is on: extensions get what a browser in production gives them.'
    : 'Hold to CORS is off: extensions also get answers that a browser in production keeps from them.';
}

/** Describes in one line that an extension cannot be built as its files are now. */
export function describeBuildFailure({name, message, hasEarlierBuild}: BuildFailure): string {
  const [cause = ''] = message.split('\n');
  const shown = hasEarlierBuild ? 'The page shows an earlier build of it' : 'The page does not show it';
  return `${name} still cannot be built: ${cause}\n  ${shown}.`;
}

/** Describes a line that an extension has written to its console. */
export function describeLog({handle, level, text, source}: ExtensionLog): string {
  return `[${handle}] ${level}: ${text}${source === null ? '' : ` (${source})`}`;
}

/** Describes an error of an extension, with the author's source line. */
export function describeError({handle, error, source}: ExtensionError): string {
  return `[${handle}] ${error.name}: ${error.message}${source === null ? '' : `\n    at ${source}`}`;
}

/** Describes that an armed case happens; `null` for the requests that it reaches, whose own lines name the case. */
export function describeDelivery({id, nth, times, request}: ReportedDelivery): string | null {
  if (request !== null) return null;
  return times === Infinity
    ? `${id} happens (${nth + 1} so far).`
    : `${id} happens (${nth + 1} of ${times}).`;
}
