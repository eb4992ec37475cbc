import type {Profile} from '../core/cases/case.ts';
import {tokensOf} from '../core/cases/profiles.ts';
import {answerVerdict} from '../core/verdicts/answer-rows.ts';
import {BACKEND_FAILED, GOOD_TOKEN_REFUSED, isRefusal} from '../core/verdicts/case-reasons.ts';
import {CLOCK_DIFFERS, backendClock, clockDifference} from '../core/verdicts/credential-rows.ts';
import {describeVerdict} from '../core/verdicts/verdict.ts';
import {PUBLISHED_TEST_CLIENT_ID, PUBLISHED_TEST_SECRET} from '../core/world/app.ts';
import type {Backend, TokenChange} from './backend.ts';
import {demandedClaims} from './demanded-claims.ts';
import type {Answer, Reply} from './http-sender.ts';

/** Seconds by which clocks may differ. */
const TOLERANCE = 10;

const SET_CLOCK = 'Set it right, or use its real time.';

export const RATE_LIMITED =
  'The backend limits the rate of requests (429), even if they come one at a time.\nLikely cause: a rate limiter. Switch it off, or raise its limit, during an audit.';

/** Explains why a backend did not accept a valid token. If the answer does not show the cause, other tokens are tried. */
export async function diagnose(backend: Backend, reply: Reply): Promise<string> {
  if ('failure' in reply) return unreachable(backend, reply.failure);
  const {status} = reply;
  const obvious = OBVIOUS.find(({statuses}) => statuses.includes(status));
  const alone = needsPlatform(backend) && (obvious === undefined || status >= 500);
  if (status === 429) return RATE_LIMITED;

  const known = alone ? NEEDS_PLATFORM : obvious?.cause(reply, backend);
  const cause = known ?? (await acceptedInstead(backend, reply)) ?? hint(reply);
  return `${eventOf(backend, status)}\nLikely cause: ${cause}`;
}

/** Describes the answer to a valid token as the request log does, if it refuses the token. */
function eventOf({config: {url}, redactor}: Backend, status: number): string {
  if (!isRefusal(status)) return `The backend does not accept valid tokens: it answered ${status}.`;
  const event = answerVerdict({status, url: redactor.redact(url.href)}, {...GOOD_TOKEN_REFUSED, fix: null});
  return describeVerdict({...event, turn: 'nobody'});
}

function unreachable({config: {url}}: Backend, failure: string): string {
  return `No answer from ${url.host}: ${failure}.\nLikely cause: the backend is not running, or listens on another address. Start it first.`;
}

interface Obvious {
  readonly statuses: readonly number[];
  readonly cause: (answer: Answer, backend: Backend) => string;
}

const OBVIOUS: readonly Obvious[] = [
  {
    statuses: [301, 302, 303, 307, 308],
    cause: ({headers}, {config: {url}, answerRedactor}) =>
      `it redirects to ${answerRedactor.redact(target(headers.get('location'), url))}. Audit an address that answers directly: a route for requests of an extension, not a page with a login.`,
  },
  {
    statuses: [404],
    cause: (_answer, {config: {url}}) =>
      `the path is wrong: nothing is at ${url.pathname}. Give the whole URL of a route that takes tokens.`,
  },
  {
    statuses: [405, 501],
    cause: ({headers}, {config: {template}, answerRedactor}) =>
      `the route does not take ${template.method}${headers.has('allow') ? `, but ${answerRedactor.redact(headers.get('allow') ?? '')}` : ''}. Name another with --method.`,
  },
  {
    statuses: [400, 411, 415, 422],
    cause: (_answer, {config: {template}}) =>
      template.body === null
        ? 'the route also needs a body (--data), a header (--header) or another method (--method).'
        : 'the body or its type is not what the route needs: see --data and --header.',
  },
  {statuses: [410], cause: () => 'it treats the audit as a bot, or the route no longer exists.'},
];

function target(location: string | null, base: URL): string {
  if (location === null || !URL.canParse(location, base.href)) return 'nowhere';
  const {origin, pathname} = new URL(location, base);
  return origin === base.origin ? pathname : `${origin}${pathname}`;
}

/** Finds out what is wrong for a backend that judges the token, by sending other tokens. */
async function acceptedInstead(backend: Backend, reply: Answer): Promise<string | null> {
  const {config} = backend;
  const ahead = secondsAhead(reply.headers.get('date'));
  const wrongClock = clockThatRefuses(ahead, config);
  if (wrongClock !== null) return `${wrongClock}. ${SET_CLOCK}`;

  for (const {guess, cause} of guesses(backend)) {
    const tried = await backend.ask(() => backend.good(guess));
    if (!('failure' in tried) && config.accepts(tried)) return cause;
  }

  const demanded = await demandedClaims(backend);
  return demanded ?? (ahead > TOLERANCE ? `${clockDifference(ahead, 'ahead')}. ${SET_CLOCK}` : null);
}

