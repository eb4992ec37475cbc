import {expect} from '@playwright/test';
import {decodeProtectedHeader} from 'jose';
import type {CaseId} from '../core/cases/case-id.ts';
import type {BackendTime} from '../core/verdicts/answer-row.ts';
import {answerVerdict} from '../core/verdicts/answer-rows.ts';
import {CLOCK_DIFFERS, CREDENTIAL_ROWS} from '../core/verdicts/credential-rows.ts';
import {PUBLISHED_TEST_SECRET} from '../core/world/app.ts';
import {createSimulationCore} from '../core/simulation/simulation-core.ts';
import type {Verdict} from '../wire/verdict.ts';
import type {Handle} from './audit.fixture.ts';
import {backend, test, verify} from './audit.fixture.ts';
import {audit} from './audit.ts';

const APP = {clientId: 'key', secret: 'secret'};

/** A backend whose status depends on the token. */
function answering(statusOf: (token: string, isGood: boolean) => number): Handle {
  return async ({headers: {authorization}}, response) => {
    const token = authorization?.replace(/^bearer /i, '') ?? '';
    const isGood = typeof (await verify(authorization)) === 'object';
    response.writeHead(token === '' ? 401 : statusOf(token, isGood)).end();
  };
}

/** The words of the request log about an answer, for a token of the app with or without a case. */
async function logged(
  url: string,
  status: number,
  {case: id, backendTime = null}: {readonly case?: CaseId; readonly backendTime?: BackendTime | null} = {},
): Promise<Verdict | null> {
  const simulation = createSimulationCore({app: {clientId: 'key', clientSecret: 'secret'}});
  const token = await simulation.mint('customer-account', id === undefined ? {} : {case: id});
  const headers = new Headers({authorization: `Bearer ${token}`});

  const at = simulation.clock.now();
  const entry = {method: 'GET', url, at, status, outcome: 'backend', case: id ?? null} as const;
  const request = simulation.requests.at(simulation.requests.add(entry));
  const reason = request === undefined ? null : simulation.tokens.explain(request, headers, backendTime);
  return reason === null ? null : answerVerdict({status, url}, reason);
}

const WRONG_ANSWERS: readonly {
  readonly what: string;
  readonly case: CaseId;
  readonly handle: Handle;
  readonly status: number;
  readonly cause: string;
}[] = [
  {
    what: 'accepts a token that anyone can forge',
    case: 'key-wrong',
    handle: answering(() => 200),
    status: 200,
    cause:
      "this must be refused, since it takes no secret: the token is signed with another app's secret (case key-wrong)",
  },
  {
    what: 'accepts a token that needs the own secret',
    case: 'aud-wrong',
    handle: answering(() => 200),
    status: 200,
    cause: 'this must be refused: aud is the client id of another app (case aud-wrong)',
  },
  {
    what: 'refuses a token that is right',
    case: 'ok-unknown-header',
    handle: answering((token, isGood) =>
      isGood && Object.keys(decodeProtectedHeader(token)).length === 2 ? 200 : 401,
    ),
    status: 401,
    cause: "this must be accepted: the token's header has an unknown member (case ok-unknown-header)",
  },
  {
    what: 'fails at a token that it must refuse',
    case: 'key-wrong',
    handle: answering((_, isGood) => (isGood ? 200 : 500)),
    status: 500,
    cause: 'the backend failed',
  },
];

for (const {what, case: id, handle, status, cause} of WRONG_ANSWERS) {
  test(`a backend that ${what}: the audit and the request log say the same`, async ({listen}) => {
    const url = await listen(handle);
    const {findings} = await audit(url, {...APP, only: [id]});
    const problem = findings.find((finding) => finding.case === id)?.problem;

    expect(problem).toMatchObject({headline: `${status} from ${url}`, cause, turn: 'backend'});
    expect(problem).toEqual(await logged(url, status, {case: id}));
  });
}

test('a finding about a body has no problem, because the request log does not compare bodies', async ({
  listen,
}) => {
  const leak: Handle = ({headers: {authorization = ''}}, response) => {
    void verify(authorization).then((verdict) =>
      typeof verdict === 'string' ? response.writeHead(401).end(authorization) : response.end('{}'),
    );
  };

  const {findings} = await audit(await listen(leak), {...APP, only: ['http-leak', 'key-wrong']});
  expect(findings.find((finding) => finding.case === 'http-leak')).toMatchObject({problem: null});
});

test('a good token that is refused: the diagnosis and the request log say the same', async ({listen}) => {
  const url = await listen(backend({secret: 'another secret'}));
  const {diagnosis} = await audit(url, APP);
  const verdict = await logged(url, 401);

  expect(verdict?.cause).toBe('the token was good');
  expect(diagnosis).toMatch(new RegExp(`^${verdict?.headline}: ${verdict?.cause}\\.\n`));
});

test('a clock that differs: the diagnosis and the request log say the same', async ({listen}) => {
  for (const seconds of [-960, 960]) {
    const {diagnosis} = await audit(await listen(backend({clock: seconds})), APP);
    const now = Date.now() + seconds * 1000;
    const verdict = await logged('https://myapp.com/', 401, {backendTime: {now, fix: 'Set it right.'}});

    const exact = /16 min( \d s)?|15 min 5\d s/;
    expect(verdict?.cause).toMatch(exact);
    expect(diagnosis?.replace(exact, '…')).toContain(verdict?.cause.replace(exact, '…'));
  }
});

test('a clock that a backend mentions, or that is a little ahead, is named in the same words', async ({
  listen,
}) => {
  const mentions: Handle = ({headers: {authorization = ''}}, response) => {
    response.writeHead(authorization === '' ? 401 : 403).end('jwt expired');
  };
  expect((await audit(await listen(mentions), APP)).diagnosis).toContain(
    `Likely cause: ${CLOCK_DIFFERS}: its answer mentions the times.`,
  );
  expect(CREDENTIAL_ROWS.map(({name}) => name)).toContain(CLOCK_DIFFERS);

  const {diagnosis} = await audit(await listen(backend({clock: 120, secret: 'another secret'})), APP);
  expect(diagnosis).toMatch(/Likely cause: the clock of the backend is (2 min|11\d s) ahead\. Set it right/);
});

test('a clock that is a little ahead does not hide a wrong secret', async ({listen}) => {
  const url = await listen(backend({clock: 60, secret: PUBLISHED_TEST_SECRET}));
  expect((await audit(url, APP)).diagnosis).toContain('it runs with the published test secret');
});
