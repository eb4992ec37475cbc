/** An explanation of a request, the same in the terminal, in traces, attachments and audits. */
export interface Verdict {
  /** The event, without a full stop: "401 from https://example.com/api/points". */
  readonly headline: string;
  /** The reason, without a full stop: "the token had expired 60 s before". */
  readonly cause: string;
  /** The side that has to change something. */
  readonly turn: Turn;
  /** The next step, as a sentence. `null` if the cause says it all. */
  readonly fix: string | null;
}

export type Turn = 'extension' | 'backend' | 'set-up' | 'nobody';

/** Writes a verdict as text: what happened and why, and the next step on a line of its own. */
export function describeVerdict({headline, cause, fix}: Verdict): string {
  const sentence = `${headline}: ${cause}.`;
  return fix === null ? sentence : `${sentence}\n${fix}`;
}
