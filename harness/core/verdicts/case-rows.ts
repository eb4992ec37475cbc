import {caseOf} from '../cases/catalogue.ts';
import {expectationOf} from '../cases/expectations.ts';
import {type AnsweredRequest, type AnswerRow, isAccepted, isRefused} from './answer-row.ts';

/** The explanations of answers to requests that a case broke. */
export const CASE_ROWS: readonly AnswerRow[] = [
  {
    name: 'a token that must be refused was accepted',
    explain: (answered) => {
      const {request} = answered;
      if (request.case === null || !isAccepted(request) || expectedOf(answered) !== 'refuse') return null;

      const {title, fix, class: kind} = caseOf(request.case);
      const gravity = kind === 'anyone' ? ', since it takes no secret' : '';
      return {
        cause: `this must be refused${gravity}: ${title} (case ${request.case})`,
        turn: 'backend',
        fix,
      };
    },
  },
  {
    name: 'a token that must be accepted was refused',
    explain: (answered) => {
      const {request} = answered;
      if (request.case === null || !isRefused(request) || expectedOf(answered) !== 'accept') return null;

      const {title, fix} = caseOf(request.case);
      return {cause: `this must be accepted: ${title} (case ${request.case})`, turn: 'backend', fix};
    },
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

      const isRightStatus = expectedOf(answered) === 'refuse' && status >= 400 && status < 500;
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

/** Finds the answer that a correct backend gives to the case of a request, if the kind of token is known. */
function expectedOf({request, credential}: AnsweredRequest): 'accept' | 'refuse' | 'either' | null {
  if (request.case === null || credential.kind !== 'token' || credential.profile === null) return null;
  return expectationOf(caseOf(request.case), credential.profile)?.verdict ?? null;
}
