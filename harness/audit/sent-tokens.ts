import type {CaseRun} from '../core/cases/case.ts';
import type {Reply} from './http-sender.ts';

/** Every token that a case has sent, none of which may be written. */
export function sentBy(run: CaseRun): readonly string[] {
  return [...run.tokens, ...derivedFrom(run)];
}

/** Returns strings that look like tokens and were not minted: another spelling of one, or a flipped bit. */
export function derivedFrom({steps, tokens}: CaseRun): readonly string[] {
  const carried = steps.flatMap(({request: {headers, query, body}}) =>
    [...headers, ...query].map(([, value]) => value).concat(body ?? ''),
  );

  const found = carried.flatMap((text) => text.match(/[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g) ?? []);
  return [...new Set(found)].filter(
    (token) => !tokens.some((minted) => minted.includes(token) || (minted !== '' && token.includes(minted))),
  );
}

/** Whether something in an answer looks like a token, or like all of one but its header. */
export function holdsToken(reply: Reply): boolean {
  return (
    !('failure' in reply) &&
    [reply.body, ...reply.headers.values()].some((text) => /[\w-]{8,}\.[\w-]{8,}/.test(text))
  );
}
