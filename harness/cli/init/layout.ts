import type {Choices} from './choices.ts';
import type {PageServer} from './config-file.ts';
import type {FoundConfig, FoundProject, Language} from './found-project.ts';
import type {Part} from './parts.ts';

/** The names of the files of a project with simhost. */
export interface Layout {
  readonly testDir: string;
  /** The end of the names of tests. */
  readonly ending: string;
  /** The Playwright config for simhost. */
  readonly config: string;
  /** Whether the config has the name that Playwright looks for. */
  readonly isUsualConfig: boolean;
  readonly language: Language;
}

/** Names the files. A config of the author's own stays, and simhost then gets one of its own. */
export function layoutOf(found: Pick<FoundProject, 'language' | 'config' | 'otherRunner'>): Layout {
  const {language, config, otherRunner} = found;
  if (config?.isOfSimhost === true) return layoutOfConfig(config);

  const isSeparate = config !== null;
  // Another runner, or the author's own config, would also take files named *.spec.ts.
  const isApart = isSeparate || otherRunner !== null;

  return {
    testDir: 'tests',
    ending: isApart ? `.simhost.${language}` : `.spec.${language}`,
    config: isSeparate ? `playwright.simhost.config.${language}` : `playwright.config.${language}`,
    isUsualConfig: !isSeparate,
    language,
  };
}

/** Keeps to the names of a config that exists: it says which tests Playwright takes. */
function layoutOfConfig({file, testDir, testMatch}: FoundConfig): Layout {
  const language = languageOf(file);
  return {
    testDir: testDir?.replace(/^\.\//, '') ?? 'tests',
    ending: (testMatch === null ? null : endingIn(testMatch, language)) ?? `.spec.${language}`,
    config: file,
    isUsualConfig: !file.includes('.simhost.'),
    language,
  };
}

function languageOf(file: string): Language {
  if (file.endsWith('.mts')) return 'mts';
  return file.endsWith('ts') ? 'ts' : 'js';
}

/** Reads the end of file names from a glob or the source of a regular expression; `null` if it is not plain. */
function endingIn(testMatch: string, language: Language): string | null {
  const plain = testMatch
    .replaceAll('\\.', '.')
    .replace(/\$$/, '')
    .replaceAll('[jt]s', language.slice(-2))
    .replaceAll(/\{([^{}]*)\}/g, (_, list: string) => chosenFrom(list.split(','), language));
  return /(?:^|\*)((?:\.[\w-]+)+)$/.exec(plain)?.[1] ?? null;
}

function chosenFrom(options: readonly string[], language: Language): string {
  return options.find((each) => each === language) ?? options[0] ?? '';
}

/** Gives each ordinary page a port. */
export function pageServers({parts}: Pick<Choices, 'parts'>): readonly PageServer[] {
  return parts
    .filter(({kind}) => kind === 'page')
    .map(({folder}, index) => ({folder, port: FIRST_PORT + index}));
}

/** The first port of ordinary pages. Vite's own is often taken by the author's dev server. */
const FIRST_PORT = 5180;

/** Returns the path of a part's test file. */
export function testPath(part: Part, {parts}: Pick<Choices, 'parts'>, {testDir, ending}: Layout): string {
  const own = slug(lastName(part));
  const isTaken = parts.filter((each) => slug(lastName(each)) === own).length > 1;
  return `${testDir}/${isTaken ? slug(part.folder) : own}${ending}`;
}

function lastName({folder, name}: Part): string {
  return folder === '.' ? name : (folder.split('/').at(-1) ?? name);
}

function slug(text: string): string {
  return (
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '') || 'extension'
  );
}
