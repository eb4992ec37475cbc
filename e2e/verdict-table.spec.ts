import type {Page, TestInfo} from '@playwright/test';
import {caseOf} from 'simhost';
import {expect, test} from 'simhost/playwright';
import type {Host} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const ORIGIN = 'https://mirror.example.com';
const SEEN = `${ORIGIN}/seen`;
const TARGET = 'customer-account.order-status.block.render';
const NETWORK = '  [extensions.capabilities]\n  network_access = true\n';
const COMMAND = 'node fixtures/backends/mirror/server.js';
const APP = {clientId: 'mirror-client-id', clientSecret: 'mirror-client-secret'};

/** An exchange between a real extension and a real backend, and what the log says about it. */
interface Row {
  readonly what: string;
  /** The environment of the backend. */
  readonly env?: Record<string, string>;
  readonly backend?: object;
  readonly toml?: string;
  /** Stops the clock before the mount, for rows that count seconds. */
  readonly isFrozen?: true;
  /** The code that a press of the button runs. `token` comes from the start of the extension. */
  readonly press: string;
  /** The step of the test before that. */
  readonly before?: (host: Host, page: Page) => void | Promise<void>;
  readonly url?: string;
  readonly headline?: string;
  readonly cause: string;
  readonly turn: string;
  readonly fix: string | null;
}

const WITH_TOKEN = `await fetch('${SEEN}', {headers: {authorization: 'Bearer ' + token}});`;
const WITH_FRESH = `await fetch('${SEEN}', {headers: {authorization: 'Bearer ' + (await shopify.sessionToken.get())}});`;

