import type {CaseId} from '../core/cases/case-id.ts';
import type {Profile, Severity} from '../core/cases/case.ts';
import type {Reach} from '../core/cases/cause.ts';
import type {Verdict} from '../wire/verdict.ts';

/** The result of an audit. Two runs against the same backend give the same report. */
export interface AuditReport {
  /** The URL of the backend, without credentials. */
  readonly url: string;
  /** The kind of token that the backend is there for. */
  readonly profile: Profile;
  /** The result as a word, which decides the exit code of the command. */
  readonly verdict: 'clean' | 'findings' | 'not-auditable';
  /** The reason why it could not be audited, and the likely cause. */
  readonly diagnosis?: string;
  /**
   * The faults, in the order in which to fix them: what outsiders can use, hardening, interop. Within each group, the
   * most severe is first. Those that the baseline knew are marked, and do not count for the verdict.
   */
  readonly findings: readonly Finding[];
  /** The library that verifies the tokens, if its answers show which one. Its choices are not findings. */
  readonly library?: Library;
  /** The cases that say nothing about this backend: they were not sent, or their answer cannot be judged. */
  readonly notApplicable: readonly NotApplicable[];
  /** The cases that were answered as they should be. */
  readonly passed: readonly CaseId[];
  /** The number of cases by result. */
  readonly counts: Counts;
}

/** A fault of the backend: one cause, with every case that it explains. `sent` to `curl` are about `case`. */
export interface Finding {
  /** Id of the case that shows the fault best, as `simhost cases` lists it. */
  readonly case: CaseId;
  /** Every case that was answered wrong because of the fault, `case` first. */
  readonly cases: readonly CaseId[];
  /** The name of the cause: a key of the table of causes, or the id of the case if it is the only one. */
  readonly cause: string;
  /** The fault, as a sentence. */
  readonly title: string;
  /** The people who can make use of it. */
  readonly reach: Reach;
  /** The severity, from `critical` to `low`. A fault that needs the app's own secret is never `critical`. */
  readonly severity: Severity;
  /** The request, without token or secret. */
  readonly sent: string;
  /** The answer of a correct backend. */
  readonly expected: string;
  /** The source of the rule. */
  readonly source: string;
  /** The answer, without token or secret. */
  readonly got: string;
  /** The same answer in the words of the request log. `null` if the log would not call it a problem. */
  readonly problem: Verdict | null;
  /** The change that the backend needs. */
  readonly fix: string;
  /** A shell line that sends it again; it mints the token into a variable, with the secret read from the environment. */
  readonly curl: string;
  /** The baseline knew it already. */
  readonly known?: true;
}

/** A library that was recognised by its answers. */
export interface Library {
  /** The name, with the call. */
  readonly name: string;
  /** The wrong answers that the library gives by design, grouped by reason. */
  readonly choices: readonly Choice[];
}

/** Wrong answers that a library gives by design. */
export interface Choice {
  /** The cases, as `simhost cases` lists them. */
  readonly cases: readonly CaseId[];
  /** The reason, and what the backend can do about it. */
  readonly why: string;
  /** The code or documentation of the library. */
  readonly source: string;
}

/** Returns the findings that are new since the baseline. */
export function newFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({known}) => known === undefined);
}

/** Returns the findings that the baseline knew already. */
export function knownFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({known}) => known === true);
}

export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** The groups of a report, in their order. */
export const REACHES: readonly Reach[] = ['outsider', 'hardening', 'interop'];

/** Puts findings in the order of reports: by reach, then by severity. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      REACHES.indexOf(a.reach) - REACHES.indexOf(b.reach) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

/** A case that was not sent, with the reason. */
export interface NotApplicable {
  /** The id of the case. */
  readonly case: CaseId;
  /** The reason. */
  readonly reason: string;
}

/** The number of cases by result. */
export interface Counts {
  /** Cases that the catalogue has. */
  readonly cases: number;
  /** Cases that the backend answered right. */
  readonly passed: number;
  /** Cases that the backend answered wrong, and that the baseline did not know. */
  readonly wrong: number;
  /** Findings that the baseline did not know: the causes of those cases. */
  readonly findings: number;
  /** Findings that the baseline knew already. */
  readonly known: number;
  /** Cases that were answered wrong by the design of a known library. */
  readonly choices: number;
  /** Cases that the backend's profile does not have, or that need an option. */
  readonly notApplicable: number;
}
