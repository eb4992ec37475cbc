import {type AnswerRow, isOfVtex, refusal} from './answer-row.ts';
import type {Credential} from './credential.ts';

/** The explanation of a token that VTEX got twice. It says nothing about the token itself. */
export const SENT_TWICE: AnswerRow = refusal(
  'VTEX gets the token twice',
  ({credential, request: {status, outcome}}) =>
    credential.kind === 'token' && credential.isSentTwice && status === 401 && outcome === 'backend'
      ? {
          cause: 'the token was sent twice, in a header and in a cookie',
          turn: 'extension',
          fix: 'VTEX refuses to validate a token that comes twice: send it in one of them.',
        }
      : null,
);

/** The explanations of refusals by tokens of VTEX. */
export const VTEX_ROWS: readonly AnswerRow[] = [
  refusal('a token of VTEX was revoked', ({credential}) =>
    credential.kind === 'token' && credential.isRevoked
      ? {cause: `${ownerOf(credential)} was revoked`, turn: 'extension', fix: 'Sign in again.'}
      : null,
  ),
  refusal('a token of VTEX gives no right', ({credential, request: {status}}) =>
    isOfVtex(credential) && status === 403
      ? {cause: `${ownerOf(credential)} is good, but gives no right to this`, turn: 'backend', fix: null}
      : null,
  ),
  refusal('a good token of VTEX', ({credential}) =>
    isOfVtex(credential)
      ? {
          cause: `${ownerOf(credential)} was good`,
          turn: 'backend',
          fix: 'Check the account and the audience that the backend expects, and its own rules.',
        }
      : null,
  ),
];

function ownerOf({claims: {sub, audience, account}}: Extract<Credential, {kind: 'token'}>): string {
  return `the token of ${String(sub)} (${String(audience)}, account ${String(account)})`;
}
