import {SimhostError} from '../errors.ts';
import type {Answer} from './http-sender.ts';

/** Whether an answer means that the request was accepted. */
export type Acceptance = (answer: Answer) => boolean;

/**
 * Reads what an accepted request looks like. Each condition is one of these, and all must hold:
 *
 * - `status:2xx`, `status:200,204`
 * - `body:text` is in the body, `not-body:text` is not; a string between slashes is a regular expression
 *
 * @throws {SimhostError} `ERR_BAD_OPTION`
 */
export function readAcceptance(given: Acceptance | string | readonly string[] = 'status:2xx'): Acceptance {
  if (typeof given === 'function') return given;
  const conditions = [given].flat().map(readCondition);
  return (answer) => conditions.every((holds) => holds(answer));
}

/** Whether these conditions hold or not for an answer without a body. A function may look at anything. */
export function needsBody(given: Acceptance | string | readonly string[] = []): boolean {
  return typeof given === 'function' || [given].flat().some((text) => !text.startsWith('status:'));
}

function readCondition(text: string): Acceptance {
  const [, name = '', value = ''] = /^([a-z-]+):(.+)$/s.exec(text) ?? [];
  const read = Object.hasOwn(CONDITIONS, name) ? CONDITIONS[name] : undefined;
  const condition = read?.(value);
  if (condition !== undefined) return condition;

  throw new SimhostError('ERR_BAD_OPTION', `Not a condition for accepted requests: ${text}`, {
    next: `For example --accepted-if 'status:200', 'body:"ok":true' or 'not-body:/"errors?"/'.`,
  });
}

const CONDITIONS: Readonly<Record<string, (value: string) => Acceptance | undefined>> = {
  status: (value) => {
    const patterns = value.split(',').map((part) => /^[1-5](xx|\d\d)$/.exec(part.trim())?.[0]);
    if (patterns.includes(undefined)) return undefined;
    return ({status}) =>
      patterns.some((pattern) => pattern === String(status) || pattern === `${String(status)[0]}xx`);
  },
  body: (value) => matcher(value),
  'not-body': (value) => {
    const found = matcher(value);
    return found === undefined ? undefined : (answer) => !found(answer);
  },
};

function matcher(value: string): Acceptance | undefined {
  const source = /^\/(.+)\/$/s.exec(value)?.[1];
  if (source === undefined) return ({body}) => body.includes(value);
  try {
    const pattern = new RegExp(source);
    return ({body}) => pattern.test(body);
  } catch {
    return undefined;
  }
}
