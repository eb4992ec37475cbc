import type {ClaimDetail} from './request-detail.ts';

/** A claim as a field of the editor. Its text is JSON, or a string as it is; a time may be `now - 60 s`. */
export interface ClaimField {
  readonly name: string;
  readonly text: string;
}

/** The claims of a token that a person makes: as fields, or as JSON. */
export interface TokenDraft {
  readonly kind: string;
  readonly fields: readonly ClaimField[];
  /** The claims as one JSON text, instead of the fields; null for the fields. */
  readonly json: string | null;
}

/** The beginning of a draft. */
export interface DraftStart {
  readonly kind: string;
  readonly fields: readonly ClaimField[];
}

/** The present meaning of a draft, and the answer of a correct backend. */
export interface DraftJudgement {
  /** The claims with their meanings. */
  readonly claims: readonly ClaimDetail[];
  /** The same claims as fields, and as JSON; null while they cannot be read. */
  readonly fields: readonly ClaimField[] | null;
  readonly json: string | null;
  /** The reason why they cannot be read, and the name of its field; null for JSON. */
  readonly problem: {readonly name: string | null; readonly text: string} | null;
  /** A sentence about the right answer. */
  readonly answer: string;
  /** The verdict of the catalogue; `none` if nothing settles it. */
  readonly verdict: 'accept' | 'refuse' | 'none';
}
