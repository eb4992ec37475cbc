import type {FoundProject} from './found-project.ts';
import type {Layout} from './layout.ts';
import {KIND_NAMES} from './parts.ts';
import type {PlannedFile} from './plan.ts';

/** Describes what init found. */
export function describeFound({parts, manager, language, notes}: FoundProject): string {
  return [
    `Found, with ${manager.name} and ${language === 'js' ? 'JavaScript' : 'TypeScript'}:`,
    ...parts.map(({folder, kind}) => `  ${folder}  (${KIND_NAMES[kind]})`),
    ...notes.map((note) => `  ! ${note}`),
  ].join('\n');
}

/**
 * Describes the files that were written, and how to undo it. `installed` lists the lock file and `node_modules`, if they
 * are new.
 */
export function describeWritten(
  files: readonly PlannedFile[],
  installed: readonly string[],
  {manager}: FoundProject,
): string {
  const created = files.filter(({before}) => before === null).map(({path}) => path);
  const changed = files.filter(({before}) => before !== null).map(({path}) => path);
  // The install of a package.json that stays takes packages out of node_modules, and can write the lock file again.
  const keepsPackages = !created.includes('package.json');
  const deleted = [...created, ...installed.filter((path) => !(keepsPackages && path === 'node_modules'))];
  const undo = [
    ...(changed.length === 0 ? [] : [`take the added lines out of ${changed.join(', ')}`]),
    ...(changed.includes('package.json') ? [`run ${manager.install}`] : []),
    ...(deleted.length === 0 ? [] : [`delete ${deleted.join(', ')}`]),
  ];

  return [
    ...(files.length === 0 ? [] : ['\nWritten:']),
    ...created.map((path) => `  + ${path}`),
    ...changed.map((path) => `  ~ ${path} (lines added)`),
    ...(undo.length === 0 ? [] : [`\nTo undo: ${undo.join('; ')}.`]),
  ].join('\n');
}

/** The command that runs the tests. */
export function testCommand({manager}: FoundProject, {config, isUsualConfig}: Layout): string {
  return `${manager.execute} playwright test${isUsualConfig ? '' : ` -c ${config}`}`;
}
