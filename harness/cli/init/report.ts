import type {FoundProject} from './found-project.ts';
import type {Layout} from './layout.ts';
import {KIND_NAMES} from './parts.ts';
import type {PlannedFile} from './plan.ts';

/** Prints what init found. */
export function printFound({parts, manager, language, notes}: FoundProject): void {
  console.log(`Found, with ${manager.name} and ${language === 'js' ? 'JavaScript' : 'TypeScript'}:`);
  for (const {folder, kind} of parts) console.log(`  ${folder}  (${KIND_NAMES[kind]})`);
  for (const note of notes) console.log(`  ! ${note}`);
}

/** Prints the files that were written, and the way back. */
export function printWritten(files: readonly PlannedFile[]): void {
  const created = files.filter(({before}) => before === null).map(({path}) => path);
  const changed = files.filter(({before}) => before !== null).map(({path}) => path);

  console.log('\nWritten:');
  for (const path of created) console.log(`  + ${path}`);
  for (const path of changed) console.log(`  ~ ${path} (lines added)`);

  const deletion = created.length === 0 ? '' : `delete ${created.join(', ')}`;
  const taking = changed.length === 0 ? '' : `take the added lines out of ${changed.join(', ')}`;
  console.log(`\nTo undo: ${[deletion, taking].filter((each) => each !== '').join(', and ')}.`);
}

/** The command that runs the tests. */
export function testCommand({manager}: FoundProject, {config, isUsualConfig}: Layout): string {
  return `${manager.execute} playwright test${isUsualConfig ? '' : ` -c ${config}`}`;
}
