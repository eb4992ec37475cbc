import {readdir} from 'node:fs/promises';
import {expect} from '@playwright/test';
import {audit} from 'simhost/audit';
import type {AuditOptions, AuditReport} from 'simhost/audit';
import {APP, test} from './backend.fixture.ts';

const EMBEDDED: AuditOptions = {...APP, profile: 'embedded'};

for (const xhr of [undefined, '/api/products']) {
  test(`an app that follows the tutorial is clean, with its data at ${xhr ?? 'the document'}`, async ({
    backend,
  }) => {
    const options = xhr === undefined ? EMBEDDED : {...EMBEDDED, xhr};
    const report = await audit(await backend('embedded/app.js'), options);

    expect(namesOf(report)).toEqual([]);
    expect(report.verdict).toBe('clean');
    expect(report.passed).toEqual(
      expect.arrayContaining(['embed-document', 'embed-bounce', 'embed-bounce-page', 'embed-post-no-token']),
    );
  });
}

interface Fault {
  /** A script in fixtures/backends/embedded/faulty. */
  readonly script: string;
  /** The cases of each finding: the one that represents it, then the others. */
  readonly findings: readonly (readonly string[])[];
}

const FAULTS: readonly Fault[] = [
  {script: 'any-frame', findings: [['embed-frame-ancestors']]},
  {script: 'bounce-trusted', findings: [['embed-bounce-refused']]},
  {script: 'dead-end', findings: [['embed-bounce-page']]},
  {script: 'document-decoded', findings: [['key-wrong', 'and all others in the URL of a document']]},
  {
    script: 'document-without-token',
    findings: [['embed-document-no-token', 'and all others in the URL of a document']],
  },
  {script: 'forms-unchecked', findings: [['embed-post-no-token', 'http-body-token']]},
  {script: 'no-retry', findings: [['http-expose-retry']]},
  {script: 'reload-with-token', findings: [['embed-bounce-page']]},
  {
    script: 'shop-from-query',
    findings: [
      [
        'surf-other-shop',
        'embed-bounce-foreign-token',
        'embed-document-foreign-token',
        'embed-document-other-shop',
      ],
    ],
  },
];

test('each faulty app is audited', async () => {
  const files = (await readdir('fixtures/backends/embedded/faulty')).map((name) => name.replace('.js', ''));
  expect(FAULTS.map(({script}) => script).toSorted()).toEqual(files.toSorted());
  expect(files.length).toBeGreaterThan(8);
});

for (const {script, findings} of FAULTS) {
  test(`${script} is found by ${findings.map(([first]) => first).join(' and ')}, with no false alarm`, async ({
    backend,
  }) => {
    const url = await backend(`embedded/faulty/${script}.js`);
    const report = await audit(url, {...EMBEDDED, xhr: '/api/products'});

    expect(report.verdict).toBe('findings');
    expect(namesOf(report)).toEqual(findings);
  });
}

test('a page that is the same for everybody is judged by the requests of its scripts alone', async ({
  backend,
}) => {
  const url = await backend('embedded/shell.js');

  const whole = await audit(url, EMBEDDED);
  expect(whole.verdict).toBe('not-auditable');
  expect(whole.diagnosis).toContain('Name a route that it asks: --xhr /api/products.');

  const report = await audit(url, {...EMBEDDED, xhr: '/api/products'});
  expect(namesOf(report)).toEqual([]);
  expect(report.notApplicable).toContainEqual({
    case: 'embed-document-no-token',
    reason:
      'the document is the same with and without a token, so its data come by other requests (--xhr names one)',
  });
});

test('two reports of one app are the same, though each URL has its own time and signature', async ({
  backend,
}) => {
  const url = await backend('embedded/faulty/any-frame.js');
  const options: AuditOptions = {...EMBEDDED, only: ['embed-frame-ancestors', 'embed-bounce-page']};
  const reports = [await audit(url, options), await audit(url, options)];

  expect(reports[0]?.findings[0]?.sent).toContain('hmac=…');
  expect(reports[1]).toEqual(reports[0]);
});

test('only a page of an embedded app has requests of scripts', async () => {
  const asked = audit('http://127.0.0.1:9/', {...APP, profile: 'admin', xhr: '/api/products'});
  await expect(asked).rejects.toThrow('xhr is "/api/products", with the profile "admin".');
});

/** The cases of each finding, the one that represents it first. Nobody counts those of a whole class. */
function namesOf({findings}: AuditReport): readonly (readonly string[])[] {
  return findings.map(({cases: [first = '', ...others]}) =>
    others.length > 100 ? [first, 'and all others in the URL of a document'] : [first, ...others.toSorted()],
  );
}
