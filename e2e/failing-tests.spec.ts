// What users read when their tests fail. One run of fixtures/failing-tests serves all tests of this file.
import {join} from 'node:path';
import {chromium} from '@playwright/test';
import {expect, test as base} from 'simhost/playwright';
import {runFailingTests} from './failing-run.ts';
import type {FailingRun, TestOutcome} from './failing-run.ts';

const SECRET = 'failing-client-secret';

const test = base.extend<object, {run: FailingRun}>({
  run: [
    async ({launchOptions}, use, {project, workerIndex}) => {
      const {executablePath = chromium.executablePath()} = launchOptions;
      const folder = join(project.outputDir, `failing-tests-${workerIndex}`);
      await use(await runFailingTests(folder, {TEST_SECRET: SECRET, TEST_CHROMIUM: executablePath}));
    },
    {scope: 'worker', timeout: 600_000},
  ],
});

// One worker runs this file, so that the run happens once.
test.describe.configure({mode: 'default'});

/** The text of the attachments of a test, or of those with one name. */
function attached({attachments}: TestOutcome, name?: string): string {
  return attachments
    .filter((attachment) => name === undefined || attachment.name === name)
    .map(({text}) => text)
    .join('\n');
}

test('nothing that a run prints or leaves has a token or a secret', async ({run}) => {
  for (const trace of run.traces) {
    expect(trace).not.toMatch(/eyJ[\w-]+\./);
    expect(trace).not.toContain(SECRET);
  }
});

test.describe('requests', () => {
  test('a test that fails by a refused token reports the case, with the request log', async ({run}) => {
    const refused = run.result('a refused token');
    const reason =
      '401 from https://loyalty.example.com/api/points: this is the right answer to aud-wrong ' +
      '(aud is the client id of another app).';

    expect(refused.status).toBe('failed');
    expect(attached(refused)).toContain('GET https://loyalty.example.com/api/points -> 401');
    expect(attached(refused)).toContain(reason);
    expect(run.steps).toContain(`a refused token: ${reason}`);
  });

  test('reports have a step for the page of a test, and none for options that it leaves alone', async ({
    run,
  }) => {
    expect(run.steps).toContain('Fixture "host"');
    expect(run.steps).not.toMatch(/Fixture "(generated|minis|fetchToScriptOrigin|proxy|userAgent)"/);
  });

  test('an armed case that nothing asks for fails the test by name', async ({run}) => {
    const armed = run.result('an armed case that nothing asks for');
    expect(armed.status).toBe('failed');
    expect(armed.section).toMatch(/Armed, but nothing asked for it: key-wrong \(happened [01] of 5 times\)/);
  });

  test('a request that never comes fails the test by name', async ({run}) => {
    const missing = run.result('a request that never comes');
    expect(missing.status).toBe('failed');
    expect(missing.section).toMatch(
      /Expected the requests to include https:\/\/loyalty\.example\.com\/other[\s\S]*\/api\/points/,
    );
  });

  test('armed cases name the surfaces that they are for', async ({run}) => {
    expect(run.result('http-expose-retry is armed and nothing asks').section).toContain(
      'Armed, but nothing asked for it: http-expose-retry (happened 0 of 1 times; for admin, embedded).',
    );

    expect(run.result('host-redirect-leak is armed and nothing asks').section).toContain(
      'host-redirect-leak (happened 0 of 1 times; for checkout, customer-account, admin, embedded, pos, post-purchase, shop-minis).',
    );
  });
});

test.describe('extensions', () => {
  test('an error that no test expects fails it, with its source line', async ({run}) => {
    const {status, section} = run.result('an error that no test expects');
    expect(status).toBe('failed');
    expect(section).toContain('RangeError: left alone');
    expect(section).toContain('src/Order.js:3:');
  });

  test('an endless loop before the start fails by name, before the time-out of Playwright', async ({run}) => {
    const {status, section} = run.result('a loop before the start');
    expect(status).toBe('failed');
    expect(section).toMatch(
      /Extension "endless" did not finish starting at \S+ within 1\.\d s: its worker does not answer\. It is in an endless loop/,
    );
  });

  const HANGS =
    'The worker of extension "looping" at customer-account.profile.block.render does not answer. It is in an endless loop, or in a long computation.';

  test('an endless loop fails a test that would pass', async ({run}) => {
    const {status, section} = run.result('a loop alone');
    expect(status).toBe('failed');
    expect(section).toContain(`SimhostError: ${HANGS}`);
  });

  test('an endless loop is attached to a test that fails for another reason', async ({run}) => {
    const {status, section} = run.result('a loop before an assertion');
    expect(status).toBe('failed');
    expect(section).toMatch(
      /attachment #\d: extension hangs \(text\/plain\) ─+\s+The worker of extension "looping"/,
    );
  });

  test('an endless loop is the reason of an update that does not end', async ({run}) => {
    const {status, section} = run.result('a loop before an update');
    expect(status).toBe('failed');
    expect(section).toMatch(/host\.update\(\) did not end within \S+ s\. The worker of extension "looping"/);
  });
});

