import type {RequestEntry} from '../../wire/journal.ts';
import type {CorsDetail, RequestDetail, StepState, WayStep} from '../../wire/request-detail.ts';
import type {LoggedRequest} from '../verdicts/logged-request.ts';
import type {World} from '../world/world.ts';
import {asSentence} from './request-entry.ts';
import {tokenDetail} from './token-detail.ts';

/** The facts that a detail is made of. */
export interface DetailParts {
  readonly request: LoggedRequest;
  readonly entry: RequestEntry;
  /** The entries of all kept requests, oldest first. */
  readonly others: readonly RequestEntry[];
  readonly world: World;
  readonly canResend: boolean;
  /** The name of the code on the page, such as `Mini`. Default: `extension`. */
  readonly noun?: string;
}

/** The sides, as they follow "To change:". */
const SIDES = {
  backend: 'the backend',
  'set-up': 'the set-up of simhost',
} as const;

/** Describes one request for the console. */
export function requestDetail({
  request,
  entry,
  others,
  world,
  canResend,
  noun = 'extension',
}: DetailParts): RequestDetail {
  return {
    entry,
    headline: headlineOf(request, entry),
    explanation: explanationOf(request, entry),
    turn: turnOf(request, noun),
    way: wayOf(request, entry),
    token: tokenDetail(request, world, sentTimes(entry, others)),
    cors: corsOf(request),
    answer: request.answer,
    related: relatedTo(entry, others),
    canResend,
  };
}

function turnOf({problem, source}: LoggedRequest, noun: string): RequestDetail['turn'] {
  if (problem === null || problem.turn === 'nobody') return null;
  const who = problem.turn === 'extension' ? `the ${noun}` : SIDES[problem.turn];
  return {who, source, fix: problem.fix};
}

function headlineOf(
  {problem, status, outcome}: LoggedRequest,
  {mood, title, sentence}: RequestEntry,
): string {
  if (mood === 'right') return `${sentence}.`;
  if (problem !== null) return asSentence(problem.cause);
  if (mood === 'pending') return 'The answer has not arrived yet.';
  if (title === 'Session token') return 'The page asked the platform for a session token.';
  return outcome === 'platform' ? 'The platform answered.' : `The backend answered with ${String(status)}.`;
}

function explanationOf({problem, generated, source}: LoggedRequest, {mood}: RequestEntry): readonly string[] {
  const event = problem === null ? null : asSentence(mood === 'right' ? problem.cause : problem.headline);
  const made =
    generated.length === 0
      ? null
      : `The world lacks some values, so simhost generated them: ${generated.join(', ')}.`;
  // Whose turn it is has the line too.
  const hasTurn = problem !== null && problem.turn !== 'nobody';
  const line = source === null || hasTurn ? null : `Sent by ${source}.`;
  return [event, line, made].filter((each) => each !== null);
}

/** The steps of a request, each with its result. The step that failed is red. */
function wayOf(request: LoggedRequest, entry: RequestEntry): readonly WayStep[] {
  const {preflight, token, status, outcome} = request;
  const isRefusedByBrowser = typeof preflight !== 'string';
  const isAnswered = status !== null && !isRefusedByBrowser;
  const culprit = culpritOf(request, entry);

  const step = (name: string, text: string, isReached = true): WayStep => ({
    name,
    text,
    state: stateOf(name, culprit, isReached),
  });

  return [
    step('Sent', request.sender === 'backend' ? 'by the backend' : 'by the page'),
    step('Preflight', isRefusedByBrowser ? 'refused' : PREFLIGHTS[preflight], preflight !== 'none'),
    step('Token', token === null ? 'none' : tokenWord(entry), token !== null || culprit === 'Token'),
    step(
      outcome === 'platform' ? 'Platform' : 'Backend',
      isAnswered ? answerWord(status, entry) : 'no answer',
      isAnswered || culprit === 'Backend',
    ),
    step('Page', isAnswered && request.cors?.readable !== false ? 'can read it' : 'gets nothing', isAnswered),
  ];
}

