import type {Severity} from '../../core/cases/case.ts';
import type {Reach} from '../../core/cases/cause.ts';
import {describeEvent} from '../../core/verdicts/verdict.ts';
import {newFindings, knownFindings, REACHES} from '../report.ts';
import type {AuditReport, Finding, Library, NotApplicable} from '../report.ts';
import {casePage} from './case-page.ts';

/** Options of {@link terminal}. */
export interface TerminalOptions {
  /** Adds ANSI colors. Default `false`. */
  readonly color?: boolean;
  /** Lists the cases that do not apply, each reason once. Default `false`: they are only counted. */
  readonly notApplicable?: boolean;
}

/**
 * Writes a report for a terminal.
 *
 * @example
 * ```ts
 * import {audit, terminal} from 'simhost/audit';
 *
 * const report = await audit('http://127.0.0.1:3000/api/points', {profile: 'customer-account', clientId: 'key', secret: 'secret'});
 * console.log(terminal(report, {color: true}));
 * ```
 */
export function terminal(
  report: AuditReport,
  {color = false, notApplicable: listed = false}: TerminalOptions = {},
): string {
  const paint: Paint = color
    ? (style, text) => `\u{1B}[${STYLES[style]}m${text}\u{1B}[0m`
    : (_style, text) => text;

  const {url, profile, verdict, diagnosis, findings, library, notApplicable} = report;
  const known = knownFindings(findings).flatMap(({cases}) => cases);
  return [
    `${paint(verdict, VERDICTS[verdict])}  ${url}  (${profile})`,
    ...(diagnosis === undefined ? [] : [diagnosis]),
    ...REACHES.flatMap((reach) => section(reach, newFindings(findings), paint)),
    ...(known.length === 0 ? [] : [`Known from the baseline:\n  ${known.join(', ')}`]),
    ...(library === undefined ? [] : [choicesOf(library, paint)]),
    ...(listed && notApplicable.length > 0 ? [`Not applicable:\n${reasons(notApplicable)}`] : []),
    paint('dim', summary(report)),
  ].join('\n\n');
}

/** Returns the findings that these people can make use of, under a heading. */
function section(reach: Reach, findings: readonly Finding[], paint: Paint): readonly string[] {
  const found = findings.filter((finding) => finding.reach === reach);
  return found.length === 0
    ? []
    : [paint('bold', HEADINGS[reach]), ...found.map((finding) => block(finding, paint))];
}

/** The headings of the groups of findings. */
export const HEADINGS: Readonly<Record<Reach, string>> = {
  outsider: 'Anyone can use these, without your secret',
  hardening: 'Hardening: nobody gets far with these without your own secret',
  interop: 'Interop: real requests fail, or their answers cannot be read',
};

/** Writes the line of figures. */
export function summary({counts}: AuditReport): string {
  const {cases, passed, wrong, findings, known, choices, notApplicable} = counts;
  const parts = [
    `${passed} right`,
    findings === 0
      ? `${wrong} wrong`
      : `${wrong} wrong by ${findings} ${findings === 1 ? 'cause' : 'causes'}`,
    ...(known === 0 ? [] : [`${known} known from the baseline`]),
    ...(choices === 0 ? [] : [`${choices} by design of the library`]),
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
type Paint = (style: Style, text: string) => string;

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

function block(finding: Finding, paint: Paint): string {
  const {case: id, cases, title, severity, sent, expected, source, got, problem, fix, curl} = finding;
  const others = cases.slice(1);
  const lines = {
    ...(others.length === 0 ? {} : {also: others.join(', ')}),
    sent,
    expected: `${expected}  (${source})`,
    got,
    ...(problem === null ? {} : {problem: describeEvent(problem)}),
    fix,
    case: casePage(id),
    again: curl,
  };

  return [
    `${paint(severity, severity.padEnd(9))} ${paint('bold', id)}  ${title}`,
    ...Object.entries(lines).map(([name, text]) => `  ${paint('dim', name.padEnd(9))}${text}`),
  ].join('\n');
}

/** Writes the choices of a library, each reason once. */
function choicesOf({name, choices}: Library, paint: Paint): string {
  return [
    paint('bold', headingOf({name, choices})),
    ...choices.map(({cases, why, source}) => `  ${why}  (${source})\n    ${cases.join(', ')}`),
  ].join('\n');
}

/** The heading of the choices of a library. */
export function headingOf({name, choices}: Library): string {
  const said = `The backend uses ${name}, as its answers show`;
  return choices.length === 0 ? said : `${said}. These are its choices, not findings`;
}

function reasons(notApplicable: readonly NotApplicable[]): string {
  return Array.from(byReason(notApplicable), ([reason, ids]) => `  ${reason}: ${ids.join(', ')}`).join('\n');
}