test.describe('browsers', () => {
  test('a browser that does not exist is reported by name', async ({run}) => {
    const {status, section} = run.result('missing browser › shows an extension');
    expect(status).toBe('failed');
    expect(section).toContain('SIMHOST_BROWSER names /no/such/chromium, which does not exist.');
  });

  test('a browser of the config is used, and SIMHOST_BROWSER is not', async ({run}) => {
    expect(run.result('executable path › shows an extension').status).toBe('passed');
    expect(run.result('unknown channel › shows an extension').section).toContain(
      'Unsupported chromium channel "chrome-none"',
    );
  });

  test('a project for another browser fails by name', async ({run}) => {
    const {status, section} = run.result('opens a page');
    expect(status).toBe('failed');
    expect(section).toContain('simhost runs in Chromium only; the project "firefox" asks for firefox.');
  });
});

test.describe('an assertion without await', () => {
  for (const name of [
    'matcher without await',
    'waitFor without await',
    'matcher of a Mini without await',
    'waitFor of a storefront without await',
  ]) {
    test(`fails its own test: ${name}`, async ({run}) => {
      const {status, section} = run.result(name);
      expect(status).toBe('failed');
      expect(section).toContain('The test ended before it knew the result of:\n    ');
    });
  }

  test('is named with its line', async ({run}) => {
    const {section} = run.result('matcher without await');
    expect(section).toContain(
      'The test ended before it knew the result of:\n    expect(…).toHaveRequest("https://myapp.com/a")',
    );

    expect(section).toContain('at missing-await.spec.js:4:');
  });

  test('does not fail the next test', async ({run}) => {
    expect(run.result('the test after those without await').status).toBe('passed');
  });
});

