import {readFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import {codeBlocks} from '../../../e2e/code-blocks.ts';
import {NO_SKEWS} from './step.ts';
import {REAL_TIME} from '../../clock.ts';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {APP_FIXTURE, STORE_FIXTURE, miniFixture} from './copied-fixture.ts';
import {HOST_FIXTURE} from './copied-fixture.ts';
import {lineOfCall, testOfRequest, testOfSituation} from './copied-test.ts';
import type {RecordedStep, Take} from './recording.ts';
import type {CopyContext} from './test-file.ts';

const POINTS = 'https://loyalty.example.com/api/points';

const CONTEXT: CopyContext = {
  fixture: HOST_FIXTURE,
  extensions: [{handle: 'loyalty', folder: 'extensions/loyalty', target: null, settings: {}}],
  backends: {'https://loyalty.example.com': {command: 'node server.js'}},
  layout: undefined,
  requests: [],
  handleOf: (mount) => (mount === 'm1' ? 'loyalty' : undefined),
};

const REFRESH: RecordedStep = {
  kind: 'deed',
  after: 1,
  deed: {
    mount: 'm1',
    control: {role: 'button', name: 'Refresh', exact: false, nth: null},
    action: 'click',
    value: null,
  },
};

function takeOf(steps: readonly RecordedStep[] = [], start: Partial<Take['start']> = {}): Take {
  const usual: Take['start'] = {
    customer: 'ada',
    locale: 'en',
    clock: REAL_TIME,
    skews: NO_SKEWS,
    staff: 'grace',
    change: {},
    extensions: [],
  };
  return {start: {...usual, ...start}, steps};
}

function requestOf(given: Partial<LoggedRequest>): LoggedRequest {
  const {requests} = createSimulationCore();
  requests.add({method: 'GET', url: POINTS, at: 0, outcome: 'backend', status: 200, ...given});
  const [entry] = requests.entries;
  if (entry === undefined) throw new Error('The log has no entry.');
  return entry;
}

test('a case that was armed is armed before the control is pressed, and must be refused', () => {
  const expected = {verdict: 'refuse', statuses: [401], isRight: true} as const;
  expect(
    testOfRequest(requestOf({case: 'key-wrong', status: 401, expected}), takeOf([REFRESH]), CONTEXT),
  ).toBe(
    `import {test, expect} from 'simhost/playwright';

test.use({
  backends: {'https://loyalty.example.com': {command: 'node server.js'}},
});

test('key-wrong is refused by /api/points', async ({host}) => {
  const extension = await host.mount('extensions/loyalty');
  await host.arm('key-wrong'); // the token is signed with another app's secret
  await extension.getByRole('button', {name: 'Refresh'}).click();
  await expect(host.requests).toHaveBeenRefused('https://loyalty.example.com/api/points', {case: 'key-wrong'});
});
`,
  );
});

test('a token that was kept waits for the first answer, moves the clock, and must not be refused, as docs/dev.md shows', async () => {
  const steps: readonly RecordedStep[] = [{kind: 'clock', call: "advance('6m')", after: 1}, REFRESH];
  const problem = {headline: `401 from ${POINTS}`, cause: 'the token had expired 69 s before it arrived'};
  const request = requestOf({status: 401, problem: {...problem, turn: 'extension', fix: null}});

  const page = codeBlocks(await readFile('docs/dev.md', 'utf8'), 'text');
  expect(page).toContain(testOfRequest(request, takeOf(steps), {...CONTEXT, requests: [requestOf({})]}));
});

test('a string that turns the direction of the code around is escaped', () => {
  const call = {member: 'toast.show', args: ['a\u202Eb\u2028', {'c\u2066': '<b>'}]};
  expect(lineOfCall(call)).toBe(
    String.raw`await expect(host.calls).toHaveCall('toast.show', ["a\u202eb\u2028", {"c\u2066": '<b>'}]);` +
      '\n',
  );
});

test('a change of the world comes before the mount, and what needs extensions on the page after it', () => {
  const change = {
    order: {note: "Don't ring", phone: null},
    checkout: {discountCodes: ['WELCOME10'], step: 'shipping'},
    declined: ['network_access'],
  } as const;
  const shown = {handle: 'loyalty', name: 'Points', content: []};
  const written: RecordedStep = {kind: 'update', change: {order: {note: 'Ring'}}, after: 1};
  const copied = testOfSituation(shown, takeOf([written], {change}), {...CONTEXT, backends: {}});

  expect(copied.split('\n').slice(3, 8)).toEqual([
    `  await host.update({order: {note: "Don't ring", phone: null}, checkout: {discountCodes: ['WELCOME10']}});`,
    "  const extension = await host.mount('extensions/loyalty');",
    "  await host.update({declined: ['network_access'], checkout: {step: 'shipping'}});",
    "  await host.update({order: {note: 'Ring'}});",
    '  await expect(extension).toBeVisible();',
  ]);
});

test('a situation has its customer, language, settings, target and clock, and what the extension shows', () => {
  const shown = {
    handle: 'loyalty',
    name: 'Points',
    content: [
      {role: 'heading', name: "Ada's points", exact: true, nth: null},
      {role: 'button', name: 'Share', exact: false, nth: 1},
    ],
  };
  const [extension] = CONTEXT.extensions;
  const target = 'customer-account.order-status.block.render';
  const context = {
    ...CONTEXT,
    backends: {},
    layout: 'one-page',
    extensions: extension === undefined ? [] : [{...extension, target, settings: {program: 'Acme'}}],
  };

  const start = {customer: null, locale: 'fr', clock: {offset: 360_000, frozenAt: null}};
  expect(testOfSituation(shown, takeOf([], start), context)).toBe(
    `import {test, expect} from 'simhost/playwright';

test.use({
  customer: null,
  locale: 'fr',
  checkout: {layout: 'one-page'},
});

test('Points shows what it should', async ({host}) => {
  await host.clock.advance('6m');
  const extension = await host.mount('extensions/loyalty', {target: '${target}', settings: {program: 'Acme'}});
  await expect(extension.getByRole('heading', {name: "Ada's points", exact: true})).toBeVisible();
  await expect(extension.getByRole('button', {name: 'Share'}).nth(1)).toBeVisible();
});
`,
  );
});

test('a preflight that was refused must be allowed', () => {
  const request = requestOf({method: 'POST', preflight: {refused: 'Allow-Headers lacks "content-type"'}});
  expect(testOfRequest(request, takeOf(), CONTEXT)).toContain(
    `{method: 'POST', preflight: 'allowed'}); // was refused: Allow-Headers lacks "content-type"`,
  );
});

test('a call is one line', () => {
  expect(lineOfCall({member: 'toast.show', args: ['Shared', {isError: false}]})).toBe(
    "await expect(host.calls).toHaveCall('toast.show', ['Shared', {isError: false}]);\n",
  );
});

test('hostile text stays in its string or comment', () => {
  const name = `'); process.exit(1); // \u2028 </script> \${x} \``;
  const control = {role: 'button', name, exact: false, nth: null};
  const step: RecordedStep = {
    kind: 'deed',
    after: 0,
    deed: {mount: null, control, action: 'click', value: null},
  };
  const problem = {
    headline: 'x',
    cause: 'first\nprocess.exit(1)\u2028\u202Ethird',
    turn: 'backend',
    fix: null,
  } as const;

  const lines = testOfRequest(requestOf({status: 500, problem}), takeOf([step]), CONTEXT).split('\n');
  expect(lines).toContain(
    `  await host.page.getByRole('button', {name: "'); process.exit(1); // \\u2028 </script> \${x} \`"}).click();`,
  );
  expect(lines).toContain('  // was x: first process.exit(1) third');
});

test('a request of a Mini becomes a test of the Mini, with what a person did on the phone', () => {
  const context: CopyContext = {...CONTEXT, extensions: [], fixture: miniFixture('minis/points')};
  const {kind, after, deed} = REFRESH;
  const steps: readonly RecordedStep[] = [
    {kind: 'clock', call: "advance('25h')", after: 1},
    {kind, after, deed: {...deed, mount: null}},
  ];

  expect(testOfRequest(requestOf({}), takeOf(steps, {customer: 'bea'}), context)).toBe(
    `import {test, expect} from 'simhost/playwright';

test.use({
  customer: 'bea',
  backends: {'https://loyalty.example.com': {command: 'node server.js'}},
});

test('GET /api/points is answered with 200', async ({mini}) => {
  const body = await mini.open('minis/points');
  await mini.clock.advance('25h');
  await body.getByRole('button', {name: 'Refresh'}).click();
  await expect(mini.requests).toHaveRequest('https://loyalty.example.com/api/points', {status: 200});
});
`,
  );

  const declined = {...context, fixture: miniFixture('minis/points', 'declined')};
  expect(testOfRequest(requestOf({}), takeOf([]), declined)).toContain(
    "  await mini.consent('declined');\n  await mini.open('minis/points');\n",
  );

  expect(lineOfCall({member: 'generateUserToken', args: []}, miniFixture('.'))).toBe(
    "await expect(mini.calls).toHaveCall('generateUserToken');\n",
  );
});

test('a case of a store is armed before the shopper signs in, and a guest does not', () => {
  const context: CopyContext = {...CONTEXT, extensions: [], fixture: STORE_FIXTURE};
  const expected = {verdict: 'refuse', statuses: [401], isRight: true} as const;
  const refused = requestOf({case: 'exp-past-60', status: 401, expected});

  expect(testOfRequest(refused, takeOf([], {customer: 'bea'}), context)).toContain(
    `test('exp-past-60 is refused by /api/points', async ({storefront, page}) => {
  await storefront.arm('exp-past-60'); // the token had expired 60 s before it was issued
  await storefront.signIn('bea');
  await storefront.open('/');
  await expect(storefront.requests).toHaveBeenRefused('https://loyalty.example.com/api/points', {case: 'exp-past-60'});
});`,
  );
  expect(testOfRequest(requestOf({}), takeOf([], {customer: null}), context)).not.toContain('signIn');
});

test('a test of an extension of the admin signs the member of staff in', () => {
  const text = testOfRequest(requestOf({}), takeOf([], {staff: 'joan'}), CONTEXT);
  expect(text).toContain("async ({admin, host}) => {\n  await admin.signIn('joan');\n");
});

test('a request of an app becomes a test of the admin, with its staff member', () => {
  const context: CopyContext = {...CONTEXT, extensions: [], fixture: APP_FIXTURE};
  expect(testOfRequest(requestOf({}), takeOf([], {staff: 'joan'}), context)).toContain(
    "  await admin.signIn('joan');\n  await admin.open();\n",
  );
  expect(testOfRequest(requestOf({}), takeOf([]), context)).not.toContain('signIn');
});
