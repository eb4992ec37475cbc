import {readFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import Ajv from 'ajv';
import type {AuditReport, Finding} from '../report.ts';
import {readFormat, REPORT_FORMATS, write} from './reports.ts';
import {terminal} from './terminal.ts';

const FINDING: Finding = {
  case: 'alg-none',
  cases: ['alg-none', 'alg-None'],
  cause: 'unsigned',
  title: 'The token chooses its own algorithm.',
  reach: 'outsider',
  severity: 'critical',
  sent: 'the token has the algorithm "none": GET /api/points, Authorization: Bearer <token>',
  expected: 'refused (401)',
  source: 'RFC 8725 3.1',
  got: '200 {"html":"<script>alert(1)</script>","control":"\u{0}\u{1B}"}',
  problem: {
    headline: '200 from http://127.0.0.1:3000/a',
    cause:
      'this must be refused, since it takes no secret: the token has the algorithm "none" (case alg-none)',
    turn: 'backend',
    fix: 'Name the algorithm that you expect & no other.',
  },
  fix: 'Name the algorithm that you expect & no other.',
  curl: `TOKEN="$(npx simhost token checkout --case alg-none)" && curl -g -sS -i -H "Authorization: Bearer \${TOKEN}" http://127.0.0.1:3000/a`,
};

const REPORT: AuditReport = {
  url: 'http://127.0.0.1:3000/a?b=c&d="e"',
  profile: 'checkout',
  verdict: 'findings',
  findings: [
    FINDING,
    {...FINDING, case: 'exp-null', cases: ['exp-null'], reach: 'hardening', severity: 'medium'},
    {...FINDING, case: 'ok-kid', cases: ['ok-kid'], reach: 'interop', severity: 'low'},
  ],
  notApplicable: [
    {case: 'host-never', reason: 'it is about the page'},
    {case: 'host-null', reason: 'it is about the page'},
    {case: 'iss-missing', reason: 'skipped: "ours" <has> none'},
  ],
  passed: ['key-wrong', 'exp-past-60'],
  counts: {cases: 9, passed: 2, wrong: 4, findings: 3, known: 0, choices: 0, notApplicable: 3},
};

const STOPPED: AuditReport = {
  ...REPORT,
  verdict: 'not-auditable',
  diagnosis: 'The backend does not accept valid tokens: it answered 404.\nLikely cause: the path is wrong.',
  findings: [],
  notApplicable: [],
  passed: [],
  counts: {cases: 0, passed: 0, wrong: 0, findings: 0, known: 0, choices: 0, notApplicable: 0},
};

const [FIRST, ...OTHERS] = REPORT.findings as readonly [Finding, ...Finding[]];

const COMPARED: AuditReport = {
  ...REPORT,
  findings: [{...FIRST, known: true}, ...OTHERS],
  counts: {cases: 9, passed: 2, wrong: 2, findings: 2, known: 1, choices: 0, notApplicable: 3},
};

const CHOICES: AuditReport = {
  ...REPORT,
  library: {
    name: 'jose',
    choices: [{cases: ['exp-missing', 'exp-1e400'], why: 'It checks <exp> if it is there.', source: 'jose'}],
  },
  counts: {...REPORT.counts, cases: 11, choices: 2},
};

const CLEAN: AuditReport = {...REPORT, verdict: 'clean', findings: []};

test('JSON is the report itself', () => {
  expect(JSON.parse(write('json', REPORT))).toEqual(REPORT);
});

for (const [name, report] of Object.entries({
  findings: REPORT,
  compared: COMPARED,
  stopped: STOPPED,
  clean: CLEAN,
  'choices of a library': CHOICES,
})) {
  test(`SARIF follows the published schema: ${name}`, async () => {
    const schemas = 'node_modules/@microsoft/jest-sarif/lib/schemas';
    const ajv = new Ajv({schemaId: 'auto', meta: false, validateSchema: false});
    const schema = JSON.parse(await readFile(`${schemas}/sarif-2.1.0-rtm.5.json`, 'utf8')) as object;
    const log: unknown = JSON.parse(write('sarif', report));

    ajv.validate(schema, log);
    expect(ajv.errors).toBeNull();
    expect(ajv.validate(schema, {...(log as object), version: '9'})).toBe(false);
  });
}

test('SARIF ranks findings and points at their rule', () => {
  const {runs} = JSON.parse(write('sarif', REPORT)) as {
    runs: [
      {
        results: {ruleId: string; ruleIndex: number; level: string}[];
        tool: {driver: {rules: {id: string; helpUri: string}[]}};
      },
    ];
  };

  const [{results, tool}] = runs;

  expect(results.map(({ruleId, level}) => [ruleId, level])).toEqual([
    ['alg-none', 'error'],
    ['exp-null', 'warning'],
    ['ok-kid', 'note'],
  ]);

  expect(results.map(({ruleIndex}) => tool.driver.rules[ruleIndex]?.id)).toEqual(
    results.map(({ruleId}) => ruleId),
  );

  expect(tool.driver.rules[0]?.helpUri).toMatch(/^https:.*\/docs\/cases\.md#alg-none$/);
});

test('terminal, HTML and SARIF link each finding to an anchor of docs/cases.md', async () => {
  const page = await readFile('docs/cases.md', 'utf8');
  const reports = [terminal(REPORT), write('html', REPORT), write('sarif', REPORT)];

  for (const {case: id} of REPORT.findings) {
    expect(page).toContain(`<a id="${id}"></a>`);
    for (const report of reports) expect(report).toMatch(new RegExp(`/docs/cases\\.md#${id}\\b`));
  }
});

test('what the baseline knew is told apart in every form', () => {
  const {runs} = JSON.parse(write('sarif', COMPARED)) as {runs: [{results: {baselineState?: string}[]}]};
  expect(runs[0].results.map(({baselineState}) => baselineState)).toEqual(['unchanged', 'new', 'new']);
  expect(write('sarif', REPORT)).not.toContain('baselineState');
  const xml = write('junit', COMPARED);
  expect(xml).toContain('tests="9" failures="2" errors="0" skipped="5"');
  for (const id of ['alg-none', 'alg-None'])
    expect(xml).toContain(
      `name="${id}"><skipped message="known from the baseline: critical: The token chooses its own algorithm. Expected`,
    );

  expect(write('html', COMPARED)).toMatch(
    /<details><summary>1 known from the baseline<\/summary><article class="critical" id="alg-none">/,
  );

  const text = terminal(COMPARED);
  expect(text).toContain('Known from the baseline:\n  alg-none, alg-None\n');
  expect(text.match(/^(critical|high|medium|low)\b/gm)).toEqual(['medium', 'low']);
  expect((JSON.parse(write('json', COMPARED)) as AuditReport).findings[0]?.known).toBe(true);
});

test('SARIF says that a backend could not be audited', () => {
  const {runs} = JSON.parse(write('sarif', STOPPED)) as {runs: [{invocations: [object]}]};
  expect(runs[0].invocations[0]).toEqual({
    executionSuccessful: false,
    toolExecutionNotifications: [{level: 'error', message: {text: STOPPED.diagnosis}}],
  });
});

test('JUnit has a test for each case, with totals', () => {
  const xml = write('junit', REPORT);
  expect(xml).toContain('<testsuites name="simhost audit" tests="9" failures="3" errors="0" skipped="4">');
  expect(xml.match(/<testcase /g)).toHaveLength(9);
  expect(xml).toContain('<testcase classname="simhost.audit.checkout" name="key-wrong"/>');
  expect(xml).toContain('name="iss-missing"><skipped message="skipped: &quot;ours&quot; &lt;has&gt; none"/>');
  expect(xml).toContain(
    '<failure type="critical" message="critical: The token chooses its own algorithm. Expected',
  );
  expect(xml).toContain('name="alg-None"><skipped message="the cause is that of alg-none"/>');
});

test('JUnit holds nothing that XML does not know', () => {
  expect(write('junit', REPORT)).not.toMatch(
    /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u,
  );
});

test('JUnit has one error where the backend could not be audited', () => {
  const xml = write('junit', STOPPED);
  expect(xml).toContain('tests="1" failures="0" errors="1" skipped="0"');
  expect(xml).toContain('name="controls"><error message="The backend does not accept');
});

test('the page needs nothing from elsewhere and runs nothing', () => {
  for (const report of [REPORT, COMPARED, STOPPED, CLEAN, CHOICES]) {
    const page = write('html', report);
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|\son\w+=/i);
    const links = /<a href="https:[^"]*\/docs\/cases\.md#[\w-]+">/g; // followed by a click, and not before
    expect(page.replaceAll(links, '')).not.toMatch(/\b(?:src|href)="(?!#)/);
  }
});

test('the terminal shows a heading for each reach, every case of a finding, and colors only on request', () => {
  const text = terminal(REPORT);
  expect(text.match(/^(?:critical|Hardening|Interop|Anyone|medium|low)\b/gm)).toEqual([
    'Anyone',
    'critical',
    'Hardening',
    'medium',
    'Interop',
    'low',
  ]);

  expect(text).toContain('critical  alg-none  The token chooses its own algorithm.\n  also     alg-None\n');
  expect(text).toContain('9 cases: 2 right, 4 wrong by 3 causes, 3 not applicable');
  expect(terminal({...REPORT, findings: []})).not.toContain('\u{1B}');
  expect(terminal({...REPORT, findings: []}, {color: true})).toContain('\u{1B}[1;31mFindings\u{1B}[0m');
});

test('the terminal counts the cases that do not apply, and lists them on request, each reason once', () => {
  expect(terminal(REPORT)).not.toContain('it is about the page');
  expect(terminal(REPORT, {notApplicable: true})).toContain('  it is about the page: host-never, host-null');
});

test('choices of a library are named in every form, and fail nothing', () => {
  expect(terminal(CHOICES)).toContain(
    'The backend uses jose, as its answers show. These are its choices, not findings\n' +
      '  It checks <exp> if it is there.  (jose)\n    exp-missing, exp-1e400\n',
  );
  expect(terminal(CHOICES)).toContain('4 wrong by 3 causes, 2 by design of the library, 3 not applicable');

  const xml = write('junit', CHOICES);
  expect(xml).toContain('tests="11" failures="3" errors="0" skipped="6"');
  expect(xml).toContain('name="exp-missing"><skipped message="a choice of jose: It checks &lt;exp&gt; if');
  expect(write('html', CHOICES)).toMatch(/its choices, not findings<.*It checks &lt;exp&gt; if it is there/s);
  expect(write('sarif', CHOICES)).toContain('A choice of jose: It checks <exp> if it is there. (jose)');
});

test('SARIF gives a security severity only to faults that somebody can use', () => {
  const {runs} = JSON.parse(write('sarif', REPORT)) as {
    runs: [{tool: {driver: {rules: {properties: object}[]}}}];
  };

  expect(runs[0].tool.driver.rules.map(({properties}) => 'security-severity' in properties)).toEqual([
    true,
    true,
    false,
  ]);
});

test('the terminal gives the diagnosis', () => {
  expect(terminal(STOPPED)).toContain(`Not auditable  ${STOPPED.url}  (checkout)\n\n${STOPPED.diagnosis}`);
});

test('an unknown form names the nearest', () => {
  expect(() => readFormat('juint')).toThrow(
    'Unknown report "juint".\nDid you mean "junit"? Known: json, junit, sarif, html',
  );
  expect(REPORT_FORMATS).toEqual(['json', 'junit', 'sarif', 'html']);
});
