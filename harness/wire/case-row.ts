/** A case as the console lists it. */
export interface CaseRow {
  readonly id: string;
  readonly group: string;
  /** The event, as a clause. */
  readonly title: string;
  /** The right answer of the backend: "401", "2xx", "either". Null if no request reaches a backend. */
  readonly answer: string | null;
  readonly class: string;
  readonly severity: string;
  readonly source: string;
  /** The change that a failing backend needs. */
  readonly fix: string;
  /** The number of ways in which the case is spelled. Each delivery takes the next one. */
  readonly spellings: number;
  /** The command, or the line of a test, that makes it happen. Null if it can be armed here. */
  readonly elsewhere: string | null;
}
