import {describeEvent} from '../../core/verdicts/verdict.ts';
import type {Severity} from '../../core/cases/case.ts';
import {knownFindings} from '../report.ts';
import type {AuditReport, Finding} from '../report.ts';
import {casePage} from './case-page.ts';

/**
 * SARIF 2.1.0, which code hosts show next to the code. A finding is about a request, so its place is the audited URL.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif(report: AuditReport): string {
  const {url, verdict, findings} = report;
  const failed = verdict === 'not-auditable';
  const notes = notesOf(report);
  const compared = knownFindings(findings).length > 0;

  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'simhost audit',
            informationUri: 'https://www.npmjs.com/package/simhost',
            rules: findings.map(rule),
          },
        },
        invocations: [
          {
            executionSuccessful: !failed,
            ...(notes.length === 0 ? {} : {toolExecutionNotifications: notes}),
          },
        ],
        results: findings.map((finding, ruleIndex) => ({
          ...result(finding, ruleIndex, url),
          ...(compared ? stateOf(finding) : {}),
        })),
      },
    ],
  };

  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The reason why a backend could not be audited, or the choices of its library. */
function notesOf({verdict, diagnosis = 'not auditable', library}: AuditReport): readonly object[] {
  if (verdict === 'not-auditable') return [{level: 'error', message: {text: diagnosis}}];

  const choices = library?.choices ?? [];
  return choices.map(({cases, why, source}) => ({
    level: 'note',
    message: {text: `A choice of ${library?.name}: ${why} (${source}): ${cases.join(', ')}`},
  }));
}

/** A fault that only breaks real requests is not a security alert. */
function rule({case: id, title, reach, severity, source, fix}: Finding): object {
  const security = {'security-severity': SCORES[severity], tags: ['security', 'authentication', reach]};
  return {
    id,
    shortDescription: {text: `${id}: ${title}`},
    helpUri: casePage(id),
    help: {text: `${fix}\n\nSource: ${source}`},
    defaultConfiguration: {level: LEVELS[severity]},
    properties: reach === 'interop' ? {tags: ['interop']} : security,
  };
}

function result(
  {case: ruleId, cases, cause, title, severity, sent, expected, got, problem, fix, curl}: Finding,
  ruleIndex: number,
  url: string,
): object {
  const event = problem === null ? '' : `\nProblem: ${describeEvent(problem)}`;

  return {
    ruleId,
    ruleIndex,
    level: LEVELS[severity],
    message: {text: `${title}\nSent: ${sent}\nExpected: ${expected}\nGot: ${got}${event}\nFix: ${fix}`},
    locations: [{physicalLocation: {artifactLocation: {uri: url}}}],
    partialFingerprints: {'simhostCase/v1': ruleId},
    properties: {cause, cases, curl},
  };
}

function stateOf({known}: Finding): {baselineState: 'unchanged' | 'new'} {
  return {baselineState: known === true ? 'unchanged' : 'new'};
}

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** On the scale of CVSS, as code hosts rank by it. */
const SCORES: Readonly<Record<Severity, string>> = {critical: '9.5', high: '8.0', medium: '5.5', low: '2.5'};
