import {caseOf} from '../cases/catalogue.ts';
import {expectationOf} from '../cases/expectations.ts';
import type {Reason} from '../../wire/verdict.ts';
import {idTokenOf} from '../../wire/launch-parameters.ts';
import {type AnsweredRequest, type AnswerRow, isAccepted, isRefused} from './answer-row.ts';
import {wrongAnswerReason} from './case-reasons.ts';

/** The explanations of answers to requests that a case broke. */
export const CASE_ROWS: readonly AnswerRow[] = [
  {
    name: 'a token that must be refused was accepted',
    explain: (answered) => (isAccepted(answered.request) ? wrongAnswer(answered) : null),
  },
  {
    name: 'a token that must be accepted was refused',
    explain: (answered) => (isRefused(answered.request) ? wrongAnswer(answered) : null),
  },
  {
    name: 'either answer to a case is right',
    explain: (answered) => {
      const {request} = answered;
      if (request.case === null || !isRefused(request) || expectedOf(answered) !== 'either') return null;

      const {title} = caseOf(request.case);
      return {
        cause: `${title} (case ${request.case}), and nothing settles the answer to that`,
        turn: 'nobody',
        fix: null,
      };
    },
  },
  {
    name: 'the right answer to a case',
    explain: (answered) => {
      const {request} = answered;
      const {status} = request;
      if (request.case === null || status === null) return null;

      const isClientError = status >= 400 && status < 500;
      // A document of an app has its token in the URL, and a right server sends it to the bounce page.
      const isBounced = status >= 300 && status < 400 && idTokenOf(request.url) !== null;
      const isRightStatus = expectedOf(answered) === 'refuse' && (isClientError || isBounced);
      return isRightStatus || isRefused(request)
        ? {
            cause: `this is the right answer to ${request.case} (${caseOf(request.case).title})`,
            turn: 'nobody',
            fix: null,
          }
        : null;
    },
  },
];

function wrongAnswer(answered: AnsweredRequest): Reason | null {
  const {case: id, status} = answered.request;
  if (id === null || status === null) return null;
  return wrongAnswerReason({id, expected: expectedOf(answered), status});
}

/** Finds the answer that a correct backend gives to the case of a request, if the kind of token is known. */
function expectedOf({request, credential}: AnsweredRequest): 'accept' | 'refuse' | 'either' | null {
  if (request.case === null || credential.kind !== 'token' || credential.profile === null) return null;
  return expectationOf(caseOf(request.case), credential.profile)?.verdict ?? null;
}
