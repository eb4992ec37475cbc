import type {CaseId} from '../core/cases/case-id.ts';
import {caseOf} from '../core/cases/catalogue.ts';
import {CAUSES} from '../core/cases/catalogue/causes.ts';
import {isMatch} from '../core/cases/cause.ts';
import type {CasePattern, Cause, Reach} from '../core/cases/cause.ts';
import type {Case} from '../core/cases/case.ts';
import {isAboutDocument, symptomOf} from './symptom.ts';
import type {WrongAnswer} from './symptom.ts';

/** Wrong answers with one cause. */
export interface AnswersByCause<Wrong> {
  /** The name of the cause, or the case if no cause explains it. */
  readonly name: string;
  readonly cause: Cause;
  /** The answer that shows the cause best. */
  readonly lead: Wrong;
  /** The other answers. */
  readonly others: readonly Wrong[];
}

/** Groups wrong answers by cause, in the order of the table of causes. */
export function groupByCause<Wrong extends WrongAnswer>(
  wrong: readonly Wrong[],
): readonly AnswersByCause<Wrong>[] {
  const groups: AnswersByCause<Wrong>[] = [];
  let left = wrong;

  for (const [name, cause] of Object.entries(CAUSES)) {
    const lead = leadOf(cause, left);
    if (lead === undefined) continue;

    const others = left.filter((answer) => answer !== lead && isExplained(answer, cause));
    groups.push({name, cause, lead, others});
    left = left.filter((answer) => answer !== lead && !others.includes(answer));
  }

  const alone = left.map((lead) => ({name: lead.id, cause: causeOfCase(lead.id), lead, others: []}));
  return [...groups, ...alone];
}

/** Finds the answer that represents a finding: the order of `shownBy` decides. */
function leadOf<Wrong extends WrongAnswer>(
  {symptoms, shownBy, inDocuments}: Cause,
  wrong: readonly Wrong[],
): Wrong | undefined {
  const shown = wrong.filter(
    (answer) => symptoms.includes(symptomOf(answer)) && (inDocuments !== true || isAboutDocument(answer)),
  );
  for (const pattern of shownBy) {
    const lead = shown.find(({id}) => isMatch(pattern, id));
    if (lead !== undefined) return lead;
  }

  return undefined;
}

function isExplained(answer: WrongAnswer, {symptoms, shownBy, explains = [], inDocuments}: Cause): boolean {
  if (inDocuments === true && !isAboutDocument(answer)) return false;

  const patterns: readonly CasePattern[] = [...shownBy, ...explains];
  return symptoms.includes(symptomOf(answer)) && patterns.some((pattern) => isMatch(pattern, answer.id));
}

/** Makes a cause of a case that no cause of the table explains. */
function causeOfCase(id: CaseId): Cause {
  const {title, severity, fix, class: made} = caseOf(id);
  return {title: `${title}.`, reach: REACHES[made], severity, symptoms: [], shownBy: [id], fix};
}

const REACHES: Readonly<Record<Case['class'], Reach>> = {
  anyone: 'outsider',
  defence: 'hardening',
  interop: 'interop',
};
