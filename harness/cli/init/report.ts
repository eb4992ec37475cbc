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

/** Describes the files that were written, and the way back. */
export function describeWritten(files: readonly PlannedFile[], {manager}: FoundProject): string {
  const created = files.filter(({before}) => before === null).map(({path}) => path);
  const changed = files.filter(({before}) => before !== null).map(({path}) => path);
  const undo = [
    ...(created.length === 0 ? [] : [`delete ${created.join(', ')}`]),
    ...(changed.length === 0 ? [] : [`take the added lines out of ${changed.join(', ')}`]),
    ...(changed.includes('package.json') ? [`run ${manager.install}`] : []),
  ];

  return [
    '\nWritten:',
    ...created.map((path) => `  + ${path}`),
    ...changed.map((path) => `  ~ ${path} (lines added)`),
    `\nTo undo: ${undo.join('; ')}.`,
  ].join('\n');
}

/** The command that runs the tests. */
export function testCommand({manager}: FoundProject, {config, isUsualConfig}: Layout): string {
  return `${manager.execute} playwright test${isUsualConfig ? '' : ` -c ${config}`}`;
}
