import {readFile} from 'node:fs/promises';
import {CASE_IDS} from '../core/cases/catalogue.ts';
import {messageOf, SimhostError} from '../errors.ts';
import type {AuditReport, Finding} from './report.ts';

/**
 * Reads the cases that a former report found wrong.
 *
 * @throws {SimhostError} `ERR_BAD_BASELINE`
 */
export async function readBaseline(baseline: AuditReport | string | undefined): Promise<ReadonlySet<string>> {
  if (baseline === undefined) return new Set();

  const report = (
    typeof baseline === 'string' ? await parsed(baseline) : baseline
  ) as Partial<AuditReport> | null;

  const what = typeof baseline === 'string' ? baseline : 'the object given';
  const findings = report?.findings;
  if (!Array.isArray(findings)) throw badBaseline(what, 'it has no findings');
  if (report?.verdict === 'not-auditable')
    throw badBaseline(what, 'it is of a backend that could not be audited');
  const known: readonly string[] = CASE_IDS;

  // Reports of earlier versions have one finding for each case.
  const ids = findings.flatMap((finding: Partial<Finding>) =>
    [finding.case ?? [], finding.cases ?? []].flat(),
  );
  return new Set(ids.filter((id) => known.includes(id)));
}

async function parsed(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw badBaseline(path, messageOf(error));
  }
}

function badBaseline(what: string, why: string): SimhostError {
  return new SimhostError('ERR_BAD_BASELINE', `The baseline ${what} cannot be read: ${why}.`, {
    next: 'Write one with --report json=baseline.json.',
  });
}
