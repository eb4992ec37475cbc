import {join} from 'node:path';
import {ancestors, exists} from '../../node/extension/packages.ts';
import {pathFrom} from '../../dev/copy/project-folder.ts';
import {readIfThere, readJson} from './project-files.ts';

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

/** A package manager as far as its commands differ. Yarn 1 has other options than later ones. */
type Tool = PackageManager['name'] | 'yarn 1';

const COMMANDS: Readonly<Record<Tool, Commands>> = {
  npm: {install: 'npm install', installLocked: 'npm ci', execute: 'npx', run: 'npm run'},
  pnpm: {
    // In CI, pnpm refuses to change the lock file unless it is asked to.
    install: 'pnpm install --no-frozen-lockfile',
    installLocked: 'pnpm install --frozen-lockfile',
    execute: 'pnpm exec',
    run: 'pnpm run',
  },
  yarn: {
    // In CI, Yarn refuses to change the lock file unless it is asked to.
    install: 'yarn install --no-immutable',
    installLocked: 'yarn install --immutable',
    execute: 'yarn',
    run: 'yarn run',
  },
  'yarn 1': {
    install: 'yarn install',
    installLocked: 'yarn install --frozen-lockfile',
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
    if (name !== undefined) return managerOf(toolOf(name, major === '1'), pathFrom(repository, each));
  }

  for (const each of folders) {
    for (const [file, name] of FILES) {
      const text = await readIfThere(join(each, file));
      if (text === null) continue;
      const isYarn1 = name === 'yarn' && (await isLockOfYarn1(each, text));
      return managerOf(toolOf(name, isYarn1), null);
    }
  }

  const [, running = 'npm', major] = /^(npm|pnpm|yarn|bun)\/(\d+)/.exec(userAgent) ?? [];
  return managerOf(toolOf(running, major === '1'), null);
}

/** Whether a `yarn.lock` is one of Yarn 1. A new one is often empty. */
async function isLockOfYarn1(folder: string, text: string): Promise<boolean> {
  if (text.includes('yarn lockfile v1')) return true;
  return !text.includes('__metadata:') && !(await exists(join(folder, '.yarnrc.yml')));
}

function toolOf(name: string, isVersion1: boolean): Tool {
  return name === 'yarn' && isVersion1 ? 'yarn 1' : (name as PackageManager['name']);
}

function managerOf(tool: Tool, pinnedIn: string | null): PackageManager {
  return {name: tool === 'yarn 1' ? 'yarn' : tool, pinnedIn, ...COMMANDS[tool]};
}
