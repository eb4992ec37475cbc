import type {TestInfo} from '@playwright/test';
import {runPlaywright} from '../../harness/cli/init/playwright-run.ts';
import type {TestResult} from '../../harness/cli/init/playwright-run.ts';

/** Runs a suite of the benchmarks in another process. Its config has the reporter `json`. */
export async function innerResults(
  testInfo: TestInfo,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<readonly TestResult[]> {
  const report = testInfo.outputPath(`${crypto.randomUUID()}.json`);
  const {results, output} = await runPlaywright(process.cwd(), args, {report, env});

  if (results.length === 0) throw new Error(`Playwright ran no test of the suite. ${output}`);
  return results;
}
