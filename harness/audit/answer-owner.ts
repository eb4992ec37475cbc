import type {Answer, Reply} from './http-sender.ts';
import type {JudgeInput} from './judge-input.ts';

/** The side that an accepted answer is about: the token, or a forged part of the request. */
export type AnswerOwner = 'token' | 'request' | 'unknown';

type OwnerInput = Pick<
  JudgeInput,
  'expects' | 'request' | 'forged' | 'control' | 'before' | 'controls' | 'config'
>;

export function ownerOf(given: Answer, input: OwnerInput): AnswerOwner {
  const {expects, forged, control, controls, config, request} = input;
  if (expects.answerBelongsTo === 'asker') return ownerForAsker(given, input);

  const answer = withoutAddress(given, request.query);
  const comparison =
    control === null || 'failure' in control ? null : withoutAddress(control, request.control?.query ?? []);
  if (mentions(answer, forged) && (comparison === null || !mentions(comparison, forged))) return 'request';
  if (comparison === null) return 'unknown';
  // An answer that nobody else gets, and that the forged request got, belongs to somebody else.
  if (!config.accepts(comparison)) return expects.answerBelongsTo === 'owner' ? 'request' : 'unknown';
  if (!controls.stable) return 'unknown';

  return answer.body === comparison.body ? 'token' : 'request';
}

/** Decides, after two customers asked at one address, whether the second got the answer of the first. */
function ownerForAsker(
  answer: Answer,
  {request, forged, control, before, controls, config}: OwnerInput,
): AnswerOwner {
  const [first, fresh] = [before, control].map((reply) => acceptedIn(reply, config));
  if (!first || !fresh || !config.accepts(answer)) return 'unknown';

  const isKept = answer.body === first.body;
  if (isKept && answer.body === atTheAddressOf(request, fresh.body)) {
    return mentions(answer, forged) && !mentions(answer, request.own ?? []) ? 'request' : 'unknown';
  }

  if (mentions(answer, forged) && !mentions(fresh, forged)) return 'request';
  if (!controls.stable) return 'unknown';
  return isKept ? 'request' : 'token';
}

function acceptedIn(reply: Reply | null, {accepts}: OwnerInput['config']): Answer | null {
  return reply !== null && !('failure' in reply) && accepts(reply) ? reply : null;
}

/** Takes the query of a request out of its answer, since the forms of a page may repeat its address. */
function withoutAddress(answer: Answer, query: OwnerInput['request']['query']): Answer {
  if (query.length === 0) return answer;

  const search = new URLSearchParams();
  for (const [name, value] of query) search.append(name, value);
  const written = SEPARATORS.map((separator) => escaped(String(search).replaceAll('&', separator))).join('|');
  const address = new RegExp(`(?:[?]|${SEPARATORS.map(escaped).join('|')})(?:${written})`, 'g');
  return {...answer, body: answer.body.replaceAll(address, '')};
}

/** The ways in which text, HTML and a script write the separator of a query. */
const SEPARATORS: readonly string[] = ['&', '&amp;', String.raw`\u0026`];

function escaped(text: string): string {
  return text.replaceAll(/[^\w]/g, String.raw`\$&`);
}

/** Rewrites the control's answer as if it had asked at the same address, since an answer may repeat its address. */
function atTheAddressOf({query, control}: OwnerInput['request'], body: string): string {
  const pairs = query.map(([, value], index) => [control?.query[index]?.[1] ?? value, value] as const);
  return pairs.reduce((text, [from, to]) => (from === to ? text : text.replaceAll(from, to)), body);
}

/** Returns the reason why an answer without a fault shows nothing, or `null` if it is right. */
export function doubtOf(input: JudgeInput): string | null {
  const {reply, expects, controls, config, before, control} = input;
  if ('failure' in reply || expects.answerBelongsTo === undefined) return null;
  if (expects.answerBelongsTo !== 'asker' && !config.accepts(reply)) return null;
  if (ownerOf(reply, input) !== 'unknown') return null;
  if (expects.answerBelongsTo === 'asker') {
    if ([reply, before, control].some((each) => acceptedIn(each, config) === null)) return NO_FRESH_ADDRESS;
    if (controls.stable) return ALIKE;
  }

  return controls.stable
    ? 'sent, but the same request without anything forged is refused, so no answer can be compared with'
    : 'sent, but the answers to valid requests vary, so none shows whom it is about';
}

const NO_FRESH_ADDRESS =
  'sent, but valid tokens are refused with another parameter in the query, so no address can be compared with';
const ALIKE =
  'sent, but both customers get the same answer at every address: it is about neither of them, or cached by path';

/** Whether a body contains one of the values as a whole word. */
export function mentions({body}: Pick<Answer, 'body'>, values: readonly string[]): boolean {
  const text = body.replaceAll(String.raw`\/`, '/');
  return values.some((value) => new RegExp(String.raw`(?<![\w-])${escaped(value)}(?![\w-])`).test(text));
}
