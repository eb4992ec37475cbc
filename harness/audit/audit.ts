import {caseOf} from '../cases/catalogue.ts';
import {Backend} from './backend.ts';
import {checkAfter, checkControls} from './controls.ts';
import {curlOf} from './curl.ts';
import {describeReply, describeSent} from './describe.ts';
import {ForgerServer} from './forger-server.ts';
import {isLoopback, readOptions} from './options.ts';
import type {Assignment, AuditOptions} from './options.ts';
import type {AuditReport, Counts, Finding} from './report.ts';
import {runCases} from './run.ts';
import {sentBy} from './sent-tokens.ts';
import type {Evidence, Outcome} from './run.ts';
import type {Veil} from './veil.ts';

/**
 * Runs the catalogue of cases against a running backend: what it wrongly accepts, wrongly refuses, or fails on. Tokens
 * are minted at the moment of sending; the backend must know the same client id and secret.
 *
 * @example
 * ```ts
 * import {audit} from 'simhost/audit';
 *
 * const report = await audit('http://localhost:3000/api/points', {profile: 'customer-account', clientId: 'key', secret: 'secret'});
 * if (report.verdict !== 'clean') throw new Error(report.diagnosis ?? report.findings.map((finding) => finding.case).join(', '));
 * ```
 * @throws {SimhostError} for options that cannot be right, such as `ERR_NOT_LOOPBACK`, `ERR_UNKNOWN_CASE`; whatever the
 * backend does is in the report
 */
export async function audit(url: string | URL, options: AuditOptions = {}): Promise<AuditReport> {
  const assignment = await readOptions(url, options);
  // A backend elsewhere cannot reach what listens here.
  const forger = isLoopback(assignment.url.hostname) ? await ForgerServer.start() : undefined;
  const backend = new Backend(assignment, {forgerServer: forger?.url});
  try {
    const controls = await checkControls(backend);
    if ('diagnosis' in controls) return notAuditable(assignment, controls.diagnosis);
    const {outcomes, silencedBy} = await runCases(backend, controls);
    const diagnosis = silencedBy === undefined ? await checkAfter(backend) : null;
    return diagnosis === null ? reportOn(backend, outcomes) : notAuditable(assignment, diagnosis);
  } finally {
    backend.close();
    forger?.close();
  }
}

function notAuditable(assignment: Assignment, diagnosis: string): AuditReport {
  const counts: Counts = {cases: 0, passed: 0, findings: 0, known: 0, notApplicable: 0};
  return {...head(assignment), verdict: 'not-auditable', diagnosis, findings: [], notApplicable: [], passed: [], counts};
}

function reportOn({assignment, veil}: Backend, outcomes: readonly Outcome[]): AuditReport {
  const wrong = toldOnce(outcomes.filter((outcome) => outcome.state === 'wrong'));
  const fresh = wrong.filter(({id}) => !assignment.known.has(id));
  const findings = fresh.map((outcome) => findingOf(outcome, assignment, veil));
  const failed = new Set(wrong.map(({id}) => id));
  const passed = outcomes.filter(({id, state}) => state !== 'not applicable' && !failed.has(id)).map(({id}) => id);
  const notApplicable = outcomes.flatMap((outcome) =>
    outcome.state === 'not applicable' ? [{case: outcome.id, reason: outcome.reason}] : [],
  );
  return {
    ...head(assignment),
    verdict: findings.length === 0 ? 'clean' : 'findings',
    findings,
    notApplicable,
    passed,
    counts: {
      cases: outcomes.length,
      passed: passed.length,
      findings: findings.length,
      known: wrong.length - findings.length,
      notApplicable: notApplicable.length,
    },
  };
}

function head({url, profile}: Assignment): Pick<AuditReport, 'url' | 'profile'> {
  const shown = new URL(url);
  if (shown.password !== '') shown.password = '***';
  return {url: shown.href, profile};
}

type Wrong = Extract<Outcome, {state: 'wrong'}>;

/**
 * A backend that repeats tokens, or shows stacks, does so in each of its refusals: that is one finding, told by the case
 * that is about it, or else by the first.
 */
function toldOnce(wrong: readonly Wrong[]): readonly Wrong[] {
  const tellers = new Map<string, Wrong>();
  for (const outcome of wrong) {
    const {aspect} = outcome.fault;
    if (aspect !== 'leak' && aspect !== 'stack') continue;
    if (!tellers.has(aspect) || outcome.id === NAMED[aspect]) tellers.set(aspect, outcome);
  }
  return wrong.filter((outcome) => [undefined, outcome].includes(tellers.get(outcome.fault.aspect)));
}

const NAMED: Readonly<Record<'leak' | 'stack', string>> = {leak: 'http-leak', stack: 'http-stack'};

function findingOf({id, fault, run, reply, also, jtis, now}: {id: Wrong['id']} & Evidence, assignment: Assignment, veil: Veil): Finding {
  const {says, source, fix, severity} = caseOf(id);
  const spelled = run.variant === '' ? '' : ` (${[run.variant, ...also].join(', ')})`;
  const tokens = sentBy(run);
  const got = describeReply(reply, tokens, veil);
  return {
    case: id,
    severity: fault.aspect === 'status' ? 'low' : severity,
    sent: `${says}${spelled}: ${describeSent(assignment.url, {steps: run.steps, tokens, jtis, now}, veil)}`,
    expected: fault.expected,
    source,
    got: fault.remark === undefined ? got : `${fault.remark}: ${got}`,
    fix,
    curl: veil.hide(curlOf(run, assignment, now), tokens),
  };
}
