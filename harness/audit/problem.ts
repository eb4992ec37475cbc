import {answerVerdict} from '../core/verdicts/answer-rows.ts';
import {wrongAnswerReason} from '../core/verdicts/case-reasons.ts';
import type {Verdict} from '../wire/verdict.ts';
import type {Found} from './outcome.ts';

/**
 * Writes a wrong answer in the words of the request log, so that an audit and a test say the same. `null` if the log
 * would not call it a problem: it does not compare bodies, and it expects no certain status of a refusal.
 */
export function problemOf(
  {fault, expects, run, reply}: Pick<Found, 'fault' | 'expects' | 'run' | 'reply'>,
  url: string,
): Verdict | null {
  if ('failure' in reply || (fault.aspect !== 'verdict' && fault.aspect !== 'failure')) return null;

  const {status} = reply;
  const reason = wrongAnswerReason({id: run.id, expected: expects.verdict, status});
  return reason === null ? null : answerVerdict({status, url}, reason);
}