const PREFLIGHTS = {
  none: 'not needed',
  allowed: 'allowed',
  cached: 'cached',
  'not sent': 'not sent',
} as const;

function stateOf(name: string, culprit: string | null, isReached: boolean): StepState {
  if (name === culprit) return 'bad';
  return isReached ? 'ok' : 'none';
}

/** Returns the step that the problem is about. */
function culpritOf(
  {problem, preflight, status, outcome, cors}: LoggedRequest,
  {mood}: RequestEntry,
): string | null {
  if (problem === null || mood === 'right') return null;
  if (typeof preflight !== 'string') return 'Preflight';
  if (status === null || outcome === 'failed' || outcome === 'refused') return 'Backend';
  if (cors?.readable === false && status < 400) return 'Page';
  return problem.turn === 'extension' || problem.turn === 'set-up' ? 'Token' : 'Backend';
}

function tokenWord({mood, case: id, sentence}: RequestEntry): string {
  if (id !== null) return id;
  if (mood !== 'problem') return 'good';
  return /expired/.test(sentence) ? 'expired' : 'sent';
}

function answerWord(status: number, {mood}: RequestEntry): string {
  return mood === 'right' ? `${status}, right` : String(status);
}

function corsOf({origin, preflight, cors, sender}: LoggedRequest): CorsDetail | null {
  if (origin === null || cors === null || sender === 'backend') return null;

  const isRefused = typeof preflight !== 'string';
  const isUnreadable = cors.readable === false;
  const asked = cors.asked.length === 0 ? '' : ` It asks for ${cors.asked.join(', ')}.`;
  const preflightWords = isRefused ? asSentence(preflight.refused) : PREFLIGHT_SENTENCES[preflight];
  const readable = `Access-Control-Allow-Origin is ${cors.allowOrigin ?? 'missing'}${
    isUnreadable ? ', so the page cannot read the answer.' : '.'
  }`;

  const headers: readonly (readonly [name: string, value: string | null])[] = [
    ['Access-Control-Allow-Origin', cors.allowOrigin],
    ['Access-Control-Allow-Methods', cors.allowMethods],
    ['Access-Control-Allow-Headers', cors.allowHeaders],
  ];

  return {
    verdict: corsVerdict(isRefused, isUnreadable),
    state: isRefused || isUnreadable ? 'bad' : 'ok',
    text: [
      `The request came from the origin ${origin}.${asked}`,
      preflightWords,
      ...(isRefused ? [] : [readable]),
      ...(cors.warning === null ? [] : [cors.warning]),
    ].join(' '),
    headers: headers.filter((header): header is readonly [string, string] => header[1] !== null),
  };
}

const PREFLIGHT_SENTENCES = {
  none: 'It needs no preflight.',
  allowed: 'The preflight was allowed.',
  cached: 'The browser had an earlier preflight.',
  'not sent': 'No preflight was sent.',
} as const;

function corsVerdict(isRefused: boolean, isUnreadable: boolean): string {
  if (isRefused) return 'A browser would not send it';
  return isUnreadable ? 'The page cannot read the answer' : 'A browser lets it through';
}

function sentTimes(entry: RequestEntry, others: readonly RequestEntry[]): number {
  return others.filter(({token, to}) => token !== null && token === entry.token && to === 'backend').length;
}

/** Finds the requests with the same token, and the next one to the same address after a refusal. */
function relatedTo(entry: RequestEntry, others: readonly RequestEntry[]): RequestDetail['related'] {
  const same = others
    .filter(({n, token}) => n !== entry.n && token !== null && token === entry.token)
    .slice(-MOST_RELATED)
    .map(({n}) => ({text: n < entry.n ? 'Same token, sent before' : 'Same token, sent again', n}));

  const isRefused = entry.status === 401 || entry.status === 403;
  const next = isRefused
    ? others.find(({n, method, url}) => n > entry.n && method === entry.method && url === entry.url)
    : undefined;

  const retry = next === undefined ? [] : [{text: `Sent again, answered ${next.mark}`, n: next.n}];
  return [...retry, ...same.filter(({n}) => n !== next?.n)];
}

const MOST_RELATED = 4;
