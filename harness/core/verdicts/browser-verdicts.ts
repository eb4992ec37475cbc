import type {Verdict} from './verdict.ts';

/** Explains that the browser did not send a request after its preflight. */
export function preflightRefused(method: string, url: string, reason: string): Verdict {
  return {
    headline: `The preflight of ${method} ${url} was refused by the browser`,
    cause: reason,
    turn: 'backend',
    fix: null,
  };
}

/** Explains that the browser did not show an answer to the page. */
export function answerUnreadable(reason: string): Verdict {
  return {headline: 'The browser kept the answer from the page', cause: reason, turn: 'backend', fix: null};
}