const ROWS: readonly Row[] = [
  {
    what: 'no token was sent',
    press: `await fetch('${SEEN}');`,
    cause: 'no session token was found in its headers',
    turn: 'extension',
    fix: 'Call sessionToken.get(), and send the header "Authorization: Bearer <token>".',
  },
  {
    what: 'a token was sent before, and has expired',
    isFrozen: true,
    press: WITH_TOKEN,
    before: async (host, page) => {
      await press(page);
      await host.requests.waitFor({url: SEEN, status: 200});
      await host.clock.advance('369s');
    },
    cause: 'the token had expired 69 s before it arrived',
    turn: 'extension',
    fix: 'Ask for a token before each request, and keep none.',
  },
  {
    what: 'a token was kept, and never sent before',
    isFrozen: true,
    press: WITH_TOKEN,
    before: (host) => host.clock.advance('369s'),
    cause: 'the token had expired 69 s before it arrived, and was given out 6 min 9 s earlier',
    turn: 'extension',
    fix: 'It was kept before it was sent for the first time: ask for a token right before each request.',
  },
  {
    what: 'a good token was refused',
    env: {SHOPIFY_API_KEY: 'another-client-id'},
    press: WITH_TOKEN,
    cause: 'the token was good',
    turn: 'backend',
    fix: 'Check the secret and client id that the backend uses, and its own rules.',
  },
  {
    what: 'a token that must be refused was accepted',
    env: {FAULT: 'accepts-all'},
    press: WITH_FRESH,
    before: (host) => host.arm('key-wrong'),
    headline: `200 from ${SEEN}`,
    cause:
      "this must be refused, since it takes no secret: the token is signed with another app's secret (case key-wrong)",
    turn: 'backend',
    fix: caseOf('key-wrong').fix,
  },
  {
    what: 'the answer to a case is right',
    press: WITH_FRESH,
    before: (host) => host.arm('key-wrong'),
    cause: "this is the right answer to key-wrong (the token is signed with another app's secret)",
    turn: 'nobody',
    fix: null,
  },
  {
    what: 'a preflight is refused',
    env: {PREFLIGHT: 'no-authorization'},
    press: WITH_TOKEN,
    headline: `The preflight of GET ${SEEN} was refused by the browser`,
    cause: 'Access-Control-Allow-Headers lacks "authorization"',
    turn: 'backend',
    fix: 'Answer OPTIONS with "Access-Control-Allow-Headers: Content-Type, authorization".',
  },
  {
    what: 'the page cannot read an answer',
    env: {ALLOW_ORIGIN: 'https://other.example'},
    press: `await fetch('${SEEN}', {method: 'POST'});`,
    cause:
      'no session token was found in its headers; the page cannot read the answer, because ' +
      'Access-Control-Allow-Origin is "https://other.example", not "null"',
    turn: 'extension',
    fix:
      'Call sessionToken.get(), and send the header "Authorization: Bearer <token>". ' +
      'In the backend: send "Access-Control-Allow-Origin: *" with each answer, refusals and errors too.',
  },
  {
    what: 'the backend fails',
    env: {FAULT: 'fails'},
    press: WITH_TOKEN,
    headline: `500 from ${SEEN}`,
    cause: 'the backend failed',
    turn: 'backend',
    fix: `The attachment "backend ${ORIGIN}" has its output. The last lines:\nlooking for points\nno table of points`,
  },
  {
    what: 'nobody answers for an origin',
    press: `await fetch('https://unmapped.example/x');`,
    url: 'https://unmapped.example/x',
    headline: 'Nothing answers for https://unmapped.example',
    cause: 'no backend is mapped to this origin, and it is not a host of the simulated platform',
    turn: 'set-up',
    fix:
      "Add it: backends: {'https://unmapped.example': 'http://localhost:3000'}, or {command: 'node server.js'} " +
      'in place of the address.',
  },
  {
    what: 'the extension may not use the network',
    toml: '',
    press: `await fetch('${SEEN}').catch(() => {});`,
    headline: `GET ${SEEN} was refused`,
    cause: 'the extension may not use the network',
    turn: 'extension',
    fix: 'Add to shopify.extension.toml:\n[extensions.capabilities]\nnetwork_access = true',
  },
  {
    what: 'the clock of the backend is behind',
    backend: {register: false, clock: 'real'},
    press: WITH_FRESH,
    before: (host) => host.clock.advance('1h'),
    cause: 'the clock of the backend is 1 h behind, so the token is not valid there yet',
    turn: 'set-up',
    fix: expect.stringContaining('"--import simhost/register"') as unknown as string,
  },
];

for (const row of ROWS) {
  test.describe(row.what, () => {
    const command = {command: COMMAND, ...(row.env === undefined ? {} : {env: row.env}), ...row.backend};
    test.use({app: APP, backends: {[ORIGIN]: command}});

    test('the log says what happened, whose turn it is, and which line sent it', async ({
      host,
      page,
    }, testInfo) => {
      if (row.isFrozen === true) await host.clock.freeze('2026-11-20T12:00:00Z');
      await host.mount(await pressing(row, testInfo));
      await row.before?.(host, page);
      await press(page);

      const url = row.url ?? SEEN;
      await expect
        .poll(() => host.requests.last(url)?.problem)
        .toEqual({
          headline: row.headline ?? `401 from ${SEEN}`,
          cause: row.cause,
          turn: row.turn,
          fix: row.fix,
        });
      await expect.poll(() => host.requests.last(url)?.source).toBe('src/Target.js:4:7');
    });
  });
}

/** Writes an extension with a token of its start and a button. */
function pressing({press: statement, toml = NETWORK}: Row, testInfo: TestInfo): Promise<string> {
  const source = `export default async () => {
  const token = await shopify.sessionToken.get().catch(() => null);
  const onClick = async () => {
${statement}
  };
  const button = Object.assign(document.createElement('s-button'), {textContent: 'Ask'});
  button.addEventListener('click', () => onClick().catch(() => {}));
  document.body.append(button);
};`;

  return writeExtension(TARGET, source, testInfo, {toml});
}

async function press(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Ask'}).click();
}
