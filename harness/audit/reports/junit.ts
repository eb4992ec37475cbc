import type {AuditReport, Finding} from '../report.ts';
import {escape} from './markup.ts';

/**
 * JUnit XML: a test for each case, so that CI shows which one failed.
 *
 * @see https://github.com/testmoapp/junitxml
 */
export function junit(report: AuditReport): string {
  const {url, profile, verdict, diagnosis = '', findings, passed, notApplicable} = report;
  const broken = verdict === 'not-auditable' ? [test(report, 'controls', element('error', diagnosis, diagnosis))] : [];
  const tests = [
    ...broken,
    ...findings.map((finding) => test(report, finding.case, failure(finding))),
    ...passed.map((id) => test(report, id, '')),
    ...notApplicable.map(({case: id, reason}) => test(report, id, `<skipped message="${escape(reason)}"/>`)),
  ];
  const totals = `tests="${tests.length}" failures="${findings.length}" errors="${broken.length}" skipped="${notApplicable.length}"`;
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

function failure({severity, sent, expected, source, got, fix, curl}: Finding): string {
  const text = [`sent      ${sent}`, `expected  ${expected}`, `source    ${source}`, `got       ${got}`, `fix       ${fix}`, curl].join(
    '\n',
  );
  return element('failure', `${severity}: expected ${expected}, got ${got}`, text, severity);
}

function element(name: string, message: string, text: string, type?: string): string {
  const typed = type === undefined ? '' : ` type="${escape(type)}"`;
  return `<${name}${typed} message="${escape(message)}">${escape(text)}</${name}>`;
}
