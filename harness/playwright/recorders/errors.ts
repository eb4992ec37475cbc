import {SimhostError} from '../../errors.ts';
import {Recorder} from './recorder.ts';
import type {WaitForOptions} from './recorder.ts';

/** Errors to look for: part of the message, or a pattern. */
export type ErrorMatch = string | RegExp;

/** The errors of a test's extensions, Mini or pages. */
export abstract class Errors<Entry> extends Recorder<Entry, ErrorMatch> {
  /**
   * Waits for the first error whose message matches and that no earlier `waitFor` returned. It expects the error, which
   * then does not fail the test. An error that is reported twice needs two calls.
   *
   * @throws {SimhostError} `ERR_NO_SUCH_ERROR` after `timeout` milliseconds (default 5000), with the errors that came
   */
  override async waitFor(match: ErrorMatch, options?: WaitForOptions): Promise<Entry> {
    const found = await super.waitFor(match, options);
    this.expect(found);
    return found;
  }

  /** Marks an error as expected. Default: nothing to mark, because these errors do not fail a test. */
  protected expect(_entry: Entry): void {}

  protected abstract messageOf(entry: Entry): string;

  protected override fits(entry: Entry, match: ErrorMatch): boolean {
    const message = this.messageOf(entry);
    return typeof match === 'string' ? message.includes(match) : message.search(match) !== -1;
  }

  protected override written(match: ErrorMatch): string {
    return `errors.waitFor(${String(match)})`;
  }

  protected override notFound(match: ErrorMatch, timeout: number): SimhostError {
    const messages = this.all.map((entry) => this.messageOf(entry));
    return new SimhostError('ERR_NO_SUCH_ERROR', `No error with ${String(match)} within ${timeout} ms.`, {
      next: messages.length === 0 ? 'There was no error at all.' : `Errors so far: ${messages.join('; ')}.`,
    });
  }
}
