import type {Hearing} from './judge.ts';
import type {Answer} from './send.ts';

/** Whom an accepted answer follows where something is forged beside the token. */
export type Followed = 'token' | 'request' | 'unknown';

type Heard = Pick<Hearing, 'expects' | 'forged' | 'control' | 'controls' | 'assignment'>;

export function followed(answer: Answer, {expects, forged, control, controls, assignment}: Heard): Followed {
  const comparison = control === null || 'failure' in control ? null : control;
  if (names(answer, forged) && (comparison === null || !names(comparison, forged))) return 'request';
  if (comparison === null) return 'unknown';
  // What is refused where nobody has it, and given where somebody else has, is given away.
  if (!assignment.accepts(comparison)) return expects.follows === 'owner' ? 'request' : 'unknown';
  if (!controls.stable) return 'unknown';
  return answer.body === comparison.body ? 'token' : 'request';
}

/** Why nothing can be said of an answer in which no fault was found; `null` where it is right. */
export function doubtOf(hearing: Hearing): string | null {
  const {reply, expects, controls, assignment} = hearing;
  if ('failure' in reply || expects.follows === undefined || !assignment.accepts(reply)) return null;
  if (followed(reply, hearing) !== 'unknown') return null;
  return controls.stable
    ? 'sent, but the same without anything forged is refused: there is no answer to compare with'
    : 'sent, but the answers vary from one good request to the next: none shows whom it is about';
}

/** Whether a value stands in a body, and not merely as a part of another. */
export function names({body}: Pick<Answer, 'body'>, values: readonly string[]): boolean {
  const text = body.replaceAll(String.raw`\/`, '/');
  return values.some((value) => new RegExp(String.raw`(?<![\w-])${value.replaceAll(/[^\w]/g, String.raw`\$&`)}(?![\w-])`).test(text));
}
