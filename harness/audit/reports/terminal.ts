import type {Severity} from '../../core/cases/case.ts';
import {newFindings, knownFindings, SEVERITIES} from '../report.ts';
import type {AuditReport, Finding, NotApplicable} from '../report.ts';

/**
 * Writes a report for a terminal.
 *
 * @param options `color` adds ANSI colors. Default: none
 *
 * @example
 * ```ts
 * import {audit, terminal} from 'simhost/audit';
 *
 * const report = await audit('http://127.0.0.1:3000/api/points', {profile: 'customer-account', clientId: 'key', secret: 'secret'});
 * console.log(terminal(report, {color: true}));
 * ```
 */
export function terminal(report: AuditReport, {color = false}: {color?: boolean} = {}): string {
  const paint = color
    ? (style: Style, text: string) => `\u{1B}[${STYLES[style]}m${text}\u{1B}[0m`
    : (_style: Style, text: string) => text;

  const {url, profile, verdict, diagnosis, findings, notApplicable} = report;
  const known = knownFindings(findings);
  return [
    `${paint(verdict, VERDICTS[verdict])}  ${url}  (${profile})`,
    ...(diagnosis === undefined ? [] : [diagnosis]),
    ...bySeverity(newFindings(findings)).map((finding) => block(finding, paint)),
    ...(known.length === 0
      ? []
      : [`Known from the baseline:\n  ${known.map((finding) => finding.case).join(', ')}`]),
    ...(notApplicable.length === 0 ? [] : [`Not applicable:\n${reasons(notApplicable)}`]),
    paint('dim', summary(report)),
  ].join('\n\n');
}

/** The worst first, the order of the catalogue within. */
export function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** The line of figures. */
export function summary({counts: {cases, passed, findings, known, notApplicable}}: AuditReport): string {
  const parts = [
    `${passed} right`,
    `${findings} wrong`,
    ...(known === 0 ? [] : [`${known} known from the baseline`]),
    `${notApplicable} not applicable`,
  ];

  return `${cases} cases: ${parts.join(', ')}`;
}

/** Each reason once, with the cases that it holds for. */
export function byReason(notApplicable: readonly NotApplicable[]): ReadonlyMap<string, readonly string[]> {
  const cases = new Map<string, string[]>();
  for (const {case: id, reason} of notApplicable) cases.set(reason, [...(cases.get(reason) ?? []), id]);
  return cases;
}

type Style = Severity | AuditReport['verdict'] | 'dim' | 'bold';

const STYLES: Readonly<Record<Style, string>> = {
  critical: '1;31',
  high: '31',
  medium: '33',
  low: '36',
  clean: '1;32',
  findings: '1;31',
  'not-auditable': '1;33',
  dim: '2',
  bold: '1',
};

export const VERDICTS: Readonly<Record<AuditReport['verdict'], string>> = {
  clean: 'Clean',
  findings: 'Findings',
  'not-auditable': 'Not auditable',
};

function block(finding: Finding, paint: (style: Style, text: string) => string): string {
  const {case: id, severity, sent, expected, source, got, fix, curl} = finding;
  const lines = {sent, expected: `${expected}  (${source})`, got, fix, again: curl};
  return [
    `${paint(severity, severity.padEnd(9))} ${paint('bold', id)}`,
    ...Object.entries(lines).map(([name, text]) => `  ${paint('dim', name.padEnd(9))}${text}`),
  ].join('\n');
}

function reasons(notApplicable: readonly NotApplicable[]): string {
  return Array.from(byReason(notApplicable), ([reason, ids]) => `  ${reason}: ${ids.join(', ')}`).join('\n');
}
