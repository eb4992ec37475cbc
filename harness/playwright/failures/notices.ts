import type {TestInfo} from '@playwright/test';
import {SimhostError} from '../../errors.ts';
import {describeNotice} from '../../notices.ts';
import type {Notices} from '../../notices.ts';

/** Prints each notice once per worker, even if several tests give it. */
export class NoticePrinter {
  readonly #printed = new Set<string>();

  follow(notices: Notices): void {
    notices.onNotice((notice) => {
      const text = describeNotice(notice);
      if (this.#printed.has(text)) return;

      this.#printed.add(text);
      console.warn(text);
    });
  }
}

/** Attaches the notices of a failing test: the cause may be among them. */
export async function attachNotices(notices: Notices, testInfo: TestInfo): Promise<void> {
  if (notices.all.length === 0) return;
  const body = notices.all.map(describeNotice).join('\n');
  await testInfo.attach('notices', {body, contentType: 'text/plain'});
}

/**
 * Fails a test for the notices that `strict` names.
 *
 * @throws {SimhostError} `ERR_STRICT_NOTICE`
 */
export function failOnNotices(notices: Notices): void {
  if (notices.failures.length === 0) return;
  throw new SimhostError('ERR_STRICT_NOTICE', notices.failures.map(describeNotice).join('\n'), {
    next: 'The option strict makes these notices failures. Fix the cause, or take the code out of strict.',
  });
}