test.describe('notices', () => {
  const WITHOUT_SUB =
    'notice: Session tokens of a signed-in customer have no sub, because the app lacks the scope read_customers.';

  test('a notice is printed once per worker, and attached to each failing test', async ({run}) => {
    const first = run.result('the first test with a notice');
    const second = run.result('the second test with a notice');
    const failing = run.result('a failing test with a notice');

    expect([first.status, second.status, failing.status]).toEqual(['passed', 'passed', 'failed']);
    expect(failing.section).toMatch(/attachment #\d+: notices \(text\/plain\)/);
    expect(timesIn(failing.section, WITHOUT_SUB), 'in the attachment').toBe(1);
    expect(timesIn(first.output + second.output + failing.output, WITHOUT_SUB), 'in the terminal').toBe(1);
  });

  test('strict makes a notice a failure, and ignore silences it', async ({run}) => {
    const strict = run.result('strict about a notice');
    expect(strict.status).toBe('failed');
    expect(strict.section).toContain('ERR_STRICT_NOTICE');
    expect(run.result('strict about another notice').status).toBe('passed');
    expect(run.result('strict about an ignored notice').status).toBe('passed');
  });

  function timesIn(text: string, part: string): number {
    return text.split(part).length - 1;
  }
});

test.describe('output of backends', () => {
  const BACKEND = 'backend https://myapp.com';

  test('a failing test shows what its backend wrote', async ({run}) => {
    const failing = run.result('a backend that answers 500');
    expect(failing.status).toBe('failed');
    expect(attached(failing, BACKEND)).toMatch(
      /^RangeError: too many points\n\n"node server\.cjs" wrote:\nthe secret is <secret>\nRangeError: too many points\n {4}at /,
    );

    expect(attached(failing, 'requests')).toContain(
      '500 from https://myapp.com/fail: RangeError: too many points.\n' +
        'To change: the backend. The attachment "backend https://myapp.com" has its output.',
    );
  });

  test('a crash is reported with its exit code and its error', async ({run}) => {
    const crashing = run.result('a backend that crashes');
    expect(crashing.status).toBe('failed');
    expect(attached(crashing, BACKEND)).toMatch(
      /^"node server\.cjs" ended with exit code 1: TypeError: points is not a function\.\n/,
    );

    expect(attached(crashing, BACKEND)).not.toContain('RangeError');
    expect(attached(crashing, 'requests')).toMatch(
      /did not answer \(ECONN\w+\): "node server\.cjs" ended with exit code 1: TypeError: points is not a function/,
    );

    expect(crashing.section + crashing.output).toContain(
      'notice: The backend of https://myapp.com ended during the test: "node server.cjs" ended with exit code 1: TypeError',
    );
  });

  test('a crash does not reach the next test, and a slow start does not count as time of the test', async ({
    run,
  }) => {
    for (const name of ['a backend that works', 'a backend that starts slowly']) {
      const {status, attachments} = run.result(name);
      expect(status, name).toBe('passed');
      expect(attachments, name).toEqual([]);
    }
  });
});

test.describe('Minis', () => {
  test('a render that throws fails its test by name', async ({run}) => {
    const {status, section} = run.result('a Mini whose render throws');
    expect(status).toBe('failed');
    expect(section).toContain('The Mini failed in <Broken>: no luck in render');
  });

  test('an answer that the Mini never asks for fails its test by name', async ({run}) => {
    const {status, section} = run.result('an answer that the Mini never asks for');
    expect(status).toBe('failed');
    expect(section).toContain('userTokenVerify: "TOKEN_EXPIRED" (given 0 of 1 times)');
  });

  test('a Mini that installs mocks fails its test by name', async ({run}) => {
    const {status, section} = run.result('a Mini that installs mocks');
    expect(status).toBe('failed');
    expect(section).toContain('The Mini replaced window.minisSDK');
  });
});

test.describe('VTEX stores', () => {
  test('an armed case that nothing asks for fails the test by name', async ({run}) => {
    const {status, section} = run.result('an armed case of a store that nothing asks for');
    expect(status).toBe('failed');
    expect(section).toContain('Armed, but nothing asked for it: exp-past-60 (happened 0 of 1 times).');
  });

  test('a refused token fails the test, with its reason and its claims in the request log', async ({run}) => {
    const refused = run.result('a refused token of a store');
    expect(refused.status).toBe('failed');
    expect(attached(refused)).toMatch(
      /account acme\) was revoked[\s\S]*GET https:\/\/acme\.myvtex\.com\/api\/oms\/user\/orders -> 401[\s\S]*user\/orders: \{"sub":"ada@example\.com"/,
    );
  });
});

test.describe('faults of page and browser', () => {
  test('a page that crashes fails a test that would pass', async ({run}) => {
    const {status, section} = run.result('a page that crashes in a test that would pass');
    expect(status).toBe('failed');
    expect(section).toMatch(
      /SimhostError: The page at \S+ crashed during the test: the browser ended its process\./,
    );
  });

  test('a page that crashes is the reason why an extension did not start', async ({run}) => {
    const {section} = run.result('a page that crashes before an extension has started');
    expect(section).toMatch(/SimhostError: The page at \S+ crashed before "waiting" had started/);
  });

  test('a browser that ends is the reason why an extension did not start', async ({run}) => {
    const {section} = run.result('a browser that ends before an extension has started');
    expect(section).toContain('SimhostError: The browser ended before "waiting" had started.');
  });

  for (const [title, handle] of [
    ['an extension that allocates without an end', 'allocating'],
    ['an extension of 2025-07 that allocates without an end', 'allocating-react'],
  ] as const) {
    test(`${title} is named with the page that it takes along`, async ({run}) => {
      const {status, section} = run.result(title);
      expect(status).toBe('failed');
      expect(section).toMatch(
        new RegExp(
          `SimhostError: The page at \\S+ crashed before "${handle}" had started: .*\\n.*Look for code that keeps allocating memory\\.`,
        ),
      );
    });
  }

  test('a page without memory fails a test that would pass', async ({run}) => {
    const {status, section} = run.result('a page that allocates without an end in a test that would pass');
    expect(status).toBe('failed');
    expect(section).toMatch(
      /SimhostError: The page at https:\/\/shopify\.com\/\S+\/account\/profile crashed during the test/,
    );
  });

  test('errors of every callback are listed, each once', async ({run}) => {
    const {status, section} = run.result('an extension that throws in every callback');
    expect(status).toBe('failed');
    expect(section).toMatch(/threw Error: in a timer \(\d+ times\)/);
    expect(section.match(/SimhostError: .*threw Error: in a timer/g)).toHaveLength(1);
  });
});
