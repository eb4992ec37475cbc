import {code} from '../../dev/copy/test-code.ts';
import type {BackendCommand} from '../../wire/first-look.ts';
import type {Language} from './found-project.ts';
import type {PackageManager} from './package-manager.ts';

/** The server of an ordinary page, which Playwright starts. */
export interface PageServer {
  readonly folder: string;
  readonly port: number;
}

/** The content of a Playwright config. */
export interface ConfigContent {
  readonly testDir: string;
  readonly language: Language;
  /** The pattern of the tests; `null` for Playwright's own. */
  readonly testMatch: string | null;
  /** The path of the file that runs before all tests; `null` for none. */
  readonly globalSetup: string | null;
  readonly backends: Readonly<Record<string, BackendCommand>>;
  readonly account: string | null;
  readonly pages: readonly PageServer[];
  readonly execute: PackageManager['execute'];
}

/** Milliseconds that a test may take. Builds and backends share the machine with the tests. */
export const TEST_TIMEOUT = 60_000;

/** The URL of a page. */
export function pageUrl({port}: Pick<PageServer, 'port'>): string {
  return `http://localhost:${String(port)}`;
}

/** The types that those of Playwright need, also if `tsconfig.json` has neither. */
const TYPES = ['/// <reference lib="dom" />', '/// <reference types="node" />'];

/** Writes a Playwright config for simhost. */
export function configFile({
  testDir,
  language,
  testMatch,
  globalSetup,
  backends,
  account,
  pages,
  execute,
}: ConfigContent): string {
  return [
    ...(language === 'js' ? [] : TYPES),
    "import {defineConfig} from 'simhost/config';",
    '',
    'export default defineConfig({',
    `  testDir: ${code(testDir)},`,
    ...(testMatch === null ? [] : [`  testMatch: ${code(testMatch)},`]),
    ...(globalSetup === null ? [] : [`  globalSetup: ${code(globalSetup)},`]),
    '  fullyParallel: true,',
    '  // Builds and backends share the machine with the tests.',
    `  timeout: ${String(TEST_TIMEOUT / 1000)}_000,`,
    '  expect: {timeout: 10_000},',
    "  reporter: [['list'], ['html', {open: 'never'}]],",
    ...serverLines(pages, execute),
    ...useLines(backends, account),
    '});',
    '',
  ].join('\n');
}

function serverLines(pages: readonly PageServer[], execute: string): readonly string[] {
  if (pages.length === 0) return [];
  const servers = pages.map(({folder, port}) => {
    const cwd = folder === '.' ? '' : `cwd: ${code(folder)}, `;
    const command = `${execute} vite --port ${String(port)} --strictPort`;
    return `    {${cwd}command: ${code(command)}, url: ${code(pageUrl({port}))}},`;
  });
  return ['  webServer: [', ...servers, '  ],'];
}

function useLines(backends: ConfigContent['backends'], account: string | null): readonly string[] {
  const entries = Object.entries(backends).map(
    ([origin, backend]) => `      ${code(origin)}: ${code(backend)},`,
  );
  if (entries.length === 0 && account === null) return [];
  return [
    '  use: {',
    ...(account === null ? [] : [`    vtex: {account: ${code(account)}},`]),
    ...(entries.length === 0 ? [] : ['    backends: {', ...entries, '    },']),
    '  },',
  ];
}
