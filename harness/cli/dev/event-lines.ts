import type {ExtensionError, ExtensionLog} from '../../core/simulation/extension-events.ts';
import type {ReportedDelivery} from '../../core/cases/armed-cases.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {answeredLine} from '../../core/verdicts/request-line.ts';

/** Describes a request that has been answered; `null` for other requests, and for those of the page itself. */
export function describeRequest(entry: LoggedRequest): string | null {
  return entry.outcome === 'platform' ? null : answeredLine(entry);
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
