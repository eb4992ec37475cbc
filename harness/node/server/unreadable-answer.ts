import type {Unreadable} from '../../core/verdicts/browser-verdicts.ts';
import {fixOfUnreadable} from '../../core/verdicts/cors-fix.ts';
import {type Answer, judgeResponse} from '../../core/verdicts/cors-protocol.ts';

/**
 * Returns the reason why a page cannot read an answer, and the change of the backend; `null` if it can.
 *
 * @param origin the origin of the page; `null` for its own server
 * @param sent the headers of the request
 */
export function unreadableReason(
  origin: string | null,
  sent: Headers,
  {status, headers}: Answer,
): Unreadable | null {
  if (origin === null) return null;

  const asked = {origin, credentials: sent.has('cookie')};
  const reason = judgeResponse(asked, headers);
  const isAuthorized = sent.has('authorization');
  return reason === null ? null : {reason, fix: fixOfUnreadable({...asked, status, isAuthorized})};
}
