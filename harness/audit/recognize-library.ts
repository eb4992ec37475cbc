import type {CaseId} from '../core/cases/case-id.ts';
import {KNOWN_LIBRARIES} from '../core/cases/catalogue/known-libraries.ts';
import {isMatch} from '../core/cases/cause.ts';
import type {KnownLibrary, LibraryChoice, LibrarySign} from '../core/cases/known-library.ts';
import type {Reply} from './http-sender.ts';
import type {Library} from './report.ts';
import {isAboutDocument, symptomOf} from './symptom.ts';
import type {WrongAnswer} from './symptom.ts';

interface Answered extends WrongAnswer {
  readonly reply: Reply;
}

/** The results of all cases. */
interface Results<Wrong> {
  readonly wrong: readonly Wrong[];
  readonly passed: readonly CaseId[];
}

interface Recognized<Wrong> {
  /** The library, with its choices that this backend shows. `null`: no library of the table. */
  readonly library: Library | null;
  /** The wrong answers that are not choices of the library. */
  readonly others: readonly Wrong[];
}

/** Recognises a library by the answers, and separates its choices from the faults of the backend. */
export function recognizeLibrary<Wrong extends Answered>({wrong, passed}: Results<Wrong>): Recognized<Wrong> {
  const library = KNOWN_LIBRARIES.find((known) => isRecognized(known, {wrong, passed}));
  if (library === undefined) return {library: null, others: wrong};

  const isChosen = (answer: Wrong): boolean => library.choices.some((choice) => explains(choice, answer));
  const choices = library.choices.flatMap((choice) => {
    const cases = wrong.filter((answer) => explains(choice, answer)).map(({id}) => id);
    return cases.length === 0 ? [] : [{cases, why: choice.why, source: choice.source}];
  });

  return {
    library: {name: library.name, choices},
    others: wrong.filter((answer) => !isChosen(answer)),
  };
}

function isRecognized({signs, rights = []}: KnownLibrary, {wrong, passed}: Results<Answered>): boolean {
  return (
    signs.every((sign) => wrong.some((answer) => shows(answer, sign))) &&
    rights.every((id) => passed.includes(id))
  );
}

function shows(answer: Answered, {case: id, symptom, status}: LibrarySign): boolean {
  if (isAboutDocument(answer)) return false;
  if (answer.id !== id || symptomOf(answer) !== symptom) return false;
  return status === undefined || ('status' in answer.reply && answer.reply.status === status);
}

function explains({cases, symptom}: LibraryChoice, answer: Answered): boolean {
  return (
    !isAboutDocument(answer) &&
    symptomOf(answer) === symptom &&
    cases.some((pattern) => isMatch(pattern, answer.id))
  );
}
