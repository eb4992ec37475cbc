import type {Backend, TokenRequest} from './backend.ts';
import {diagnose, RATE_LIMITED} from './diagnose.ts';
import {checkDocuments} from './documents.ts';
import type {DocumentControls} from './documents.ts';
import type {Answer, Reply} from './http-sender.ts';

/** Baseline answers: to a valid token, and to no token at all. */
export interface Controls {
  /** Whether valid tokens get the same body each time. */
  readonly stable: boolean;
  /** The status without a token. */
  readonly refusal: number;
  /** The documents of an embedded app. */
  readonly documents: DocumentControls;
}

/** Sends valid tokens, and a request without one. Returns a `diagnosis` if the backend cannot be audited. */
export async function checkControls(backend: Backend): Promise<Controls | {readonly diagnosis: string}> {
  const {accepts, template} = backend.config;
  const reply = await backend.ask(() => backend.good());
  const good = acceptance(reply, accepts);
  if (good === null) return {diagnosis: await diagnose(backend, reply)};

  const second = await backend.ask(() => backend.good());
  const again = acceptance(second, accepts);

  if (again === null) {
    const says = `A valid token was accepted, and the next one was not: ${wordsFor(second)}.`;
    return {diagnosis: `${says}\nLikely cause: the backend keeps state that the audit does not know.`};
  }

  const without = await backend.ask((): TokenRequest => ({request: template, tokens: []}));
  const open = acceptance(without, accepts);
  if (open !== null) return {diagnosis: alike(good, open, backend)};
  if ('failure' in without) {
    const says = `Without a token no answer comes: ${without.failure}.`;
    return {diagnosis: `${says}\nLikely cause: the backend fails if the Authorization header is missing.`};
  }

  return {
    stable: good.body === again.body,
    refusal: without.status,
    documents: await checkDocuments(backend),
  };
}

/** Checks the backend after the cases. Returns what happened to it, or `null` if it still accepts valid tokens. */
export async function checkAfter(backend: Backend): Promise<string | null> {
  if (backend.throttle.limited) return RATE_LIMITED;
  const reply = await backend.ask(() => backend.good());
  if (acceptance(reply, backend.config.accepts) !== null) return null;
  if ('failure' in reply)
    return `The backend stopped responding during the audit: ${reply.failure}.\nLikely cause: a case crashed it. Use --only to find which.`;
  return `After the cases, the backend refuses valid tokens: ${wordsFor(reply)}.\nLikely cause: it locks out clients that send many invalid ones. Switch that off during an audit.`;
}

/** Whether the backend does not even answer a valid token. */
export async function isSilent(backend: Backend): Promise<boolean> {
  return 'failure' in (await backend.ask(() => backend.good()));
}

/** Returns the answer if it means that the request was accepted. */
function acceptance(reply: Reply, accepts: (answer: Answer) => boolean): Answer | null {
  return !('failure' in reply) && accepts(reply) ? reply : null;
}

function wordsFor(reply: Reply): string {
  return 'failure' in reply ? reply.failure : `it answered ${reply.status}`;
}

function alike(good: Answer, without: Answer, {config: {profile, template}}: Backend): string {
  if (profile === 'embedded' && template.path === undefined)
    return `${SAME_DOCUMENT}: ${without.status}.\n${NAME_A_ROUTE}`;
  if (good.body === without.body) {
    return `The backend answers the same with and without a token: ${good.status}, and the same body.\nLikely cause: the route is public, something in front of it (a static file, a catch-all) answers, or it checks no token.`;
  }
  return `The backend accepts a request without a token: ${without.status}.\nLikely cause: it reports the refusal in the body. Describe an accepted answer, for example --accepted-if 'not-body:error'.`;
}

const SAME_DOCUMENT = 'The app gives its document to requests with and without a token';
const NAME_A_ROUTE =
  'Likely cause: the document has no data, and its page asks for them. Name a route that it asks: --xhr /api/products.';
