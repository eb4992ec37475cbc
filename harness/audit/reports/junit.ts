import {describeEvent} from '../../core/verdicts/verdict.ts';
import {escape} from '../../wire/markup.ts';
import {newFindings, knownFindings} from '../report.ts';
import type {AuditReport, Finding, NotApplicable} from '../report.ts';

/**
 * JUnit XML: a test for each case, so that CI shows which one failed. One case of each finding fails. The others that
 * its cause explains are skipped.
 *
 * @see https://github.com/testmoapp/junitxml
 */
export function junit(report: AuditReport): string {
  const {url, profile, verdict, diagnosis = '', findings, passed} = report;
  const notApplicable = [...report.notApplicable, ...choicesOf(report)];
  const broken =
    verdict === 'not-auditable' ? [test(report, 'controls', element('error', diagnosis, diagnosis))] : [];
  const fresh = newFindings(findings);
  const known = knownFindings(findings);

  const tests = [
    ...broken,
    ...fresh.flatMap((finding) => [
      test(report, finding.case, failure(finding)),
      ...explained(finding).map((id) => test(report, id, skipped(`the cause is that of ${finding.case}`))),
    ]),
    ...known.flatMap((finding) =>
      finding.cases.map((id) => test(report, id, skipped(`known from the baseline: ${inShort(finding)}`))),
    ),
    ...passed.map((id) => test(report, id, '')),
    ...notApplicable.map(({case: id, reason}) => test(report, id, skipped(reason))),
  ];

  const skips = [...fresh.flatMap(explained), ...known.flatMap(({cases}) => cases), ...notApplicable];
  const totals = `tests="${tests.length}" failures="${fresh.length}" errors="${broken.length}" skipped="${skips.length}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="simhost audit" ${totals}>
  <testsuite name="${escape(`${profile} ${url}`)}" ${totals}>
${tests.join('\n')}
  </testsuite>
</testsuites>
`;
}

function test({profile}: AuditReport, name: string, inner: string): string {
  const attributes = `classname="simhost.audit.${escape(profile)}" name="${escape(name)}"`;
  return inner === '' ? `    <testcase ${attributes}/>` : `    <testcase ${attributes}>${inner}</testcase>`;
}

/** The cases that a library answers wrong by design. */
function choicesOf({library}: AuditReport): readonly NotApplicable[] {
  const choices = library?.choices ?? [];
  return choices.flatMap(({cases, why}) =>
    cases.map((id) => ({case: id, reason: `a choice of ${library?.name}: ${why}`})),
  );
}

/** The cases of a finding that do not represent it. */
function explained({cases}: Finding): readonly string[] {
  return cases.slice(1);
}

function skipped(reason: string): string {
  return `<skipped message="${escape(reason)}"/>`;
}

function failure(finding: Finding): string {
  const {cases, severity, title, sent, expected, source, got, problem, fix, curl} = finding;
  const text = [
    title,
    `cases     ${cases.join(', ')}`,
    `sent      ${sent}`,
    `expected  ${expected}`,
    `source    ${source}`,
    `got       ${got}`,
    ...(problem === null ? [] : [`problem   ${describeEvent(problem)}`]),
    `fix       ${fix}`,
    curl,
  ].join('\n');

  return element('failure', inShort(finding), text, severity);
}

function inShort({severity, title, expected, got}: Finding): string {
  return `${severity}: ${title} Expected ${expected}, got ${got}`;
}

function element(name: string, message: string, text: string, type?: string): string {
  const typed = type === undefined ? '' : ` type="${escape(type)}"`;
  return `<${name}${typed} message="${escape(message)}">${escape(text)}</${name}>`;
}
