import {code} from '../../dev/copy/test-code.ts';
import type {Language} from './found-project.ts';
import type {AppPart, Part} from './parts.ts';

/** The name of the file that builds the app before the tests, without its ending. */
export const BUILD_FILE = 'build-app';

/** Returns the app whose server serves a build; `undefined` without one. */
export function builtApp(parts: readonly Part[]): (AppPart & {readonly build: string}) | undefined {
  return parts.find(
    (part): part is AppPart & {readonly build: string} => 'build' in part && part.build !== null,
  );
}

/** Writes the file that builds the app once for all tests. */
export function buildFile({build}: {readonly build: string}, language: Language): string {
  return `import {execSync} from 'node:child_process';

/** Builds the app once, before the workers start its server. */
export default function buildApp()${language === 'js' ? '' : ': void'} {
  execSync(${code(build)}, {stdio: ['ignore', 'ignore', 'inherit']});
}
`;
}
