import {createRequire} from 'node:module';
import {join} from 'node:path';
import {SimhostError} from '../../errors.ts';
import {findChromium} from '../../node/chromium.ts';
import {runProgram} from '../../node/run-program.ts';
import type {FoundProject} from './found-project.ts';
import {TEST_PACKAGES, neededPackages} from './planned-packages.ts';

/** Lists the commands that the project still needs: its packages, and a browser. */
export function neededCommands(found: FoundProject): readonly string[] {
  const {manager, root} = found;
  // A package that is only there because another one needs it is missing in the lock file.
  const lacksPackages = Object.keys(neededPackages(found)).length > 0 || !hasPackages(root);
  return [
    ...(lacksPackages ? [manager.install] : []),
    ...(findChromium() === undefined ? [`${manager.execute} playwright install --only-shell chromium`] : []),
  ];
}

/** Whether the parts of a project can run: its packages are installed, and there is a browser. */
export function canRunParts({root}: FoundProject): boolean {
  return hasPackages(root) && findChromium() !== undefined;
}

function hasPackages(root: string): boolean {
  return Object.keys(TEST_PACKAGES).every((name) => isInstalled(name, root));
}

function isInstalled(name: string, root: string): boolean {
  try {
    createRequire(join(root, 'package.json')).resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs a command in the project's folder.
 *
 * @throws {SimhostError} `ERR_INSTALL_FAILED` with the end of its output
 */
export async function runCommand(command: string, root: string, signal?: AbortSignal): Promise<void> {
  const {status, stdout, stderr} = await runProgram(command, [], {cwd: root, shell: true, signal});
  if (status === 0) return;

  const end = `${stdout}\n${stderr}`.trim().split('\n').slice(-LAST_LINES).join('\n');
  throw new SimhostError('ERR_INSTALL_FAILED', `"${command}" ended with ${String(status)}:\n${end}`, {
    next: `Run "${command}" in ${root}, then simhost init again. It keeps what is there.`,
  });
}

/** The lines of output that an error shows. */
const LAST_LINES = 15;
