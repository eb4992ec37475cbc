import type {TestInfo} from '@playwright/test';
import type {RequestHistory} from '../../core/simulation/request-log.ts';

const ADVICE =
  "If the test relies on one of them, give it a value of your own: host.resolve('Product', {title: () => 'Tea'}).";

/** Attaches the generated values that queries of a test have read. A test that passes may rely on them too. */
export async function attachGeneratedValues(
  {entries}: Pick<RequestHistory, 'entries'>,
  testInfo: TestInfo,
): Promise<void> {
  const lines = entries
    .filter(({generated}) => generated.length > 0)
    .map(({method, url, generated}) => `  ${method} ${url}: ${generated.join(', ')}`);
  if (lines.length === 0) return;

  const body = [
    'Answers with generated values, which the world does not have:',
    ...new Set(lines),
    ADVICE,
  ].join('\n');
  await testInfo.attach('generated values', {body, contentType: 'text/plain'});
}
