import type {Reason, Turn, Verdict} from '../../wire/verdict.ts';

/** A preflight whose answer a browser refuses. */
export interface RefusedPreflight {
  /** The method of the request that the preflight is for. */
  readonly method: string;
  readonly url: string;
  readonly reason: string;
  readonly turn: Turn;
  readonly fix: string | null;
}

/** An answer that the page cannot read. */
export interface Unreadable {
  readonly reason: string;
  readonly fix: string;
}

/** Explains that the browser did not send a request after its preflight. */
export function preflightRefused({method, url, reason, turn, fix}: RefusedPreflight): Verdict {
  return {
    headline: `The preflight of ${method} ${url} was refused by the browser`,
    cause: reason,
    turn,
    fix,
  };
}

/** Explains that simhost sent a preflight in place of the browser, whose answer a browser would refuse. */
export function preflightWouldBeRefused({method, url, reason, turn, fix}: RefusedPreflight): Verdict {
  return {
    headline: `A browser would not send ${method} ${url}`,
    cause: reason,
    turn,
    fix,
  };
}

/** Explains that browsers other than Chromium refuse the answer to a preflight. */
export function wildcardWarning(reason: string): Reason {
  return {cause: reason.replace(/\.$/, ''), turn: 'backend', fix: null};
}

/** Explains that a page cannot read an answer. */
export function answerUnreadable({reason, fix}: Unreadable): Reason {
  return {cause: `the page cannot read the answer, because ${reason}`, turn: 'backend', fix};
}

/**
 * Adds to the reason of a refusal that the page cannot read it. The reason comes first: in the browser's
 * console it looks like an error of CORS.
 */
export function withUnreadable({cause, turn, fix}: Reason, unreadable: Unreadable): Reason {
  const {reason, fix: header} = unreadable;
  return {
    cause: `${cause}; the page cannot read the answer, because ${reason}`,
    turn: turn === 'nobody' ? 'backend' : turn,
    fix: [fix, turn === 'extension' ? `In the backend: ${lowerFirst(header)}` : header]
      .filter((part) => part !== null)
      .join(' '),
  };
}

/** Explains a request whose connection ended before its answer. */
export function gaveUp(method: string, url: string): Verdict {
  return {
    headline: `${method} ${url} has no answer`,
    cause: 'the browser gave up before there was one',
    turn: 'nobody',
    fix: null,
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
