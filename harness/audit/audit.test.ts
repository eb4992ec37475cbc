import {expect} from '@playwright/test';
import {backend, test, verify} from './audit.fixture.ts';
import type {Handle} from './audit.fixture.ts';
import {audit, auditWith} from './audit.ts';
import type {Progress} from './options.ts';
import type {AuditReport} from './report.ts';
import {REPORT_FORMATS, write} from './reports/reports.ts';
import type {Timing} from './timing.ts';

const APP = {clientId: 'key', secret: 'a-secret-of-some-length'};
const RIGHT = backend(APP);

/** Takes the tokens of any app. */
const openToOtherApps: Handle = async (request, response) => {
  const claims = await verify(request.headers.authorization, APP);
  const token = /(\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (typeof claims !== 'string' || claimsIn(token)['aud'] !== 'another-app') return RIGHT(request, response);
  response.end('{}');
};

test('a fault is told with what was sent, expected and got, why, how to mend it and how to see it again', async ({
  listen,
}) => {
  const url = await listen(openToOtherApps);
  const {findings, verdict, counts} = await audit(url, {...APP, only: ['aud-wrong', 'key-wrong']});

  expect(verdict).toBe('findings');
  expect(counts).toEqual({
    cases: 2,
    passed: 1,
    wrong: 1,
    findings: 1,
    known: 0,
    choices: 0,
    notApplicable: 0,
  });
  const [finding] = findings;

  expect(finding).toMatchObject({
    case: 'aud-wrong',
    cases: ['aud-wrong'],
    cause: 'audience',
    reach: 'hardening',
    severity: 'medium',
    expected: 'refused (401)',
    got: '200 {}',
  });

  expect(finding?.sent).toContain(
    'GET /api/points, Authorization: Bearer <token>; token with header {"alg":"HS256","typ":"JWT"}, claims {',
  );

  expect(finding?.sent).toContain('"aud":"another-app","exp":now+300,"nbf":now,"iat":now,"jti":"…"');
  expect(finding?.source).toContain('RFC 8725');
  expect(finding?.fix).toContain('aud');
  expect(finding?.curl).toBe(
    `: "\${SHOPIFY_API_SECRET:?}" && TOKEN="$(npx simhost token customer-account --client-id key --case aud-wrong)" && curl -g -sS -i -H "Authorization: Bearer \${TOKEN}" ${url}`,
  );
});

test('two runs give the same report, byte for byte in every form', async ({listen}) => {
  const url = await listen(openToOtherApps);
  const reports = [await audit(url, APP), await audit(url, {...APP, concurrency: 1})];
  for (const format of REPORT_FORMATS) {
    const [first, second] = reports.map((report) => write(format, report));
    expect(second).toBe(first);
  }
});

test('each token is minted when it is sent, and none is sent by two audits', async ({listen}) => {
  const seen = new Map<string, number>();
  const late: string[] = [];

  const url = await listen((request, response) => {
    const {iat, jti, exp} = claimsIn(/(\S+)$/.exec(request.headers.authorization ?? '')?.[1]);
    if (typeof jti === 'string') seen.set(jti, (seen.get(jti) ?? 0) + 1);

    const now = Date.now() / 1000;
    if (
      typeof iat === 'number' &&
      typeof exp === 'number' &&
      exp > now &&
      Math.abs(now - iat) < 240 &&
      now - iat > 2.5
    )
      late.push(jti as string);

    return RIGHT(request, response);
  });

  const only = ['key-wrong', 'aud-wrong', 'exp-past-60'] as const;

  for (let i = 0; i < 2; i++) await audit(url, {...APP, only});
  // Two controls before, one after, and the cases.
  expect(seen.size).toBe(2 * (3 + only.length));
  expect([...seen.values()].every((times) => times === 1)).toBe(true);
  expect(late).toEqual([]);
});

test('a backend that asks for patience gets it, and the findings are the same', async ({listen}) => {
  const patient = await audit(await listen(openToOtherApps), APP);
  const starts: number[] = [];

  const hurried = await listen((request, response) => {
    starts.push(Date.now());
    // Between two refusals there is room for the case with the most requests.
    return starts.length % 8 === 4
      ? response.writeHead(429, {'retry-after': '0'}).end()
      : openToOtherApps(request, response);
  });

  expect(casesOf(await audit(hurried, APP))).toEqual(casesOf(patient));
});

test('a backend that limits the rate however slowly it is asked cannot be audited', async ({listen}) => {
  let asked = 0;
  const url = await listen((request, response) =>
    ++asked > 6 ? response.writeHead(429, {'retry-after': '0'}).end() : openToOtherApps(request, response),
  );

  const report = await audit(url, APP);

  expect(report.verdict).toBe('not-auditable');
  expect(report.diagnosis).toContain('The backend limits the rate of requests (429)');
});

/** Refuses with that text, and otherwise as the rules say. */
function refusing(
  text: (authorization: string) => string,
  headers: Readonly<Record<string, string>> = {},
): Handle {
  return async (request, response) => {
    if (typeof (await verify(request.headers.authorization, APP)) !== 'string') return response.end('{}');
    return response.writeHead(401, headers).end(text(request.headers.authorization ?? ''));
  };
}

test('a token that every refusal repeats is one finding, of the case that is about it', async ({listen}) => {
  const url = await listen(refusing((authorization) => `Not a good token: ${authorization}`));
  const report = await audit(url, {...APP, only: ['key-wrong', 'exp-past-60', 'aud-wrong']});

  expect(casesOf(report)).toEqual(['http-leak']);
  expect(report.findings[0]).toMatchObject({
    severity: 'medium',
    got: 'the token, repeated: 401 Not a good token: Bearer <token>',
    fix: "Answer with your own message, not with the error's.",
  });

  expect(report.findings[0]?.sent).toContain("the token is signed with another app's secret");
  expect(report.passed).toEqual(['key-wrong', 'exp-past-60', 'aud-wrong']);
  expect(report.counts).toEqual({
    cases: 4,
    passed: 3,
    wrong: 1,
    findings: 1,
    known: 0,
    choices: 0,
    notApplicable: 0,
  });
});

test('a stack trace in refusals is one finding, of the case that is about it', async ({listen}) => {
  const url = await listen(refusing(() => 'TypeError: no\n    at verify (/app/server.js:12:3)'));
  const {findings} = await audit(url, {...APP, only: ['alg-none', 'exp-past-60', 'http-stack']});
  expect(findings).toMatchObject([{case: 'http-stack', severity: 'low'}]);
  expect(findings[0]?.got).toContain('a stack trace: 401 TypeError');
});

test('a leak hides no other fault, and is not told where the caller skips it', async ({listen}) => {
  const url = await listen(refusing((authorization) => `Not a good token: ${authorization}`));
  const only = ['http-leak', 'http-cors-on-401'] as const;
  expect(casesOf(await audit(url, {...APP, only}))).toEqual(['http-leak', 'http-cors-on-401']);
  expect(casesOf(await audit(url, {...APP, skip: {'http-leak': 'known'}, only}))).toEqual([
    'http-cors-on-401',
  ]);
});

test('a leak is told before what else is wrong with the case that is about it', async ({listen}) => {
  const url = await listen(async (request, response) => {
    const {authorization = ''} = request.headers;
    if ((await verify(authorization, APP)) !== 'invalid') return response.end('{}');

    const ofThatCase =
      !/\.[\w-]{43}$/.test(authorization) || Number(claimsIn(authorization)['exp']) < Date.now() / 1000;
    return ofThatCase && authorization !== ''
      ? response.writeHead(418).end()
      : response.writeHead(401).end(authorization);
  });

  const {findings} = await audit(url, {...APP, only: ['key-wrong', 'http-leak']});
  expect(findings).toMatchObject([{case: 'http-leak', got: 'the token, repeated: 401 Bearer <token>'}]);
});

test('a refusal with another status is told with that to mend', async ({listen}) => {
  const url = await listen((request, response) =>
    request.headers.authorization === undefined
      ? response.writeHead(401).end()
      : refusing(() => '')(request, strange(response)),
  );

  const {findings} = await audit(url, {...APP, only: ['alg-none']});

  expect(findings).toMatchObject([
    {case: 'alg-none', severity: 'low', fix: 'Refuse it with the status 401.'},
  ]);

  function strange<Response extends {writeHead: (status: number) => unknown}>(response: Response): Response {
    const {writeHead} = response;
    response.writeHead = (status: number) => writeHead.call(response, status === 401 ? 418 : status);
    return response;
  }
});

test.describe('what presupposes a refusal, where the token is good', () => {
  const only = ['http-dup-bad-both', 'http-cors-on-401', 'http-leak', 'life-good-after-bad'] as const;
  /** Knows no expiry; and how often it took a token that was over. */
  const timeless = (): {readonly handle: Handle; readonly taken: () => number} => {
    let count = 0;
    const handle: Handle = async (request, response) => {
      const [, claims = ''] = (request.headers.authorization ?? '').split('.');
      const expired = claims !== '' && Number(claimsIn(`.${claims}`)['exp']) < Date.now() / 1000 - 10;
      if (expired) count += 1;
      return expired ? response.end('{}') : RIGHT(request, response);
    };

    return {handle, taken: () => count};
  };

  test('is undecided, and what it presupposes is the finding, asked for or not', async ({listen}) => {
    const url = await listen(timeless().handle);
    const reason = 'the backend takes a token that it must refuse first: see exp-past-60';
    const alone = await audit(url, {...APP, only});

    expect(alone).toMatchObject({
      verdict: 'findings',
      findings: [{case: 'exp-past-60'}],
      notApplicable: only.map((id) => ({case: id, reason})),
      counts: {cases: 5, findings: 1},
    });

    expect(await audit(url, {...APP, only: [...only, 'exp-past-60']})).toEqual(alone);
  });

  test('is the finding where what it presupposes is skipped, which then is not sent', async ({listen}) => {
    const {handle, taken} = timeless();
    const report = await audit(await listen(handle), {
      ...APP,
      only: ['payload-dup-exp-past-last', 'exp-past-60'],
      skip: {'exp-past-60': 'we take them'},
    });

    expect(report).toMatchObject({
      verdict: 'findings',
      findings: [{case: 'payload-dup-exp-past-last'}],
      notApplicable: [{case: 'exp-past-60', reason: 'skipped: we take them'}],
    });

    expect(taken()).toBe(1);
  });

  test('is the finding where what it presupposes is skipped and outside of what is asked for', async ({
    listen,
  }) => {
    const report = await audit(await listen(timeless().handle), {
      ...APP,
      only: ['http-cors-on-401'],
      skip: {'exp-past-60': 'we take them'},
    });

    expect(report).toMatchObject({
      findings: [{case: 'http-cors-on-401', got: '200 {}'}],
      notApplicable: [],
      counts: {cases: 1},
    });
  });
});

test.describe('a token that is sent again after its expiry', () => {
  const REPLAY = 'life-replay-after-expiry';

  /** Audits a backend that judges a token at the time of the audit's clock, which each wait moves on at once. */
  async function auditExpiry(
    listen: (handle: Handle) => Promise<string>,
    accepts: (authorization: string | undefined, clock: number) => Promise<boolean>,
  ): Promise<AuditReport> {
    let passed = 0;
    const timing: Timing = {
      now: () => Date.now() + passed,
      wait: async (milliseconds) => {
        passed += milliseconds;
      },
    };

    const url = await listen(async ({headers: {authorization}}, response) => {
      const accepted = await accepts(authorization, passed / 1000);
      response.writeHead(accepted ? 200 : 401).end('{}');
    });

    return auditWith(timing, url, {...APP, wait: true, only: ['exp-past-30', 'exp-past-60', REPLAY]});
  }

  const isValid = async (authorization: string | undefined, clock: number): Promise<boolean> =>
    typeof (await verify(authorization, {...APP, clock})) !== 'string';

  test('is refused by a backend that looks at its time', async ({listen}) => {
    expect(await auditExpiry(listen, isValid)).toMatchObject({
      verdict: 'clean',
      passed: ['exp-past-30', 'exp-past-60', REPLAY],
    });
  });

  test('is a finding where the backend keeps its verdict', async ({listen}) => {
    const kept = new Set<string | undefined>();
    const report = await auditExpiry(listen, async (authorization, clock) => {
      if (kept.has(authorization)) return true;
      const valid = await isValid(authorization, clock);
      if (valid) kept.add(authorization);
      return valid;
    });

    expect(casesOf(report)).toEqual([REPLAY]);
  });

  for (const [name, tolerance, findings, reason] of [
    ['a tolerance of 20 s', 10, [], 'the tolerance is longer'],
    [
      'a tolerance of two minutes',
      120,
      ['exp-past-60'],
      'takes a token that it must refuse first: see exp-past-60',
    ],
  ] as const) {
    test(`proves nothing about kept verdicts with ${name}`, async ({listen}) => {
      const report = await auditExpiry(
        listen,
        async (authorization, clock) =>
          (await isValid(authorization, clock)) || isValid(authorization, clock - tolerance),
      );

      expect(casesOf(report)).toEqual(findings);
      expect(report.notApplicable).toMatchObject([{case: REPLAY}]);
      expect(report.notApplicable[0]?.reason).toContain(reason);
    });
  }
});

for (const acceptedIf of ['status:200', 'not-body:error', 'body:shop'] as const) {
  test(`preflights and HEAD are judged by their status where accepted is ${acceptedIf}`, async ({listen}) => {
    const url = await listen((request, response) => {
      if (request.method !== 'OPTIONS') return RIGHT(request, response);
      const headers = {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'authorization, content-type',
      };
      return response.writeHead(204, headers).end();
    });

    const only = ['http-preflight', 'http-preflight-content-type', 'http-head', 'key-wrong'] as const;
    const report = await audit(url, {...APP, acceptedIf, only});
    expect(report).toMatchObject({
      verdict: 'clean',
      passed: ['key-wrong', 'http-head', 'http-preflight', 'http-preflight-content-type'],
    });
  });
}

test('HEAD is undecided where a refusal is told by the body alone', async ({listen}) => {
  const url = await listen(async (request, response) => {
    const claims = await verify(request.headers.authorization, APP);
    response.end(JSON.stringify(typeof claims === 'string' ? {error: claims} : {shop: claims['dest']}));
  });

  const {findings, notApplicable} = await audit(url, {
    ...APP,
    acceptedIf: 'not-body:error',
    only: ['http-head', 'key-wrong'],
  });

  expect(findings).toEqual([]);
  expect(notApplicable).toMatchObject([{case: 'http-head'}]);
  expect(notApplicable[0]?.reason).toContain('an answer to HEAD has no body');
});

test('HEAD that fails is a finding, also where the body tells of refusals', async ({listen}) => {
  const url = await listen(async (request, response) => {
    if (request.method === 'HEAD') return response.writeHead(500).end();
    const claims = await verify(request.headers.authorization, APP);
    response.end(JSON.stringify({ok: typeof claims !== 'string'}));
  });

  const report = await audit(url, {...APP, acceptedIf: 'body:"ok":true', only: ['http-head']});
  expect(report).toMatchObject({verdict: 'findings', findings: [{case: 'http-head', got: '500'}]});
});

test('progress goes from one to all', async ({listen}) => {
  const seen: Progress[] = [];
  const {counts} = await audit(await listen(RIGHT), {...APP, onProgress: (progress) => seen.push(progress)});
  expect(seen.map(({done}) => done)).toEqual(Array.from({length: counts.cases}, (_, index) => index + 1));
  expect(seen.every(({of}) => of === counts.cases)).toBe(true);
});

test('what is known from the baseline is marked, and does not make findings', async ({listen}) => {
  const url = await listen(openToOtherApps);
  const baseline = await audit(url, APP);
  const again = await audit(url, {...APP, baseline});

  expect(again.verdict).toBe('clean');
  expect(again.findings).toEqual(baseline.findings.map((finding) => ({...finding, known: true})));
  expect(again.counts.known).toBe(baseline.findings.length);
  expect(again.counts).toEqual({
    ...baseline.counts,
    wrong: 0,
    findings: 0,
    known: baseline.findings.length,
  });
  // The report under a baseline is the next baseline.
  expect((await audit(url, {...APP, baseline: again})).verdict).toBe('clean');
  const mended = await listen(refusing(() => ''));
  const further = await audit(mended, {...APP, only: ['aud-wrong', 'http-cors-on-401'], baseline: again});

  expect(further).toMatchObject({
    verdict: 'findings',
    findings: [{case: 'http-cors-on-401'}],
    counts: {findings: 1, known: 0},
  });
});

test('a case that the baseline did not know is a new finding, though its cause was known', async ({
  listen,
}) => {
  const url = await listen(openToOtherApps);
  const baseline = {findings: [{case: 'http-preflight'}]} as unknown as AuditReport;
  const report = await audit(url, {
    ...APP,
    only: ['http-preflight', 'http-preflight-content-type'],
    baseline,
  });

  expect(report).toMatchObject({
    verdict: 'findings',
    findings: [
      {cause: 'preflights', cases: ['http-preflight-content-type']},
      {cause: 'preflights', cases: ['http-preflight'], known: true},
    ],
    counts: {wrong: 1, findings: 1, known: 1},
  });
});

test('neither a password in the URL nor the headers that the route needs stand in any report', async ({
  listen,
}) => {
  const headers = {
    'X-Api-Key': 'sk_live_4f9a',
    'x-session': 'Bearer c29tZXRoaW5n',
    Cookie: 'theme=dark; session=aW5zaWRl',
    Accept: 'a/b',
  };

  const secrets = ['hunter2', 'sk_live', 'c29tZXRoaW5n', 'aW5zaWRl'];
  const sent: string[] = [];

  const url = new URL(
    await listen((request, response) => {
      sent.push(request.rawHeaders.join('\n'));
      if (request.headers.authorization === undefined) return response.writeHead(401).end();
      return response
        .writeHead(200, {location: '/?key=sk_live_4f9a'})
        .end(decodeURIComponent(request.rawHeaders.join(' ')));
    }),
  );

  url.username = 'me';
  url.password = 'hunter2-hunter2';
  const report = await audit(url, {
    ...APP,
    headers,
    only: ['key-wrong', 'http-bearer-twice', 'trust-cookie-customer-id', 'http-missing'],
  });

  expect(casesOf(report)).toEqual(['key-wrong', 'trust-cookie-customer-id', 'http-bearer-twice']);
  for (const format of REPORT_FORMATS)
    for (const secret of secrets) expect(write(format, report)).not.toContain(secret);
  for (const secret of secrets.slice(1))
    expect(sent.every((text) => text.includes(secret) || text.includes('customer_id'))).toBe(true);
  expect(report.findings[0]?.sent).toContain(
    'X-Api-Key: <secret>, x-session: <secret>, Cookie: <secret>, Accept: a/b',
  );

  expect(report.findings[0]?.curl).toContain(
    '-H "X-Api-Key: ${HEADER_X_API_KEY:?}" -H "x-session: ${HEADER_X_SESSION:?}"',
  );

  expect(report.findings[1]?.curl).toContain("-H 'Cookie: customer_id=");
});

test('short headers, and those that are JSON, stand in no report where the backend repeats them in JSON', async ({
  listen,
}) => {
  const headers = {'X-Key': '{"api":"S3cretS3cret99"}', 'X-Pin': 'abc1234'};
  const url = await listen((request, response) =>
    request.headers.authorization === undefined
      ? response.writeHead(401).end()
      : response.end(
          JSON.stringify({key: request.headers['x-key'], pin: request.headers['x-pin'], points: 120}),
        ),
  );

  const report = await audit(url, {...APP, headers, only: ['key-wrong']});

  for (const format of REPORT_FORMATS) expect(write(format, report)).not.toMatch(/S3cret|abc1234/);
  expect(report.findings[0]?.got).toBe('200 {"key":"<secret>","pin":"<secret>","points":120}');
});

test('no message about options repeats the credentials of a URL', async () => {
  for (const credentials of ['me:hunter2', 'sk_live_x'])
    await expect(audit(`ftp://${credentials}@localhost/`, APP)).rejects.toThrow(
      'Not the URL of a backend: ftp://<secret>@localhost/.',
    );
});

function casesOf(report: AuditReport): readonly string[] {
  return report.findings.map((finding) => finding.case);
}

function claimsIn(token = ''): Record<string, unknown> {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
      string,
      unknown
    > | null;
    return claims ?? {};
  } catch {
    return {};
  }
}
