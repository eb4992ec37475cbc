import type {Choices} from './choices.ts';
import type {PageServer} from './config-file.ts';
import type {FoundProject, Language} from './found-project.ts';
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
export function layoutOf({language, config, otherRunner}: FoundProject): Layout {
  const isSeparate = config !== null && (!config.isOfSimhost || config.file.includes('.simhost.'));
  // Another runner, or the author's own config, would also take files named *.spec.ts.
  const isApart = isSeparate || otherRunner !== null;

  return {
    testDir: (config?.isOfSimhost === true ? config.testDir : null)?.replace(/^\.\//, '') ?? 'tests',
    ending: isApart ? `.simhost.${language}` : `.spec.${language}`,
    config: isSeparate ? `playwright.simhost.config.${language}` : `playwright.config.${language}`,
    isUsualConfig: !isSeparate,
    language,
  };
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
