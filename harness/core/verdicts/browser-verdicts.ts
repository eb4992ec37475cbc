import type {Reason, Verdict} from '../../wire/verdict.ts';

/** Explains that the browser did not send a request after its preflight. */
export function preflightRefused(method: string, url: string, reason: string): Verdict {
  return {
    headline: `The preflight of ${method} ${url} was refused by the browser`,
    cause: reason,
    turn: 'backend',
    fix: fixOfPreflight(reason),
  };
}

/** Explains that simhost sent a preflight in place of the browser, whose answer a browser would refuse. */
export function preflightWouldBeRefused(method: string, url: string, reason: string): Verdict {
  return {
    headline: `A browser would not send ${method} ${url}`,
    cause: reason,
    turn: 'backend',
    fix: fixOfPreflight(reason),
  };
}

/** Explains that browsers other than Chromium refuse the answer to a preflight. */
export function wildcardWarning(reason: string): Reason {
  return {cause: reason.replace(/\.$/, ''), turn: 'backend', fix: null};
}

/** Explains that a page cannot read an answer. */
export function answerUnreadable(reason: string): Verdict {
  return {headline: 'The browser kept the answer from the page', cause: reason, turn: 'backend', fix: null};
}

/**
 * Adds to the reason of a refusal that the page cannot read it. The reason comes first: in the browser's
 * console it looks like an error of CORS.
 */
export function withUnreadable({cause, turn, fix}: Reason, unreadable: string): Reason {
  return {
    cause: `${cause}; the page cannot read the answer, because ${unreadable}`,
    turn: turn === 'nobody' ? 'backend' : turn,
    fix: [fix, 'Let the backend send CORS headers with refusals and errors too.']
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

function fixOfPreflight(reason: string): string | null {
  return /^OPTIONS answered 40[13]$/.test(reason)
    ? 'Answer OPTIONS before the token is checked: browsers send none with a preflight.'
    : null;
}
