import {existsSync, readFileSync} from 'node:fs';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {SimhostError} from '../../errors.ts';
import {findChromium} from '../../node/chromium.ts';
import type {Choices} from './choices.ts';
import {neededCommands, runCommand} from './commands.ts';
import {diffOf} from './diff.ts';
import type {FoundProject} from './found-project.ts';
import {layoutOf} from './layout.ts';
import {lookAtParts} from './look.ts';
import type {LookedParts} from './look.ts';
import {planFiles} from './plan.ts';
import type {PlannedFile} from './plan.ts';
import {playwrightOf, runPlaywright} from './playwright-run.ts';
import {printWritten, testCommand} from './report.ts';

const NOTHING = '\nEverything is there already. Nothing was changed.';

/** The state before anything ran. */
const UNSEEN: LookedParts = {seenOf: () => ({kind: 'not tried'}), backends: {}, notes: []};

/** Prints the changes as a diff. Tests are shown as they are before the first look. */
export function printChanges(found: FoundProject, choices: Choices): void {
  const files = planFiles(found, choices, UNSEEN, readerIn(found.root));
  const commands = neededCommands(found);
  if (files.length === 0 && commands.length === 0) return console.log(NOTHING);

  console.log(`\n${files.map(diffOf).join('\n\n')}`);
  if (commands.length > 0) console.log(`\nCommands: ${commands.join(', ')}`);
  console.log(
    '\nNothing was changed. Without --dry-run, each test expects what its part shows and requests.',
  );
}

/**
 * Writes the files, installs packages, runs the parts once and then the tests.
 *
 * @throws {SimhostError} `ERR_INSTALL_FAILED`; `ERR_TESTS_RED` if a written test is red
 */
export async function apply(found: FoundProject, choices: Choices): Promise<void> {
  const {root} = found;
  const draft = planFiles(found, choices, UNSEEN, readerIn(root));
  const commands = neededCommands(found);
  if (draft.length === 0 && commands.length === 0) return console.log(NOTHING);

  // The packages come first, because the parts run in the project's own Playwright.
  const ofPackages = draft.filter(({path}) => path === 'package.json');
  await write(root, ofPackages);
  if (choices.installs) await installAll(commands, root);

  const tests = draft.filter(({path}) => isTest(found, path));
  const canRun = playwrightOf(root) !== null && findChromium() !== undefined;
  const looked = tests.length > 0 && canRun ? await look(found, choices) : UNSEEN;
  const files = planFiles(found, choices, looked, readerIn(root));
  await write(root, files);

  printWritten([...ofPackages, ...files]);
  for (const note of looked.notes) console.log(`  ! ${note}`);
  await runTests(found, files, canRun ? [] : commands);
}

function look(found: FoundProject, choices: Choices): Promise<LookedParts> {
  console.log('\nRunning each part once …');
  return lookAtParts(found, choices);
}

async function installAll(commands: readonly string[], root: string): Promise<void> {
  for (const command of commands) {
    console.log(`\n$ ${command}`);
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

/** Runs the tests that were written, or says how to run them. */
async function runTests(
  found: FoundProject,
  files: readonly PlannedFile[],
  commands: readonly string[],
): Promise<void> {
  const layout = layoutOf(found);
  const tests = files.map(({path}) => path).filter((path) => isTest(found, path));
  const command = testCommand(found, layout);
  if (tests.length === 0) return;
  if (commands.length > 0) return console.log(`\nNext: ${[...commands, command].join(' && ')}`);

  const folder = await mkdtemp(join(tmpdir(), 'simhost-init-'));
  const config = layout.isUsualConfig ? [] : ['-c', layout.config];
  const args = [...config, ...tests, '--reporter=json', `--output=${join(folder, 'results')}`];
  const {results, output} = await runPlaywright(found.root, args, {report: join(folder, 'report.json')});
  await rm(folder, {recursive: true, force: true});

  const red = results.filter(({isGreen}) => !isGreen);
  if (results.length === 0 || red.length > 0) throw redTests(red[0]?.error ?? output, command);
  const count = results.length === 1 ? 'The new test is' : `All ${String(results.length)} new tests are`;
  console.log(`\n${count} green. Run again: ${command}`);
}

function redTests(reason: string, command: string): SimhostError {
  return new SimhostError('ERR_TESTS_RED', `A new test is red. ${reason}`, {
    next: `Run "${command}", and correct the test or the part.`,
  });
}
