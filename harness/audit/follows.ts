import type {JudgeInput} from './judge-input.ts';
import type {Answer, Reply} from './send.ts';

/** Whom an accepted answer follows where something is forged beside the token. */
export type Followed = 'token' | 'request' | 'unknown';

type Heard = Pick<
  JudgeInput,
  'expects' | 'request' | 'forged' | 'control' | 'before' | 'controls' | 'assignment'
>;

export function followed(answer: Answer, heard: Heard): Followed {
  const {expects, forged, control, controls, assignment} = heard;
  if (expects.answerBelongsTo === 'asker') return askerFollowed(answer, heard);

  const comparison = control === null || 'failure' in control ? null : control;
  if (names(answer, forged) && (comparison === null || !names(comparison, forged))) return 'request';
  if (comparison === null) return 'unknown';
  // What is refused where nobody has it, and given where somebody else has, is given away.
  if (!assignment.accepts(comparison)) return expects.answerBelongsTo === 'owner' ? 'request' : 'unknown';
  if (!controls.stable) return 'unknown';

  return answer.body === comparison.body ? 'token' : 'request';
}

/** One customer has asked at an address, then another: whether that one got the answer of the first. */
function askerFollowed(
  answer: Answer,
  {request, forged, control, before, controls, assignment}: Heard,
): Followed {
  const [first, fresh] = [before, control].map((reply) => acceptedIn(reply, assignment));
  if (!first || !fresh || !assignment.accepts(answer)) return 'unknown';

  const isKept = answer.body === first.body;
  if (isKept && answer.body === atTheAddressOf(request, fresh.body)) {
    return names(answer, forged) && !names(answer, request.own ?? []) ? 'request' : 'unknown';
  }

  if (names(answer, forged) && !names(fresh, forged)) return 'request';
  if (!controls.stable) return 'unknown';
  return isKept ? 'request' : 'token';
}

function acceptedIn(reply: Reply | null, {accepts}: Heard['assignment']): Answer | null {
  return reply !== null && !('failure' in reply) && accepts(reply) ? reply : null;
}

/** What the control was answered, as if it had asked at the same address: an answer may name its own. */
function atTheAddressOf({query, control}: Heard['request'], body: string): string {
  const pairs = query.map(([, value], index) => [control?.query[index]?.[1] ?? value, value] as const);
  return pairs.reduce((text, [from, to]) => (from === to ? text : text.replaceAll(from, to)), body);
}

/** Why nothing can be said of an answer in which no fault was found; `null` where it is right. */
export function doubtOf(hearing: JudgeInput): string | null {
  const {reply, expects, controls, assignment, before, control} = hearing;
  if ('failure' in reply || expects.answerBelongsTo === undefined) return null;
  if (expects.answerBelongsTo !== 'asker' && !assignment.accepts(reply)) return null;
  if (followed(reply, hearing) !== 'unknown') return null;
  if (expects.answerBelongsTo === 'asker') {
    if ([reply, before, control].some((each) => acceptedIn(each, assignment) === null))
      return NO_FRESH_ADDRESS;
    if (controls.stable) return ALIKE;
  }

  return controls.stable
    ? 'sent, but the same without anything forged is refused: there is no answer to compare with'
    : 'sent, but the answers vary from one good request to the next: none shows whom it is about';
}

const NO_FRESH_ADDRESS =
  'sent, but good tokens are refused with another parameter in the query: there is no address to compare with';
const ALIKE =
  'sent, but both customers get one answer at every address: it is about neither of them, or kept by path';

/** Whether a value stands in a body, and not merely as a part of another. */
export function names({body}: Pick<Answer, 'body'>, values: readonly string[]): boolean {
  const text = body.replaceAll(String.raw`\/`, '/');
  return values.some((value) =>
    new RegExp(String.raw`(?<![\w-])${value.replaceAll(/[^\w]/g, String.raw`\$&`)}(?![\w-])`).test(text),
  );
}
