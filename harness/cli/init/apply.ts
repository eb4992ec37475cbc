import {existsSync, readFileSync} from 'node:fs';
import {mkdir, realpath, stat} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {replaceFile} from '../../node/extension/replace-file.ts';
import {writing} from '../../node/writing.ts';
import {checkTests} from './check-run.ts';
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
 * Writes the files, installs packages, runs the parts once and then the tests. If it fails or is interrupted in
 * between, it says how to undo what it did so far.
 *
 * @throws {SimhostError} `ERR_INSTALL_FAILED`; `ERR_NOT_WRITTEN`; `ERR_TESTS_RED` if a written test is red
 */
export async function apply(
  found: FoundProject,
  choices: Choices,
  {print, signal}: {readonly print: Print; readonly signal?: AbortSignal | undefined},
): Promise<void> {
  const {root} = found;
  const commands = neededCommands(found);
  const before = installedIn(root);
  const written: PlannedFile[] = [];
  const describe = (): string => {
    const installed = installedIn(root).filter((path) => !before.includes(path));
    return describeWritten(written, installed, found);
  };

  let notes: readonly string[];
  try {
    notes = await carryOut(found, choices, {commands, written, print, signal});
  } catch (error) {
    const done = describe();
    if (done !== '') print(done);
    throw error;
  }

  print(written.length === 0 ? NOTHING : describe());
  for (const note of notes) print(`  ! ${note}`);
  const canRun = canRunParts(found);
  const tests = written.map(({path}) => path).filter((path) => isTest(found, path));
  if (canRun && tests.length > 0) await checkTests(found, tests, {print, signal});

  const left = choices.installs ? [] : commands;
  if (canRun && left.length === 0) return;
  print(`\nNext: ${[...left, testCommand(found, layoutOf(found))].join(' && ')}`);
}

interface Work {
  readonly commands: readonly string[];
  /** Gets each file as soon as it is written. */
  readonly written: PlannedFile[];
  readonly print: Print;
  readonly signal: AbortSignal | undefined;
}

/** Installs, looks and writes. Returns the notes of the look. */
async function carryOut(
  found: FoundProject,
  choices: Choices,
  {commands, written, print, signal}: Work,
): Promise<readonly string[]> {
  const {root} = found;
  const draft = planFiles(found, choices, UNSEEN, readerIn(root));

  // The packages come first, because the parts run in the project's own Playwright.
  const ofPackages = draft.filter(({path}) => path === 'package.json');
  await write(root, ofPackages, written);
  if (choices.installs) await installAll(commands, root, {print, signal});

  const looks = draft.some(({path}) => isTest(found, path)) && canRunParts(found);
  if (looks) print('\nRunning each part once …');
  const looked = looks ? await lookAtParts(found, choices, signal) : UNSEEN;
  await write(root, planFiles(found, choices, looked, readerIn(root)), written);
  return looked.notes;
}

/** Lists what an install leaves in a folder, as far as it is there. */
function installedIn(root: string): readonly string[] {
  return [...LOCK_FILES, '.yarn', 'node_modules'].filter((path) => existsSync(join(root, path)));
}

async function installAll(
  commands: readonly string[],
  root: string,
  {print, signal}: Pick<Work, 'print' | 'signal'>,
): Promise<void> {
  for (const command of commands) {
    print(`\n$ ${command}`);
    await runCommand(command, root, signal);
  }
}

async function write(root: string, files: readonly PlannedFile[], written: PlannedFile[]): Promise<void> {
  for (const file of files) {
    const path = join(root, file.path);
    await writing({what: 'The file', path}, async () => {
      await mkdir(dirname(path), {recursive: true});
      await replace(path, file.after);
    });
    written.push(file);
  }
}

/** Writes a file whole, or leaves it as it is: a full disk must not empty an author's `package.json`. */
async function replace(path: string, content: string): Promise<void> {
  if (!existsSync(path)) return replaceFile(path, content);

  // A link stays one.
  const target = await realpath(path);
  const {mode} = await stat(target);
  await replaceFile(target, content, {mode: mode & 0o777});
}

function readerIn(root: string): (path: string) => string | null {
  return (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null);
}

function isTest(found: FoundProject, path: string): boolean {
  return path.endsWith(layoutOf(found).ending);
}
