import type {ExtensionError, ExtensionLog} from '../../core/simulation/extension-events.ts';
import type {LoggedRequest} from '../../core/simulation/request-log.ts';
import {requestLine} from '../request-line.ts';

/** A request that has been answered; `null` for one that has not, and for those of the page itself. */
export function describeRequest(entry: LoggedRequest): string | null {
  return entry.outcome === 'platform' ? null : requestLine(entry);
}

/** A line that an extension has written to its console. */
export function describeLog({handle, level, text, source}: ExtensionLog): string {
  return `[${handle}] ${level}: ${text}${source === null ? '' : ` (${source})`}`;
}

/** An error of an extension, with the author's source line. */
export function describeError({handle, error, source}: ExtensionError): string {
  return `[${handle}] ${error.name}: ${error.message}${source === null ? '' : `\n    at ${source}`}`;
}
