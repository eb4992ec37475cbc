import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import type {AuditReport} from '../report.ts';
import {html} from './html.ts';
import {junit} from './junit.ts';
import {sarif} from './sarif.ts';

/** The form of a report that goes into a file. */
export type ReportFormat = 'json' | 'junit' | 'sarif' | 'html';

const FORMATS: Readonly<Record<ReportFormat, (report: AuditReport) => string>> = {
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  junit,
  sarif,
  html,
};

/** The formats of reports. */
export const REPORT_FORMATS: readonly ReportFormat[] = Object.keys(FORMATS) as ReportFormat[];

/**
 * Writes a report in a format for a file: JSON, JUnit, SARIF or HTML.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_REPORT`
 *
 * @example
 * ```ts
 * import {audit, write} from 'simhost/audit';
 *
 * const report = await audit('http://127.0.0.1:3000/api/points', {profile: 'customer-account', clientId: 'key', secret: 'secret'});
 * console.log(write('junit', report));
 * ```
 */
export function write(format: ReportFormat, report: AuditReport): string {
  return FORMATS[readFormat(format)](report);
}

export function readFormat(name: string): ReportFormat {
  if (Object.hasOwn(FORMATS, name)) return name as ReportFormat;
  throw new SimhostError('ERR_UNKNOWN_REPORT', `Unknown report "${name}".`, {
    next: didYouMean(name, REPORT_FORMATS, {note: 'For example: --report json=audit.json.'}),
  });
}
