import type {Ask, Backend} from './backend.ts';
import {diagnose, RATE_LIMITED} from './diagnose.ts';
import type {Answer, Reply} from './send.ts';

/** How the backend answers what nothing is wrong with, and what nothing is right with. */
export interface Controls {
  /** Whether good tokens get the same body each time. */
  readonly stable: boolean;
  /** The status without a token. */
  readonly refusal: number;
}

/** Asks with good tokens and without one; what keeps the backend from being audited is the `diagnosis`. */
export async function checkControls(backend: Backend): Promise<Controls | {readonly diagnosis: string}> {
  const {accepts, template} = backend.assignment;
  const reply = await backend.ask(() => backend.good());
  const good = acceptance(reply, accepts);
  if (good === null) return {diagnosis: await diagnose(backend, reply)};

  const second = await backend.ask(() => backend.good());
  const again = acceptance(second, accepts);

  if (again === null) {
    const says = `A good token was accepted, and the next one was not: ${wordsFor(second)}.`;
    return {diagnosis: `${says}\nLikely cause: the backend keeps a state that the audit does not know of.`};
  }

  const without = await backend.ask((): Ask => ({request: template, tokens: []}));
  const open = acceptance(without, accepts);
  if (open !== null) return {diagnosis: alike(good, open)};
  if ('failure' in without) {
    const says = `Without a token no answer comes: ${without.failure}.`;
    return {diagnosis: `${says}\nLikely cause: the backend fails where the Authorization header is missing.`};
  }

  return {stable: good.body === again.body, refusal: without.status};
}

/** After the cases: what happened to the backend meanwhile; `null` where it still takes good tokens. */
export async function checkAfter(backend: Backend): Promise<string | null> {
  if (backend.pace.limited) return RATE_LIMITED;
  const reply = await backend.ask(() => backend.good());
  if (acceptance(reply, backend.assignment.accepts) !== null) return null;
  if ('failure' in reply)
    return `The backend ended, or hangs, since the cases were sent: ${reply.failure}.\nLikely cause: one of them crashed it; --only finds out which.`;
  return `After the cases, the backend refuses good tokens: ${wordsFor(reply)}.\nLikely cause: it locks out whoever shows many bad ones. Switch that off where it is audited.`;
}

/** Whether no answer comes, not even to a good token. */
export async function isSilent(backend: Backend): Promise<boolean> {
  return 'failure' in (await backend.ask(() => backend.good()));
}

/** The answer, if it says that the request was accepted. */
function acceptance(reply: Reply, accepts: (answer: Answer) => boolean): Answer | null {
  return !('failure' in reply) && accepts(reply) ? reply : null;
}

function wordsFor(reply: Reply): string {
  return 'failure' in reply ? reply.failure : `it answered ${reply.status}`;
}

function alike(good: Answer, without: Answer): string {
  if (good.body === without.body) {
    return `The backend answers alike with and without a token: ${good.status}, and the same body.\nLikely cause: the route is public, or something before it (a static file, a catch-all) answers; or it checks no token at all.`;
  }
  return `The backend accepts a request without a token: ${without.status}.\nLikely cause: it tells of its refusal in the body. Say what an accepted answer looks like, for example --accepted-if 'not-body:error'.`;
}