/**
 * Describes a clock that makes a backend refuse a fresh token, as the request log does. A backend that is ahead by less
 * than the life of a token accepts it.
 */
function clockThatRefuses(ahead: number, {profile}: Backend['config']): string | null {
  if (ahead < -TOLERANCE) return backendClock(-ahead, 'behind');
  return ahead >= tokensOf(profile).recipe.life ? backendClock(ahead, 'ahead') : null;
}

/** Whether the backend asks the platform about tokens, and no platform is set. */
function needsPlatform({config: {profile, platform}}: Backend): boolean {
  return ASK_PLATFORM.has(profile) && platform === undefined;
}

const NEEDS_PLATFORM =
  'it asks the platform about the token, and that platform did not issue it. Point it at a running simhost serve, and pass its URL with --platform.';

const ASK_PLATFORM: ReadonlySet<Profile> = new Set<Profile>(['shop-minis', 'vtex']);

interface SuspectedCause {
  readonly guess: TokenChange;
  readonly cause: string;
}

function guesses({config: {world, previousSecret}}: Backend): readonly SuspectedCause[] {
  const {clientId, clientSecret} = world.app;
  const trials: SuspectedCause[] = [
    {
      guess: {app: {clientSecret: PUBLISHED_TEST_SECRET}},
      cause:
        'wrong secret: it runs with the published test secret. Start it with yours, or leave --secret out.',
    },
    {
      guess: {app: {clientId: PUBLISHED_TEST_CLIENT_ID}},
      cause:
        'wrong client id: it runs with the published test value. Start it with yours, or leave --client-id out.',
    },
    {
      guess: {app: {clientId: PUBLISHED_TEST_CLIENT_ID, clientSecret: PUBLISHED_TEST_SECRET}},
      cause:
        'wrong client id and secret: it runs with the published test values. Start it with yours, or leave --client-id and --secret out.',
    },
    {
      guess: {app: {clientSecret: clientSecret.trim()}},
      cause: 'wrong secret: the given one has space around it, and the one of the backend does not.',
    },
    {
      guess: {app: {clientSecret: `${clientSecret}\n`}},
      cause: 'wrong secret: the one of the backend ends with a line break.',
    },
    {
      guess: {app: {clientSecret: `"${clientSecret}"`}},
      cause: 'wrong secret: the one of the backend has quotes around it.',
    },
    ...(previousSecret === undefined
      ? []
      : [
          {
            guess: {app: {clientSecret: previousSecret}},
            cause: 'wrong secret: it still knows only the previous one.',
          },
        ]),
  ];

  return trials.filter(({guess: {app = {}}}) => differs(app, {clientId, clientSecret}));
}

function differs(
  guess: {clientId?: string; clientSecret?: string},
  given: {clientId: string; clientSecret: string},
): boolean {
  return (
    (guess.clientId ?? given.clientId) !== given.clientId ||
    (guess.clientSecret ?? given.clientSecret) !== given.clientSecret
  );
}

/** Counts the seconds by which the backend's clock is ahead of ours; negative if it is behind. */
function secondsAhead(date: string | null): number {
  const theirs = Date.parse(date ?? '');
  return Number.isNaN(theirs) ? 0 : Math.round((theirs - Date.now()) / 1000);
}

/** Reads a cause from the words of a refusal. */
function hint({status, body, headers}: Answer): string {
  if (status >= 500) return `${BACKEND_FAILED.cause} with every token that was tried. See its output.`;

  const text = `${body} ${headers.get('www-authenticate') ?? ''}`;
  const found = HINTS.find(({words}) => words.test(text));
  return (
    found?.cause ??
    'wrong secret, wrong client id or wrong shop: use what the backend runs with (--secret, --client-id, --shop).'
  );
}

/** Words by which backends explain a refusal. */
const HINTS: readonly {readonly words: RegExp; readonly cause: string}[] = [
  {
    words: /signature|secret/i,
    cause: 'wrong secret: the backend mentions the signature. Use the one that it runs with (--secret).',
  },
  {
    words: /\baud\b|audience|api key|client.?id/i,
    cause: 'wrong client id: the backend mentions the audience. Use the one that it runs with (--client-id).',
  },
  {
    words: /expired|not active|\bnbf\b|\bexp\b/i,
    cause: `${CLOCK_DIFFERS}: its answer mentions the times. ${SET_CLOCK}`,
  },
  {
    words: /shop|dest|issuer|\biss\b/i,
    cause:
      'wrong shop, or wrong profile: the backend mentions the shop. Use the one that it is installed in (--shop), and see --profile.',
  },
];
