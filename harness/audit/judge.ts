import type {Expectation} from '../core/cases/case.ts';
import {describeCorsRule, judgeCors} from '../core/verdicts/cors-rule.ts';
import {mentions, ownerOf} from './answer-owner.ts';
import {isAppBridgePage, judgeBounce} from './bounce.ts';
import type {Answer} from './http-sender.ts';
import type {Fault, JudgeInput} from './judge-input.ts';

/** Everything that is wrong with an answer, the gravest first. */
export function judge(input: JudgeInput): readonly Fault[] {
  const {reply, expects} = input;
  if ('failure' in reply) {
    const isClosed = !reply.unreachable && reply.late !== true;
    return isClosed && (expects.verdict === 'either' || expects.mayClose === true)
      ? []
      : [{aspect: 'failure', expected: describeExpected(expects)}];
  }
  return CHECKS.flatMap((check) => check(reply, input) ?? []);
}

type Check = (answer: Answer, input: JudgeInput) => Fault | null;

const CHECKS: readonly Check[] = [
  ({status}, {expects}) =>
    status >= 500 && expects.mayFail !== true
      ? {aspect: 'failure', expected: `${describeExpected(expects)}, never ${status}`}
      : null,
  (answer, {expects, config}) => {
    const to = expects.noCrossOriginRedirect === true ? sentOnTo(answer, config.url) : null;
    return to === null
      ? null
      : {
          aspect: 'verdict',
          expected: `${describeExpected(expects)}, sent on to no other origin`,
          remark: `sent on to ${to}`,
        };
  },
  (answer, {expects, config}) => {
    if (expects.verdict === 'either' || config.accepts(answer) === (expects.verdict === 'accept'))
      return null;
    return {aspect: 'verdict', expected: describeExpected(expects)};
  },
  (answer, input) => {
    const {answerBelongsTo} = input.expects;
    if (
      answerBelongsTo === undefined ||
      !input.config.accepts(answer) ||
      ownerOf(answer, input) !== 'request'
    )
      return null;

    return {aspect: 'follows', ...FOLLOWING[answerBelongsTo]};
  },
  (answer, {expects, forged}) => {
    const told = expects.bodyLacks?.includes('forged') === true && mentions(answer, forged);
    return told
      ? {aspect: 'follows', expected: `${describeExpected(expects)}, without the forged value in it`}
      : null;
  },
  (answer, {expects, tokens, mayBounce}) => {
    const said = saidIn(answer, mayBounce);
    if (expects.bodyLacks?.includes('token') !== true || !tokens.some((token) => repeats(said, token)))
      return null;
    return {
      aspect: 'leak',
      expected: `${describeExpected(expects)}, without the token in it`,
      remark: 'the token, repeated',
    };
  },
  ({body}, {expects}) => {
    if (expects.bodyLacks?.includes('stack') !== true || !STACK.test(body)) return null;
    return {
      aspect: 'stack',
      expected: `${describeExpected(expects)}, without a stack trace in it`,
      remark: 'a stack trace',
    };
  },
  ({headers}, {expects}) => {
    for (const [name, pattern] of Object.entries(expects.headers ?? {})) {
      const value = headers.get(name);
      if (pattern.test(value ?? '')) continue;
      return {
        aspect: 'header',
        expected: `${describeExpected(expects)} with the header ${name}`,
        remark: value === null ? `no ${name}` : `${name}: ${value}`,
      };
    }

    return null;
  },
  (answer, {expects, app}) => {
    if (expects.bounce === undefined) return null;
    const remark = judgeBounce(expects.bounce, answer, app);
    return remark === null
      ? null
      : {aspect: 'header', expected: `${describeExpected(expects)}, ${BOUNCES[expects.bounce]}`, remark};
  },
  (answer, {expects, request}) => {
    if (expects.cors === undefined) return null;
    const remark = judgeCors(expects.cors, request, answer);
    return remark === null
      ? null
      : {
          aspect: 'header',
          expected: `${describeExpected(expects)}, ${describeCorsRule(expects.cors, request)}`,
          remark,
        };
  },
  (answer, {expects, controls, config, strictStatus, mayBounce}) => {
    if (expects.verdict !== 'refuse' || config.hasCustomAcceptance) return null;
    if (mayBounce && isAppBridgePage(answer)) return null;
    const refusals = mayBounce ? [...expects.statuses, '3xx' as const] : expects.statuses;
    const right = strictStatus ? refusals : [...refusals, controls.refusal, ...NO_SUCH_ROUTE];
    return right.some((pattern) => matches(answer.status, pattern))
      ? null
      : {aspect: 'status', expected: describeExpected(expects)};
  },
];

const FOLLOWING = {
  token: {
    expected: 'the answer that the token gets, without regard to forged values',
    remark: 'another answer',
  },
  owner: {
    expected: 'refused, or the answer that comes for something that nobody has',
    remark: 'another answer',
  },
  asker: {expected: 'an answer about the customer who asks', remark: 'the answer of the customer before'},
} as const;

const BOUNCES = {
  redirect: 'by a redirect to the bounce page with shopify-reload',
  page: 'by a page that loads App Bridge with the client id of the app',
} as const;

/** A route that is not there for another query or method has refused as well. */
const NO_SUCH_ROUTE = [404, 405];

/** The statuses that a reader may expect, by the kind of answer. */
export function describeExpected({verdict, statuses}: Expectation): string {
  return `${VERBS[verdict]} (${statuses.join(' or ')})`;
}

const VERBS = {accept: 'accepted', refuse: 'refused', either: 'accepted or refused'} as const;

function matches(status: number, pattern: Expectation['statuses'][number]): boolean {
  return typeof pattern === 'number' ? status === pattern : Math.floor(status / 100) === Number(pattern[0]);
}

/** The other origin that a redirect leads to. */
function sentOnTo({status, headers}: Answer, from: URL): string | null {
  const location = headers.get('location');
  if (status < 300 || status > 399 || location === null || !URL.canParse(location, from.href)) return null;
  const {origin} = new URL(location, from);
  return origin === from.origin ? null : origin;
}

/** Collects the strings of an answer. A bounce hands the query on, and a separate case looks for `id_token` in it. */
function saidIn({body, headers}: Answer, mayBounce: boolean): readonly string[] {
  const said = [...headers].filter(([name]) => !mayBounce || name !== 'location');
  return [body, ...said.map(([, value]) => value)];
}

/** Whether an answer has a whole token, or all of it but its header. */
function repeats(said: readonly string[], token: string): boolean {
  const telling = [token, token.slice(token.indexOf('.') + 1)].filter(({length}) => length >= 16);
  return telling.some((text) => said.some((place) => place.includes(text)));
}

const STACK = /(\n|\\n)\s+at .+:\d+:\d+|Traceback \(most recent call last\)|(\n|\\n)#\d+ \/.+\(\d+\)/;
