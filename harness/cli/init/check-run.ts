import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {SimhostError} from '../../errors.ts';
import {writing} from '../../node/writing.ts';
import {TEST_TIMEOUT} from './config-file.ts';
import type {FoundProject} from './found-project.ts';
import {layoutOf} from './layout.ts';
import {runPlaywright} from './playwright-run.ts';
import type {PlaywrightRun, TestResult} from './playwright-run.ts';
import {testCommand} from './report.ts';

/** Milliseconds for each new test. A right test must not be red because the machine is busy. */
const PATIENCE = 300_000;

/**
 * Runs new tests, and says that they are green.
 *
 * @throws {SimhostError} `ERR_TESTS_RED` if a test is red, or none ran; `ERR_NOT_WRITTEN`
 */
export async function checkTests(
  found: FoundProject,
  tests: readonly string[],
  {print, signal}: {readonly print: (text: string) => void; readonly signal?: AbortSignal | undefined},
): Promise<void> {
  const layout = layoutOf(found);
  // In a config that the author wrote, the author decides how long a test may take.
  const isWrittenByInit = found.config?.isOfSimhost !== true;
  const folder = await writing({what: 'The results of the tests', path: tmpdir()}, () =>
    mkdtemp(join(tmpdir(), 'simhost-init-')),
  );
  const args = [
    ...(layout.isUsualConfig ? [] : ['-c', layout.config]),
    ...tests,
    '--reporter=json',
    `--output=${join(folder, 'results')}`,
    ...(isWrittenByInit ? [`--timeout=${String(PATIENCE)}`] : []),
  ];

  const run = await runPlaywright(found.root, args, {report: join(folder, 'report.json'), signal}).finally(
    () => rm(folder, {recursive: true, force: true}),
  );

  const command = testCommand(found, layout);
  const failure = failureOf(run, command);
  if (failure !== null) throw failure;

  const {length} = run.results;
  const count = length === 1 ? 'The new test is' : `All ${String(length)} new tests are`;
  print(`\n${count} green. Run again: ${command}`);
  if (isWrittenByInit) for (const note of slowTests(run.results, layout.config)) print(`  ! ${note}`);
}

/** Explains why a run of the new tests is not green; `null` if it is. */
export function failureOf({results, output}: PlaywrightRun, command: string): SimhostError | null {
  if (results.length === 0) {
    return new SimhostError('ERR_TESTS_RED', `Playwright ran none of the new tests. ${output}`.trim(), {
      next: `Run "${command}", and correct the Playwright config.`,
    });
  }

  const red = results.find(({isGreen}) => !isGreen);
  if (red === undefined) return null;
  return new SimhostError('ERR_TESTS_RED', `A new test is red. ${red.error ?? output}`, {
    next: `Run "${command}", and correct the test or the part.`,
  });
}

/** Names green tests that would be too slow for the written config. */
function slowTests(results: readonly TestResult[], config: string): readonly string[] {
  return results
    .filter(({duration}) => duration > TEST_TIMEOUT)
    .map(
      ({title, duration}) =>
        `"${title}" took ${seconds(duration)}, and ${config} allows ${seconds(TEST_TIMEOUT)}. ` +
        'If the machine is always this slow, raise "timeout" there.',
    );
}

function seconds(milliseconds: number): string {
  return `${String(Math.ceil(milliseconds / 1000))} s`;
}
