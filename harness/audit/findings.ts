import {caseOf} from '../core/cases/catalogue.ts';
import {type Backend, outgoing} from './backend.ts';
import {curlOf} from './curl.ts';
import {describeReply, describeSent} from './describe.ts';
import {groupByCause} from './group-by-cause.ts';
import type {AnswersByCause} from './group-by-cause.ts';
import {NO_TOKEN_CASE} from './judge-run.ts';
import type {Outcome} from './outcome.ts';
import {problemOf} from './problem.ts';
import type {Finding} from './report.ts';
import {sentBy} from './sent-tokens.ts';

/** A case that was answered wrong. */
export type Wrong = Extract<Outcome, {state: 'wrong'}>;

/** Makes one finding of all wrong answers that have the same cause. */
export function findingsOf(wrong: readonly Wrong[], backend: Backend): readonly Finding[] {
  return groupByCause(wrong).map((group) => findingOf(group, backend));
}

function findingOf(
  {name, cause, lead, others}: AnswersByCause<Wrong>,
  {config, redactor, answerRedactor}: Backend,
): Finding {
  const {id, fault, run, reply, also, jtis, now} = lead;
  const variants = run.variant === '' ? '' : ` (${[run.variant, ...also].join(', ')})`;
  const tokens = sentBy(run);
  const sent = describeSent(config, {steps: run.steps, tokens, jtis, now}, redactor);
  const got = describeReply(reply, tokens, answerRedactor);

  return {
    case: id,
    cases: [id, ...others.map((other) => other.id)],
    cause: name,
    title: cause.title,
    reach: cause.reach,
    severity: cause.severity,
    sent: `${caseOf(run.id).title}${variants}: ${sent}`,
    expected: fault.expected,
    source: caseOf(id).source,
    got: fault.remark === undefined ? got : `${answerRedactor.redact(fault.remark, tokens)}: ${got}`,
    problem: problemOf(lead, redactor.redact(addressOf(lead, config), tokens)),
    fix: fixOf(lead, cause.fix),
    curl: redactor.redact(curlOf(lead, config), tokens),
  };
}

/** The URL of the last request of a case. */
function addressOf({run: {steps}}: Wrong, {url}: Backend['config']): string {
  const last = steps.at(-1);
  return last === undefined ? url.href : outgoing(url, last.request).url.href;
}

/** A refusal with another status needs the right one. The case without a token says more. */
function fixOf({id, fault, expects}: Wrong, fix: string): string {
  return fault.aspect === 'status' && id !== NO_TOKEN_CASE
    ? `Refuse it with the status ${expects.statuses.join(' or ')}.`
    : fix;
}
