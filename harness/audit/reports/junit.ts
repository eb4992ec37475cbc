import {escape} from '../../wire/markup.ts';
import {newFindings, knownFindings} from '../report.ts';
import type {AuditReport, Finding} from '../report.ts';

/**
 * JUnit XML: a test for each case, so that CI shows which one failed.
 *
 * @see https://github.com/testmoapp/junitxml
 */
export function junit(report: AuditReport): string {
  const {url, profile, verdict, diagnosis = '', findings, passed, notApplicable} = report;
  const broken =
    verdict === 'not-auditable' ? [test(report, 'controls', element('error', diagnosis, diagnosis))] : [];
  const fresh = newFindings(findings);
  const known = knownFindings(findings);

  const tests = [
    ...broken,
    ...fresh.map((finding) => test(report, finding.case, failure(finding))),
    ...known.map((finding) =>
      test(
        report,
        finding.case,
        `<skipped message="${escape(`known from the baseline: ${inShort(finding)}`)}"/>`,
      ),
    ),
    ...passed.map((id) => test(report, id, '')),
    ...notApplicable.map(({case: id, reason}) => test(report, id, `<skipped message="${escape(reason)}"/>`)),
  ];

  const totals = `tests="${tests.length}" failures="${fresh.length}" errors="${broken.length}" skipped="${notApplicable.length + known.length}"`;
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

function failure(finding: Finding): string {
  const {severity, sent, expected, source, got, fix, curl} = finding;
  const text = [
    `sent      ${sent}`,
    `expected  ${expected}`,
    `source    ${source}`,
    `got       ${got}`,
    `fix       ${fix}`,
    curl,
  ].join('\n');

  return element('failure', inShort(finding), text, severity);
}

function inShort({severity, expected, got}: Finding): string {
  return `${severity}: expected ${expected}, got ${got}`;
}

function element(name: string, message: string, text: string, type?: string): string {
  const typed = type === undefined ? '' : ` type="${escape(type)}"`;
  return `<${name}${typed} message="${escape(message)}">${escape(text)}</${name}>`;
}
