import {join} from 'node:path';
import {ancestors, exists} from '../../node/extension/packages.ts';
import {pathFrom} from '../dev/copy/project-folder.ts';
import {readJson} from './project-files.ts';

/** A package manager, with the commands that init runs or writes. */
export interface PackageManager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** Installs what `package.json` lists. */
  readonly install: string;
  /** Installs exactly what the lock file lists, in CI. */
  readonly installLocked: string;
  /** Runs the program of an installed package. */
  readonly execute: string;
  /** Runs a script of `package.json`. */
  readonly run: string;
  /**
   * The folder whose `package.json` names the version, in `packageManager`. It is a path from the repository's folder,
   * `.` for that folder itself, or `null` without one.
   */
  readonly pinnedIn: string | null;
}

type Commands = Omit<PackageManager, 'name' | 'pinnedIn'>;

const COMMANDS: Readonly<Record<PackageManager['name'], Commands>> = {
  npm: {install: 'npm install', installLocked: 'npm ci', execute: 'npx', run: 'npm run'},
  pnpm: {
    // In CI, pnpm refuses to change the lock file unless it is asked to.
    install: 'pnpm install --no-frozen-lockfile',
    installLocked: 'pnpm install --frozen-lockfile',
    execute: 'pnpm exec',
    run: 'pnpm run',
  },
  yarn: {
    install: 'yarn install',
    installLocked: 'yarn install --immutable',
    execute: 'yarn',
    run: 'yarn run',
  },
  bun: {
    install: 'bun install',
    installLocked: 'bun install --frozen-lockfile',
    execute: 'bunx',
    run: 'bun run',
  },
};

/** The lock files that an install can create. */
export const LOCK_FILES: readonly string[] = [
  'package-lock.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  'bun.lockb',
];

/** Yarn 1 names this option differently. */
const YARN_1_LOCKED = 'yarn install --frozen-lockfile';

/** The files by which a package manager is known, from the surest. */
const FILES: readonly (readonly [file: string, name: PackageManager['name']])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['pnpm-workspace.yaml', 'pnpm'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['yarn.lock', 'yarn'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

/**
 * Finds the package manager of a folder: `packageManager` of the nearest `package.json` that has it, else the nearest
 * lock file up to the repository's folder, else the one that runs this process, else npm.
 */
export async function findPackageManager(
  folder: string,
  repository: string,
  userAgent = '',
): Promise<PackageManager> {
  const folders = ancestors(folder).filter((each) => each.startsWith(repository));

  for (const each of folders) {
    const pinned = (await readJson(join(each, 'package.json')))?.['packageManager'];
    const [, name, major] = /^(npm|pnpm|yarn|bun)@(\d+)/.exec(String(pinned)) ?? [];
    if (name !== undefined)
      return managerOf(name as PackageManager['name'], {
        pinnedIn: pathFrom(repository, each),
        isYarn1: major === '1',
      });
  }

  for (const each of folders) {
    for (const [file, name] of FILES) {
      if (!(await exists(join(each, file)))) continue;
      const isYarn1 = !(await exists(join(each, '.yarnrc.yml')));
      return managerOf(name, {pinnedIn: null, isYarn1});
    }
  }

  const [, running = 'npm'] = /^(npm|pnpm|yarn|bun)\//.exec(userAgent) ?? [];
  const isYarn1 = userAgent.startsWith('yarn/1');
  return managerOf(running as PackageManager['name'], {pinnedIn: null, isYarn1});
}

function managerOf(
  name: PackageManager['name'],
  {pinnedIn, isYarn1}: {readonly pinnedIn: string | null; readonly isYarn1: boolean},
): PackageManager {
  const commands = COMMANDS[name];
  const installLocked = name === 'yarn' && isYarn1 ? YARN_1_LOCKED : commands.installLocked;
  return {name, pinnedIn, ...commands, installLocked};
}
