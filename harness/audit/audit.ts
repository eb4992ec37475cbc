import {isLoopback} from '../wire/loopback.ts';
import {Backend} from './backend.ts';
import {checkAfter, checkControls} from './controls.ts';
import {findingsOf} from './findings.ts';
import type {Wrong} from './findings.ts';
import {ForgerServer} from './forger-server.ts';
import {readOptions} from './options.ts';
import type {AuditConfig, AuditOptions} from './options.ts';
import type {Outcome} from './outcome.ts';
import {recognizeLibrary} from './recognize-library.ts';
import {inOrder} from './report.ts';
import type {AuditReport, Counts, Finding} from './report.ts';
import {runCases} from './run-cases.ts';
import {REAL_TIMING} from './timing.ts';
import type {Timing} from './timing.ts';

/**
 * Runs the catalogue of cases against a running backend: what it wrongly accepts, wrongly refuses, or fails on. Tokens
 * are minted at the moment of sending; the backend must know the same client id and secret.
 *
 * @example
 * ```ts
 * import {audit} from 'simhost/audit';
 *
 * const report = await audit('http://localhost:3000/api/points', {profile: 'customer-account', clientId: 'key', secret: 'secret'});
 * if (report.verdict !== 'clean') throw new Error(report.diagnosis ?? report.findings[0]?.title);
 * ```
 * @throws {SimhostError} for options that cannot be right, such as `ERR_NOT_LOOPBACK`, `ERR_UNKNOWN_CASE`. All that
 * the backend does is in the report
 */
export async function audit(url: string | URL, options: AuditOptions = {}): Promise<AuditReport> {
  return auditWith(REAL_TIMING, url, options);
}

/** Audits by another clock than the machine's, so that a test need not wait for tokens to expire. */
export async function auditWith(
  timing: Timing,
  url: string | URL,
  options: AuditOptions,
): Promise<AuditReport> {
  const config = await readOptions(url, options);
  // A backend elsewhere cannot reach what listens here.
  const forger = isLoopback(config.url.hostname) ? await ForgerServer.start() : undefined;
  const backend = new Backend(config, {forgerServer: forger?.url, timing});

  try {
    const controls = await checkControls(backend);
    if ('diagnosis' in controls) return notAuditable(config, controls.diagnosis);
    const {outcomes, silencedBy} = await runCases(backend, controls);
    const diagnosis = silencedBy === undefined ? await checkAfter(backend) : null;
    return diagnosis === null ? reportOn(backend, outcomes) : notAuditable(config, diagnosis);
  } finally {
    backend.close();
    forger?.close();
  }
}

function notAuditable(config: AuditConfig, diagnosis: string): AuditReport {
  const counts: Counts = {cases: 0, passed: 0, wrong: 0, findings: 0, known: 0, choices: 0, notApplicable: 0};
  return {
    ...head(config),
    verdict: 'not-auditable',
    diagnosis,
    findings: [],
    notApplicable: [],
    passed: [],
    counts,
  };
}

function reportOn(backend: Backend, outcomes: readonly Outcome[]): AuditReport {
  const {config} = backend;
  const passed = outcomes.filter(({state}) => state === 'right').map(({id}) => id);
  const notApplicable = outcomes.flatMap((outcome) =>
    outcome.state === 'not applicable' ? [{case: outcome.id, reason: outcome.reason}] : [],
  );

  const allWrong = outcomes.filter((outcome) => outcome.state === 'wrong');
  const {library, others: wrong} = recognizeLibrary({wrong: allWrong, passed});
  const isKnown = ({id}: Wrong): boolean => config.known.has(id);
  const unknown = wrong.filter((each) => !isKnown(each));

  const fresh = findingsOf(unknown, backend);
  const known = findingsOf(wrong.filter(isKnown), backend).map((finding): Finding => ({
    ...finding,
    known: true,
  }));

  return {
    ...head(config),
    verdict: fresh.length === 0 ? 'clean' : 'findings',
    findings: inOrder([...fresh, ...known]),
    ...(library === null ? {} : {library}),
    notApplicable,
    passed,
    counts: {
      cases: outcomes.length,
      passed: passed.length,
      wrong: unknown.length,
      findings: fresh.length,
      known: known.length,
      choices: allWrong.length - wrong.length,
      notApplicable: notApplicable.length,
    },
  };
}

function head({url, profile}: AuditConfig): Pick<AuditReport, 'url' | 'profile'> {
  return {url: url.href, profile};
}
