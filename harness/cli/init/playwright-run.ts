import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {isRecord} from '../../records.ts';
import {runProgram} from '../../node/run-program.ts';

/** The result of one test. */
export interface TestResult {
  readonly title: string;
  readonly isGreen: boolean;
  /** Milliseconds. */
  readonly duration: number;
  /** The message of the first error, without colours. */
  readonly error: string | null;
  /** The attachments by name. */
  readonly attachments: Readonly<Record<string, string>>;
}

/** The results of a run, or its output if there are none. */
export interface PlaywrightRun {
  readonly results: readonly TestResult[];
  readonly output: string;
}

/** The parameters of a run. */
export interface PlaywrightRunOptions {
  /** The file that the report is written to. */
  readonly report: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Interrupts the run. */
  readonly signal?: AbortSignal | undefined;
}

/** Finds the program of the project's own Playwright; `null` if it is not installed. */
export function playwrightOf(root: string): string | null {
  try {
    return createRequire(join(root, 'package.json')).resolve('@playwright/test/cli');
  } catch {
    return null;
  }
}

/** Runs Playwright in a project, and reads what each test came to. */
export async function runPlaywright(
  root: string,
  args: readonly string[],
  {report, env = {}, signal}: PlaywrightRunOptions,
): Promise<PlaywrightRun> {
  const program = playwrightOf(root);
  if (program === null) return {results: [], output: '@playwright/test is not installed.'};

  const {stdout, stderr} = await runProgram(process.execPath, [program, 'test', ...args], {
    cwd: root,
    signal,
    env: {...withoutWorker(process.env), ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, FORCE_COLOR: '0'},
  });

  const json = await readFile(report, 'utf8').catch(() => 'null');
  return {results: resultsIn(JSON.parse(json) as unknown), output: `${stdout}${stderr}`.trim()};
}

/** Takes away the variables of a worker, in case init itself runs in a test. */
function withoutWorker(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const entries = Object.entries(environment).filter(
    ([name]) => !/^(?:TEST_|PW_|PLAYWRIGHT_JSON|PLAYWRIGHT_HTML)/.test(name),
  );
  return Object.fromEntries(entries);
}

/** Reads the report of Playwright's reporter `json`. */
export function resultsIn(report: unknown): readonly TestResult[] {
  if (!isRecord(report)) return [];
  const suites = listOf(report['suites']).flatMap(resultsIn);
  const specs = listOf(report['specs']).flatMap((spec) => {
    const title = String(spec['title']);
    // Each retry has its own result, and the last one counts.
    const results = listOf(spec['tests']).flatMap((each) => listOf(each['results']).slice(-1));
    return results.map((result) => resultOf(title, result));
  });
  return [...specs, ...suites];
}

function resultOf(title: string, result: Readonly<Record<string, unknown>>): TestResult {
  const [error] = listOf(result['errors']);
  const attachments = listOf(result['attachments'])
    .filter(({body}) => typeof body === 'string')
    .map(({name, body}) => [String(name), Buffer.from(String(body), 'base64').toString('utf8')]);

  return {
    title,
    isGreen: result['status'] === 'passed',
    duration: Number(result['duration'] ?? 0),
    error: error === undefined ? null : stripVTControlCharacters(String(error['message'])),
    attachments: Object.fromEntries(attachments) as Record<string, string>,
  };
}

function listOf(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
