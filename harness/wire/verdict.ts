/**
 * An explanation of a request, the same in the request log, the terminal, traces, attachments and audits.
 *
 * @example
 * ```ts
 * import {test} from 'simhost/playwright';
 *
 * test('a stale token is refused', async ({host}) => {
 *   await host.arm('exp-past-60');
 *   await host.mount('extensions/loyalty');
 *   const {problem} = await host.requests.waitFor({url: 'https://myapp.com/api/points', status: 401});
 *   console.log(problem?.cause, problem?.turn); // this is the right answer to exp-past-60 (…), nobody
 * });
 * ```
 */
export interface Verdict {
  /** The event, without a full stop: "401 from https://example.com/api/points". */
  readonly headline: string;
  /** The reason, without a full stop: "the token had expired 69 s before it arrived". It says no more than is known. */
  readonly cause: string;
  /** The side that has to change something. */
  readonly turn: Turn;
  /** The next step, as a sentence. `null` if the cause says it all. */
  readonly fix: string | null;
}

/**
 * The side that has to change something. `extension`: the extension or page that sent the request.
 * `backend`: the author's server. `set-up`: the options of simhost, or of the test. `nobody`: the answer is
 * right, or nothing is known.
 */
export type Turn = 'extension' | 'backend' | 'set-up' | 'nobody';

/** A verdict about an answer, whose headline is its status and URL. */
export type Reason = Omit<Verdict, 'headline'>;
