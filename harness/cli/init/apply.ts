import {existsSync, readFileSync} from 'node:fs';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {SimhostError} from '../../errors.ts';
import type {Choices} from './choices.ts';
import {canRunParts, neededCommands, runCommand} from './commands.ts';
import {diffOf} from './diff.ts';
import type {FoundProject} from './found-project.ts';
import {layoutOf} from './layout.ts';
import {lookAtParts} from './look.ts';
import type {LookedParts} from './look.ts';
import {planFiles} from './plan.ts';
import {LOCK_FILES} from './package-manager.ts';
import type {PlannedFile} from './plan.ts';
import {runPlaywright} from './playwright-run.ts';
import type {PlaywrightRun} from './playwright-run.ts';
import {describeWritten, testCommand} from './report.ts';

/** Prints a line. */
export type Print = (text: string) => void;

const NOTHING = '\nNothing was changed: every file is there already.';

/** The state before anything ran. */
const UNSEEN: LookedParts = {seenOf: () => ({kind: 'not tried'}), backends: {}, notes: []};

/** Prints the changes as a diff. Tests are shown as they are before the first look. */
export function printChanges(found: FoundProject, choices: Choices, print: Print): void {
  const files = planFiles(found, choices, UNSEEN, readerIn(found.root));
  const commands = neededCommands(found);

  if (files.length === 0) print(NOTHING);
  else print(`\n${files.map(diffOf).join('\n\n')}`);
  if (commands.length > 0) print(`\nCommands: ${commands.join(', ')}`);
  if (files.length === 0) return;
  print(
    '\nNothing was changed. Without --dry-run, init runs each part and writes what it shows into its test.',
  );
}

/**
 * Writes the files, installs packages, runs the parts once and then the tests.
 *
 * @throws {SimhostError} `ERR_INSTALL_FAILED`; `ERR_TESTS_RED` if a written test is red
 */
export async function apply(found: FoundProject, choices: Choices, print: Print): Promise<void> {
  const {root} = found;
  const draft = planFiles(found, choices, UNSEEN, readerIn(root));
  const commands = neededCommands(found);

  // The packages come first, because the parts run in the project's own Playwright.
  const ofPackages = draft.filter(({path}) => path === 'package.json');
  await write(root, ofPackages);
  const before = installedIn(root);
  const installed = (): readonly string[] => installedIn(root).filter((path) => !before.includes(path));

  try {
    if (choices.installs) await installAll(commands, root, print);
  } catch (error) {
    if (ofPackages.length > 0) print(describeWritten(ofPackages, installed(), found));
    throw error;
  }

  const canRun = canRunParts(found);
  const hasTests = draft.some(({path}) => isTest(found, path));
  if (hasTests && canRun) print('\nRunning each part once …');
  const looked = hasTests && canRun ? await lookAtParts(found, choices) : UNSEEN;
  const files = planFiles(found, choices, looked, readerIn(root));
  await write(root, files);

  const written = [...ofPackages, ...files];
  print(written.length === 0 ? NOTHING : describeWritten(written, installed(), found));
  for (const note of looked.notes) print(`  ! ${note}`);
  if (canRun) await runTests(found, files, print);

  const left = choices.installs ? [] : commands;
  if (canRun && left.length === 0) return;
  print(`\nNext: ${[...left, testCommand(found, layoutOf(found))].join(' && ')}`);
}

/** Lists what an install leaves in a folder, as far as it is there. */
function installedIn(root: string): readonly string[] {
  return [...LOCK_FILES, 'node_modules'].filter((path) => existsSync(join(root, path)));
}

async function installAll(commands: readonly string[], root: string, print: Print): Promise<void> {
  for (const command of commands) {
    print(`\n$ ${command}`);
    await runCommand(command, root);
  }
}

async function write(root: string, files: readonly PlannedFile[]): Promise<void> {
  for (const {path, after} of files) {
    await mkdir(dirname(join(root, path)), {recursive: true});
    await writeFile(join(root, path), after);
  }
}

function readerIn(root: string): (path: string) => string | null {
  return (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null);
}

function isTest(found: FoundProject, path: string): boolean {
  return path.endsWith(layoutOf(found).ending);
}

/** Runs the tests that were written. */
async function runTests(found: FoundProject, files: readonly PlannedFile[], print: Print): Promise<void> {
  const layout = layoutOf(found);
  const tests = files.map(({path}) => path).filter((path) => isTest(found, path));
  if (tests.length === 0) return;

  const folder = await mkdtemp(join(tmpdir(), 'simhost-init-'));
  const config = layout.isUsualConfig ? [] : ['-c', layout.config];
  const args = [...config, ...tests, '--reporter=json', `--output=${join(folder, 'results')}`];
  const run = await runPlaywright(found.root, args, {report: join(folder, 'report.json')});
  await rm(folder, {recursive: true, force: true});

  const command = testCommand(found, layout);
  const failure = failureOf(run, command);
  if (failure !== null) throw failure;

  const {length} = run.results;
  const count = length === 1 ? 'The new test is' : `All ${String(length)} new tests are`;
  print(`\n${count} green. Run again: ${command}`);
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
