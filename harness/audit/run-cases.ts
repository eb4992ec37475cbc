import type {CaseId} from '../core/cases/case-id.ts';
import {CASE_IDS, caseOf} from '../core/cases/catalogue.ts';
import {attemptCase} from './attempt-case.ts';
import type {Backend} from './backend.ts';
import {isSilent} from './controls.ts';
import type {Controls} from './controls.ts';
import {isWronglyAccepted, outcomesOf} from './outcome.ts';
import type {CaseAttempt, Outcome} from './outcome.ts';

export interface CasesRun {
  readonly outcomes: readonly Outcome[];
  /** The case after which the backend stopped answering, if it is known. */
  readonly silencedBy: CaseId | undefined;
}

/**
 * Sends every case that applies, and judges the answers. In the order of the catalogue; but what may crash a backend is sent
 * last and alone, so that it is known what did.
 */
export async function runCases(backend: Backend, controls: Controls): Promise<CasesRun> {
  const {only, onProgress} = backend.config;
  const ids = CASE_IDS.filter((id) => only === undefined || only.has(id));
  const tried = new Map<CaseId, CaseAttempt>();
  const note = (trial: CaseAttempt): void => {
    tried.set(trial.id, trial);
    onProgress({done: tried.size, of: ids.length, case: trial.id});
  };

  const isDestructive = (id: CaseId): boolean => caseOf(id).destructive === true;

  await Promise.all(
    ids.filter((id) => !isDestructive(id)).map(async (id) => note(await attemptCase(backend, controls, id))),
  );

  let silencedBy: CaseId | undefined;
  for (const id of ids.filter(isDestructive)) {
    const reason = `no answer has come since ${silencedBy}`;
    const trial =
      silencedBy === undefined
        ? await attemptCase(backend, controls, id)
        : ({id, state: 'not applicable', reason} as const);

    const stopped = trial.state === 'sent' && trial.unanswered.length > 0 && (await isSilent(backend));
    if (stopped) silencedBy = id;
    note(stopped && trial.found.length === 0 ? {...trial, found: trial.unanswered} : trial);
  }

  const trials = ids.flatMap((id) => tried.get(id) ?? []);
  const presupposed = new Set(
    trials.filter(wasWronglyAccepted).flatMap(({id}) => caseOf(id).presupposes ?? []),
  );
  const asked = silencedBy === undefined ? [...presupposed].filter((id) => !tried.has(id)) : [];
  const further = await Promise.all(asked.map((id) => attemptCase(backend, controls, id)));
  // Failed prerequisites are reported even if the caller did not ask for them.
  const told = [...trials, ...further.filter(wasWronglyAccepted)];
  const accepted = new Set(told.filter(wasWronglyAccepted).map(({id}) => id));

  return {outcomes: outcomesOf(told, (id) => accepted.has(id)), silencedBy};
}

function wasWronglyAccepted(trial: CaseAttempt): boolean {
  return trial.state === 'sent' && trial.found.some(isWronglyAccepted);
}
