import {execFile} from 'node:child_process';
import {mkdir, readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';

/** A run of fixtures/failing-tests. */
export interface FailingRun {
  /** Everything that the run printed and left: its terminal, its files and the attachments of its tests. */
  readonly traces: readonly string[];
  /** The titles of steps as `test: step`, one per line. */
  readonly steps: string;
  /** The results of one test; a test that runs in several projects is named `project › test`. */
  result(test: string): TestOutcome;
}

export interface TestOutcome {
  readonly status: string;
  /** The section about the test that the list reporter prints at the end of a run; empty for a test that passed. */
  readonly section: string;
  /** The lines that the worker printed during the test. */
  readonly output: string;
  readonly attachments: readonly Attachment[];
}

export interface Attachment {
  readonly name: string;
  readonly text: string;
}

const SUITE = 'fixtures/failing-tests';

/** Playwright starts a worker after each failing test. Without its TypeScript loader, a worker starts in half the time. */
const QUICK_START = {PW_DISABLE_TS_ESM: '1'};

/** Runs fixtures/failing-tests; `folder` gets its output. */
export async function runFailingTests(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<FailingRun> {
  await mkdir(folder, {recursive: true});
  const reportFile = join(folder, 'report.json');

  const printed = await promisify(execFile)(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--config', SUITE, '--output', join(folder, 'out')],
    {
      env: {
        ...process.env,
        ...env,
        ...QUICK_START,
        // The worker of this file is not a worker of the run.
        TEST_WORKER_INDEX: undefined,
        FORCE_COLOR: '0',
        PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
      },
    },
  ).catch((error: {stdout: string; stderr: string}) => error);

  const terminal = printed.stdout + printed.stderr;
  const report = JSON.parse(await readFile(reportFile, 'utf8')) as JsonReport;
  const outcomes = outcomesIn(report.suites, terminal);
  const attachments = [...outcomes.values()].flatMap((outcome) => outcome.attachments);

  return {
    traces: [terminal, ...(await filesBelow(folder)), ...attachments.map(({text}) => text)],
    steps: await readFile(join(folder, 'steps.txt'), 'utf8'),
    result(test) {
      const outcome = outcomes.get(test);
      if (outcome === undefined) throw new Error(`${SUITE} has no test "${test}".\n${terminal}`);
      return outcome;
    },
  };
}

/** The parts of Playwright's JSON report that are read here. */
interface JsonReport {
  readonly suites: readonly JsonSuite[];
}

interface JsonSuite {
  readonly suites?: readonly JsonSuite[];
  readonly specs: readonly {readonly title: string; readonly tests: readonly JsonTest[]}[];
}

interface JsonTest {
  readonly projectName: string;
  readonly results: readonly {
    readonly status: string;
    readonly stdout: readonly {readonly text?: string}[];
    readonly stderr: readonly {readonly text?: string}[];
    readonly attachments: readonly {readonly name: string; readonly body?: string}[];
  }[];
}

function outcomesIn(suites: readonly JsonSuite[], terminal: string): Map<string, TestOutcome> {
  const outcomes = new Map<string, TestOutcome>();

  for (const {specs, suites: nested = []} of suites) {
    for (const {title, tests} of specs) {
      for (const test of tests)
        outcomes.set(
          tests.length === 1 ? title : `${test.projectName} › ${title}`,
          outcomeOf(title, test, terminal),
        );
    }

    for (const [title, outcome] of outcomesIn(nested, terminal)) outcomes.set(title, outcome);
  }

  return outcomes;
}

function outcomeOf(title: string, {projectName, results}: JsonTest, terminal: string): TestOutcome {
  const [result] = results;
  if (result === undefined) throw new Error(`"${title}" did not run.\n${terminal}`);

  const isAbout = (section: string): boolean => {
    const [heading = ''] = section.split('\n');
    return heading.includes(`[${projectName}]`) && heading.replace(/[ ─]+$/, '').endsWith(`› ${title}`);
  };

  return {
    status: result.status,
    section: terminal.split(/^ {2}(?=\d+\) )/m).find(isAbout) ?? '',
    output: [...result.stdout, ...result.stderr].map(({text = ''}) => text).join(''),
    attachments: result.attachments.map(({name, body = ''}) => ({
      name,
      text: Buffer.from(body, 'base64').toString(),
    })),
  };
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
}
