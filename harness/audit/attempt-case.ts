import type {CaseId} from '../core/cases/case-id.ts';
import {caseOf} from '../core/cases/catalogue.ts';
import type {CaseStep} from '../core/cases/case.ts';
import {notApplicable} from '../core/cases/not-applicable.ts';
import type {OutgoingRequest} from '../core/cases/outgoing-request.ts';
import {runsOf} from '../core/cases/runs.ts';
import type {Backend} from './backend.ts';
import type {Controls} from './controls.ts';
import {canSend} from './http-sender.ts';
import type {Reply} from './http-sender.ts';
import {findingsIn, unansweredIn} from './judge-run.ts';
import type {MintedRuns, SentRun, StepReply} from './judge-run.ts';
import type {CaseAttempt} from './outcome.ts';
import {isRateLimited} from './request-throttle.ts';

/** Sends a case and judges its answers, if it applies to the backend. */
export async function attemptCase(backend: Backend, controls: Controls, id: CaseId): Promise<CaseAttempt> {
  const reason = reasonAgainst(backend, id);
  return reason === null ? sendWhenAllowed(backend, controls, id) : {id, state: 'not applicable', reason};
}

async function sendWhenAllowed(backend: Backend, controls: Controls, id: CaseId): Promise<CaseAttempt> {
  const sent: SentRun[] = [];
  // Waiting cases are not throttled, so others continue meanwhile.
  const send = (): Promise<ThrottledReply> => sendRuns(backend, controls, id, sent);
  if (waitOf(id) > 0) await send();
  else await backend.throttle.run(send);

  if (sent.length === 0) {
    const needsDocuments = id.startsWith('embed-') && controls.documents.unusable !== null;
    const reason = needsDocuments ? controls.documents.unusable : null;
    return {id, state: 'not applicable', reason: reason ?? 'HTTP cannot carry it'};
  }

  return {
    id,
    state: 'sent',
    found: sent.flatMap((each) => findingsIn(each, backend, controls)),
    unanswered: sent.flatMap((each) => unansweredIn(each, backend, controls)),
  };
}

function waitOf(id: CaseId): number {
  return caseOf(id).waitSeconds ?? 0;
}

function reasonAgainst({config, forgerServer}: Backend, id: CaseId): string | null {
  const {skip, profile, previousSecret, destructive, wait} = config;
  const skipped = skip.get(id);
  if (skipped !== undefined) return `skipped: ${skipped}`;
  if (caseOf(id).destructive === true && !destructive)
    return 'it may slow down or crash the backend: destructive (--destructive) sends it';
  if (caseOf(id).needs === 'forgerServer' && forgerServer === undefined) {
    return 'the forged keys are only served on this machine, and the backend is on another one';
  }

  const reason = notApplicable(id, profile, {previousSecret, forgerServer});
  if (reason !== null || wait || waitOf(id) === 0) return reason;
  return `${waitOf(id)} s of real time must pass for it: wait (--wait) lets them`;
}

/** The case that reports an app which refuses valid document requests. All others need such an answer. */
const OPENS_THE_APP: CaseId = 'embed-document';

function isForDocument({request: {via}}: CaseStep): boolean {
  return via !== undefined;
}

/**
 * Sends a request to the target of a redirect, at the audited server: apps redirect to the host of their own settings.
 * `null` without a redirect, so that the answer itself is the page.
 */
function redirected(given: OutgoingRequest, reply: Reply): OutgoingRequest | null {
  const location = 'failure' in reply ? null : reply.headers.get('location');
  if (location === null || !URL.canParse(location, 'http://localhost')) return null;

  const {pathname, search} = new URL(location, 'http://localhost');
  return {...given, path: `${pathname}${search}`};
}

/** Mints the tokens of a case at one instant. Reports give times relative to that instant. */
async function makeRuns(backend: Backend, id: CaseId): Promise<MintedRuns> {
  const instant = backend.timing.now();
  const jtis: string[] = [];
  const jti = async (): Promise<string> => {
    const drawn = crypto.randomUUID();
    jtis.push(drawn);
    return drawn;
  };

  const runs = await runsOf(id, backend.config.profile, backend.runOptions({now: () => instant, jti}));
  return {runs, jtis, now: Math.floor(instant / 1000)};
}

interface ThrottledReply {
  /** The reply that the throttle looks at. */
  readonly reply: Reply;
  /** Whether a variant got its final answer. */
  readonly progressed: boolean;
}

/** Sends each remaining variant in turn. Stops when rate-limited, so that the caller can retry with fresh tokens. */
async function sendRuns(
  backend: Backend,
  controls: Controls,
  id: CaseId,
  sent: SentRun[],
): Promise<ThrottledReply> {
  const {runs, jtis, now} = await makeRuns(backend, id);
  const before = sent.length;
  let reply: Reply = {failure: 'nothing was sent', unreachable: false};

  for (const run of runs) {
    if (sent.some((each) => each.run.variant === run.variant)) continue;
    if (!run.steps.every(({request}) => canSend(request))) continue;
    if (id !== OPENS_THE_APP && controls.documents.unusable !== null && run.steps.some(isForDocument))
      continue;

    const answers: StepReply[] = [];
    const steps: CaseStep[] = [];

    for (const step of run.steps) {
      const request = step.followsRedirect === true ? redirected(step.request, reply) : step.request;
      steps.push(request === null ? step : {...step, request});
      if (request === null) {
        answers.push({reply, control: null});
        continue;
      }

      const {after = 0} = step;
      if (after > 0) await backend.timing.wait(after * 1000);
      const control = request.control === undefined ? null : await backend.send(request.control);
      reply = await backend.send(request);
      for (const each of [control, reply]) {
        if (each !== null && isRateLimited(each)) return {reply: each, progressed: sent.length > before};
      }

      answers.push({reply, control});
    }

    sent.push({run: {...run, steps}, answers, jtis, now});
  }

  return {reply, progressed: true};
}
