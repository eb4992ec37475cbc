import type {CaseId} from './case-id.ts';
import type {CasePattern, Symptom} from './cause.ts';

/** A library that backends verify tokens with, and how to recognise it by its answers alone. */
export interface KnownLibrary {
  /** The name and the call, as a reader knows them. */
  readonly name: string;
  /** Wrong answers that only this library gives together. All of them are needed. */
  readonly signs: readonly LibrarySign[];
  /** Cases that this library answers right, while similar ones do not. */
  readonly rights?: readonly CaseId[];
  /** The wrong answers that the library gives on purpose, or that its documentation shows. */
  readonly choices: readonly LibraryChoice[];
}

/** A wrong answer by which a library is recognised. */
export interface LibrarySign {
  readonly case: CaseId;
  readonly symptom: Symptom;
  /** The status of the answer, if the symptom alone is not enough. */
  readonly status?: number;
}

/** Wrong answers for one documented reason. */
export interface LibraryChoice {
  /** The cases. */
  readonly cases: readonly CasePattern[];
  /** The way in which the answers are wrong. */
  readonly symptom: Symptom;
  /** The reason, as a sentence, and what the backend can do about it. */
  readonly why: string;
  /** The code or documentation that shows it. */
  readonly source: string;
}
